import { stringify } from 'yaml'
import { showHidden } from '../document/hidden-characters.ts'
import type { Answer, Fact } from '../profile/fact.ts'
import { openQuestionLines } from '../profile/open-question.ts'
import type { ReadText } from './about-project.ts'
import type { Detection } from './detect.ts'
import { type Evidence, type Finding, MOST_PLACES, placeWords } from './finding.ts'

/** A question that is left open, and the component that it is about; null for the whole project. */
export interface OpenFact {
  readonly fact: Fact
  readonly component: string | null
}

/** What a new profile says besides what was detected. */
export interface ProfileFrame {
  /** The pack, as the profile is to name it. */
  readonly criteria: string
  /** The name of the folder, for a project that says no other. */
  readonly folderName: string
  /** The address of the profile's schema; null where it has none. */
  readonly schema: string | null
  /** Where records are and what they look like, where the repository has some. */
  readonly record: { readonly directory: string; readonly template: string | null } | null
  readonly open: readonly OpenFact[]
}

/**
 * A profile as text: each answer with the place where it was read behind it, and open questions as comments.
 *
 * @param detection from `detect`
 * @returns YAML that ends in a line feed
 */
export function profileText(detection: Detection, frame: ProfileFrame): string {
  const { name, summary, deciders, findings, parts, otherFolders } = detection
  const lines = [
    ...(frame.schema === null ? [] : [`# yaml-language-server: $schema=${frame.schema}`]),
    '# Written by `madrigal init`. A comment behind an answer says where it was read: correct what is wrong.',
    ...(frame.open.length === 0
      ? []
      : ['# Questions in comments are open; `madrigal ask` asks them one by one.']),
    withPlace(`project: ${scalar(name?.text ?? frame.folderName)}`, placesOf(name)),
    ...(summary === null ? [] : [withPlace(`summary: ${scalar(summary.text)}`, placesOf(summary))]),
    ...(deciders.length === 0
      ? []
      : [
          withPlace(
            `deciders: [${deciders.map(({ text }) => JSON.stringify(withoutHidden(text))).join(', ')}]`,
            placesOf(deciders[0] ?? null),
          ),
        ]),
    'decisions:',
    `  - criteria: ${scalar(frame.criteria)}`,
    ...recordLines(frame.record),
    ...readLines(detection),
    ...factLines(findings, frame.open, null, ''),
  ]
  const components = parts.flatMap(({ id, folder, summary: about, findings: own }) => [
    `  ${id}:`,
    ...(folder === id ? [] : [`    # ${oneLine(folder)}/`]),
    ...(about === null ? [] : [withPlace(`    summary: ${scalar(about.text)}`, placesOf(about))]),
    ...factLines(own, frame.open, id, '    '),
  ])
  return [
    ...lines,
    ...(components.length === 0 ? [] : ['components:', ...components]),
    ...otherFolders.map(
      (folder) =>
        `  # No component: ${oneLine(folder)}/, whose sources are in none of the languages compared.`,
    ),
    '',
  ].join('\n')
}

function recordLines(record: ProfileFrame['record']): readonly string[] {
  if (record === null) return []
  return [
    'record:',
    `  directory: ${scalar(record.directory)}`,
    ...(record.template === null ? [] : [`  template: ${scalar(record.template)}`]),
  ]
}

/** What was only read from what is there argues for what is there, and the record says so. */
function readLines({ findings, parts }: Detection): readonly string[] {
  const read = [...findings, ...parts.flatMap((part) => part.findings)].filter(
    ({ isOfRepository, answer }) => isOfRepository && answer !== null,
  )
  const ids = [...new Set(read.map(({ fact }) => fact.id))]
  return ids.length === 0 ? [] : [`read-from-repository: [${ids.join(', ')}]`]
}

function factLines(
  findings: readonly Finding[],
  open: readonly OpenFact[],
  component: string | null,
  indent: string,
): readonly string[] {
  const inner = `${indent}  `
  const answered = findings.flatMap(({ fact, answer, evidence }) =>
    answer === null ? [] : [withPlace(`${inner}${fact.id}: ${written(answer)}`, evidence)],
  )
  const apart = findings.flatMap(({ fact, answer, evidence }) =>
    answer === null ? [`${inner}# ${fact.id}: several answers were found: ${placesIn(evidence)}`] : [],
  )
  const asked = open
    .filter((question) => question.component === component)
    .flatMap(({ fact }) => openQuestionLines(fact).map((line) => inner + line))
  if (answered.length + apart.length + asked.length === 0) return []
  return [`${indent}facts:`, ...answered, ...apart, ...asked]
}

const written = (answer: Answer): string =>
  typeof answer === 'object' ? `[${answer.join(', ')}]` : String(answer)

const placesOf = (read: ReadText | null): readonly Evidence[] => (read === null ? [] : [read.evidence])

const withPlace = (line: string, evidence: readonly Evidence[]): string =>
  evidence.length === 0 ? line : `${line} # ${placesIn(evidence)}`

/** Where an answer was read, for a comment. */
export const placesIn = (evidence: readonly Evidence[]): string =>
  evidence
    .slice(0, MOST_PLACES)
    .map((one) => oneLine(placeWords(one)))
    .join('; ')

const LONGEST_PLACE = 120

/** The text of a repository as part of a comment. */
function oneLine(text: string): string {
  const plain = withoutHidden(text)
  const characters = Array.from(plain)
  return characters.length <= LONGEST_PLACE ? plain : `${characters.slice(0, LONGEST_PLACE - 1).join('')}…`
}

/** A text as YAML on one line. */
const scalar = (text: string): string => stringify(withoutHidden(text).trim(), { lineWidth: 0 }).trimEnd()

const withoutHidden = (text: string): string => showHidden(text, () => ' ')
