import type { Write } from './write.ts'

/** What is in `.madrigal/` only while a run is under way, or until the next run after a crash. */
export const lockName = 'lock'
export const journalName = 'journal.json'
export const draftName = 'journal.tmp'

const ignored = `# Here while a run is under way, or after a crash. Commit everything else.
/${lockName}
/${journalName}
/${draftName}
.*.tmp
`

const attributes = `# Copies that Madrigal compares records with. Reviews need not show a record twice.
* text eol=lf linguist-generated=true gitlab-generated
# People write these.
/criteria/** -linguist-generated -gitlab-generated
`

/** What comes into `.madrigal/` with the first copy. People may edit or delete it. */
export const ownFolderFiles = [
  { path: '.madrigal/.gitattributes', text: attributes },
  { path: '.madrigal/.gitignore', text: ignored },
] as const

/** The writes of a run before which there was no `.madrigal/`. */
export const withOwnFolder = (writes: readonly Write[]): readonly Write[] =>
  writes.some(({ path }) => path.startsWith('.madrigal/'))
    ? [...writes, ...ownFolderFiles.map((file) => ({ ...file, expected: null }))]
    : writes
