import type { Pack } from '../criteria/pack.ts'
import type { Fact } from '../profile/fact.ts'
import { entryIds } from '../report/pack-text.ts'
import { readShippedPack, shippedPacks } from '../workspace/packs.ts'
import { findRepository } from '../workspace/repository.ts'
import { workTree } from '../workspace/work-tree.ts'
import type { Offer, Place } from './complete-line.ts'
import type { Invocation } from './invocation.ts'
import { readRepositoryRecords } from './listed-records.ts'
import { nearestProfile } from './meant-profiles.ts'
import { readNamedPack } from './named-pack.ts'
import { type ReadProfile, readProfile } from './read-profile.ts'

type OffersOfKind = (invocation: Invocation, place: Place) => Promise<readonly Offer[]>

/** By what an argument or an option is called. What is not here is completed by the shell, as a file. */
const kinds: Readonly<Record<string, OffersOfKind>> = {
  name: async () => words((await import('./commands/schema.ts')).schemaNames),
  pack: packOffers,
  other: packOffers,
  criteria: async (invocation) => [
    ...words((await nearest(invocation))?.profile.decisions.map(({ criteria }) => criteria) ?? []),
    ...(await packOffers()),
  ],
  entry: async ({ cwd }, { before: [reference = ''] }) => {
    const pack = await readNamedPack(reference, cwd)
    return pack.ok ? words(entryIds(pack.value)) : []
  },
  // `explain` takes an item in the place of a profile as well.
  profile: async (invocation, { command }) => (command === 'explain' ? itemOffers(invocation) : []),
  item: itemOffers,
  id: async (invocation) =>
    ((await nearest(invocation))?.profile.components ?? []).map(({ id, name }) => ({ word: id, says: name })),
  record: recordOffers,
  fact: async (invocation) => (await factsAsked(invocation)).map(factOffer),
  'fact=value': answerOffers,
  template: async () => words(['madr', 'nygard']),
}

/** The words for a place that the command does not list itself. */
export const offersFor =
  (invocation: Invocation) =>
  async (place: Place): Promise<readonly Offer[]> =>
    (await new Map(Object.entries(kinds)).get(place.kind)?.(invocation, place)) ?? []

const words = (those: readonly string[]): readonly Offer[] => those.map((word) => ({ word, says: '' }))

const factOffer = ({ id, question }: Fact): Offer => ({ word: id, says: question })

async function packOffers(): Promise<readonly Offer[]> {
  return (await knownPacks()).map(({ id, title }) => ({ word: id, says: title }))
}

async function knownPacks(): Promise<readonly Pack[]> {
  const packs = await Promise.all((await shippedPacks()).map(readShippedPack))
  return packs.flatMap((pack) => (pack.ok ? [pack.value] : []))
}

/** The nearest profile, if there is one that can be read. */
async function nearest({ cwd }: Invocation): Promise<ReadProfile | undefined> {
  const repository = await findRepository(cwd)
  const file = await nearestProfile(cwd, repository)
  const read = file.ok ? await readProfile(file.value, cwd, workTree(repository)) : file
  return read.ok ? read.value : undefined
}

/** The packs of the nearest profile; else those that come with Madrigal. */
async function packsAsked(invocation: Invocation): Promise<readonly Pack[]> {
  const asked = [...((await nearest(invocation))?.packs.values() ?? [])]
  return asked.length > 0 ? asked : knownPacks()
}

async function factsAsked(invocation: Invocation): Promise<readonly Fact[]> {
  return (await packsAsked(invocation)).flatMap(({ facts }) => facts)
}

async function itemOffers(invocation: Invocation): Promise<readonly Offer[]> {
  return (await packsAsked(invocation)).flatMap((pack) => [
    ...[...pack.options, ...pack.drivers].map(({ id, name }) => ({ word: id, says: name })),
    ...pack.facts.map(factOffer),
    ...words([...pack.criteria, ...pack.vetoes].map(({ id }) => id)),
  ])
}

async function recordOffers(invocation: Invocation): Promise<readonly Offer[]> {
  const found = await readRepositoryRecords(invocation, await findRepository(invocation.cwd), undefined)
  const records = found.ok ? found.value.listing.records : []
  return records.flatMap(({ number, title }) =>
    number === null ? [] : [{ word: String(number), says: title }],
  )
}

/** `fact=`, then its answers; those of a set one after the other, as `work=http-api,agent`. */
async function answerOffers(invocation: Invocation, { current }: Place): Promise<readonly Offer[]> {
  const facts = await factsAsked(invocation)
  const [, component = '', name, given] = /^([^=]*\.)?([^=]*)(?:=(.*))?$/s.exec(current) ?? []
  const fact = facts.find(({ id }) => id === name)
  if (given === undefined) return facts.map((one) => ({ ...factOffer(one), word: `${component}${one.id}=` }))
  if (fact === undefined || fact.type === 'number') return []
  if (fact.type === 'boolean') return words([`${component}${name}=true`, `${component}${name}=false`])
  const before = fact.type === 'set-of' ? given.slice(0, given.lastIndexOf(',') + 1) : ''
  return fact.values
    .filter(({ id }) => !before.split(',').includes(id))
    .map(({ id, label }) => ({ word: `${component}${name}=${before}${id}`, says: label }))
}
