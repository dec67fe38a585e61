import path from 'node:path'
import { type Result, fail, succeed } from '../diagnostics/diagnostic.ts'
import { joinResults, problemsIn } from '../diagnostics/join-results.ts'
import { acceptedPath, basePath, evidenceDataPath, evidencePath, pendingPath } from '../plan/change.ts'
import { recordsAmong } from '../plan/select-record.ts'
import type { ExistingFiles, KnownEvidence } from '../plan/wanted-record.ts'
import { decisionOfId } from '../record-file/record-name.ts'
import { readRecord } from '../record-file/read-record.ts'
import { withLineFeeds } from '../record-file/text-style.ts'
import type { FileTree, RepositoryTree } from './file-tree.ts'
import { namesIn, readIfThere } from './files.ts'
import { idsWithCopies, readCopies, readFewCopies, rememberedBy } from './record-copies.ts'
import { idsIn, readRecords } from './record-texts.ts'
import { isUntouched } from './own-files.ts'
import { ownFolder } from './write-lock.ts'

/**
 * The records of some directories, those of some decisions wherever they are, and the machine's own copies of them; or
 * all that cannot be read.
 *
 * @param later decisions whose evidence is left out, because it is read when each of them is planned
 */
export async function readExisting(
  root: string,
  directories: readonly string[],
  ids: readonly string[],
  tree: RepositoryTree,
  later: ReadonlySet<string> = new Set(),
): Promise<Result<ExistingFiles>> {
  const own = await namesIn(ownFolder(root), '.madrigal', tree)
  const found: Result<ReadonlyMap<string, string>>[] = []
  for (const directory of new Set(directories)) found.push((await readRecords(root, directory, tree)).texts)
  const written = await idsWithCopies(root, ids, basePath, tree)
  const remembered = await idsWithCopies(root, ids, acceptedPath, tree)
  const known = [written, remembered].flatMap((result) => (result.ok ? result.value : []))
  const [texts, there] = [new Map<string, string>(), new Set<string>()]
  for (const directory of found.flatMap((result) => (result.ok ? [result.value] : [])))
    for (const [file, text] of directory) {
      const id = idsIn(directory).get(file)
      texts.set(file, text)
      if (id !== undefined) there.add(id)
    }
  const moved = await findMovedRecords(root, new Set(known.filter((id) => !there.has(id))), tree)
  const ours = new Set([...ids, ...there, ...known])
  const isPending = own.ok && own.value.includes('pending')
  const copies = await readOwnCopies(root, ours, isPending, tree)
  const now = [...ours].filter((id) => !later.has(decisionOfId(id)))
  const evidence = await readEvidence(root, now, tree)
  const results = [own, ...found, written, remembered, copies, evidence]
  if (!own.ok || !copies.ok || !evidence.ok || results.some(({ ok }) => !ok))
    return fail(...problemsIn(results))
  return succeed({
    records: new Map([...texts, ...moved]),
    ...copies.value,
    ...evidence.value,
    isFirstRun: isUntouched(own.value),
  })
}

/** The decisions by some packs of which there are records in a directory, or copies of records, as `pack/subject`. */
export async function recordedDecisions(
  root: string,
  directory: string,
  packs: readonly string[],
  tree: RepositoryTree,
): Promise<Result<ReadonlySet<string>>> {
  if (packs.length === 0) return succeed(new Set())
  const remembered = await rememberedBy(packs, root, tree)
  const { texts } = await readRecords(root, directory, tree)
  if (!remembered.ok || !texts.ok) return fail(...problemsIn([remembered, texts]))
  return succeed(new Set([...remembered.value, ...idsIn(texts.value).values()].map(decisionOfId)))
}

type OwnCopies = Pick<ExistingFiles, 'bases' | 'accepted' | 'pending'>

/** Everything that the machine keeps of some records, but for the evidence. */
async function readOwnCopies(
  root: string,
  ids: ReadonlySet<string>,
  isPending: boolean,
  tree: FileTree,
): Promise<Result<OwnCopies>> {
  const copies: Result<ReadonlyMap<string, string>>[] = []
  for (const pathOf of [basePath, acceptedPath, pendingPath])
    copies.push(await readCopies(root, pathOf === pendingPath && !isPending ? [] : ids, pathOf, tree))
  const found = joinResults(copies)
  if (!found.ok) return found
  const [bases = none, accepted = none, pending = none] = found.value
  return succeed({ bases, accepted, pending })
}

const none: ReadonlyMap<string, string> = new Map()

async function readEvidence(
  root: string,
  ids: readonly string[],
  tree: FileTree,
  read = readCopies,
): Promise<Result<KnownEvidence>> {
  const evidence = await read(root, ids, evidencePath, tree)
  const evidenceData = await read(root, ids, evidenceDataPath, tree)
  return evidence.ok && evidenceData.ok
    ? succeed({ evidence: evidence.value, evidenceData: evidenceData.value })
    : fail(...problemsIn([evidence, evidenceData]))
}

/** Reads the evidence of a decision, which is given by the id of any of its records. */
export type EvidenceReader = (id: string) => Promise<Result<KnownEvidence>>

/** For many decisions, whose evidence together is large: that of each is read when it is asked for, and not kept. */
export function evidenceReader(
  root: string,
  { records, bases, accepted }: ExistingFiles,
  tree: FileTree,
): EvidenceReader {
  const written = new Map<string, string[]>()
  for (const id of [...recordsAmong(records).map((record) => record.id), ...bases.keys(), ...accepted.keys()])
    written.set(decisionOfId(id), [...(written.get(decisionOfId(id)) ?? []), id])
  return (id) => {
    const ids = new Set([id, ...(written.get(decisionOfId(id)) ?? [])])
    return readEvidence(root, [...ids], tree, readFewCopies)
  }
}

/**
 * Looks for records that are not in their directory any more, by id, in all Markdown files of the repository but those
 * that git ignores and the machine's own. Finds nothing where there is no repository.
 *
 * @returns the texts of the records by path, in code-unit order
 */
async function findMovedRecords(
  root: string,
  ids: ReadonlySet<string>,
  tree: RepositoryTree,
): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>()
  if (ids.size === 0) return found
  for (const file of await tree.listMarkdown()) {
    const text = await readOwnText(root, file, tree)
    // To read a record takes longer than to see that its id is nowhere.
    if (text === null || ![...ids].some((id) => text.includes(id))) continue
    if (ids.has(readRecord(withLineFeeds(text))?.id ?? '')) found.set(file, text)
  }
  return found
}

/** What a link leads to would be found twice, or lie outside. */
async function readOwnText(root: string, file: string, tree: FileTree): Promise<string | null> {
  const whole = path.join(root, file)
  const text = (await tree.isFile(whole)) ? await readIfThere(whole, file, tree) : null
  return text?.ok ? text.value : null
}
