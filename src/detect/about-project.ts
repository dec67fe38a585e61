import type { Evidence } from './finding.ts'
import { fileNameOf } from '../document/file-path.ts'
import { readStructure, valuesAt } from './structure.ts'

/** A text that was read, and where. */
export interface ReadText {
  readonly text: string
  readonly evidence: Evidence
}

export interface AboutProject {
  readonly name: ReadText | null
  readonly summary: ReadText | null
  readonly deciders: readonly ReadText[]
}

const readmes = ['README.md', 'README.markdown', 'README.rst', 'README.txt', 'README']
const owners = ['.github/CODEOWNERS', 'CODEOWNERS', 'docs/CODEOWNERS', '.gitlab/CODEOWNERS']

/** Where the names of a project stand besides its readme. */
const namesAt: readonly (readonly [file: string, key: string])[] = [
  ['pyproject.toml', 'project.name'],
  ['pyproject.toml', 'tool.poetry.name'],
  ['package.json', 'name'],
]

/** Whether a file says what a project, or a part of it in a folder, is called or does. */
export const isAboutProject = (path: string): boolean =>
  readmes.includes(fileNameOf(path)) ||
  owners.includes(path) ||
  ['go.mod', 'pyproject.toml', 'package.json'].includes(path)

export function aboutProject(texts: ReadonlyMap<string, string>): AboutProject {
  const readme = readReadme(texts, '')
  return {
    name: readme.title ?? nameOfManifest(texts),
    summary: readme.summary,
    deciders: readOwners(texts),
  }
}

/** What the readme of a folder says first. */
export const summaryOf = (texts: ReadonlyMap<string, string>, folder: string): ReadText | null =>
  readReadme(texts, folder).summary

function nameOfManifest(texts: ReadonlyMap<string, string>): ReadText | null {
  const module = /^module\s+(\S+)/m.exec(texts.get('go.mod') ?? '')?.[1]
  if (module !== undefined) {
    const text = fileNameOf(module.replace(/\/v\d+$/, ''))
    return { text, evidence: { file: 'go.mod', line: 1, says: 'is its module' } }
  }
  const configured = /^\[metadata\][^[]*?^name\s*=\s*(\S+)/ms.exec(texts.get('setup.cfg') ?? '')?.[1]
  if (configured !== undefined)
    return { text: configured, evidence: { file: 'setup.cfg', line: null, says: 'has its name' } }
  for (const [file, key] of namesAt) {
    const [found] = valuesAt(readStructure(file, texts.get(file) ?? ''), key)
    if (typeof found?.value === 'string' && found.value.trim() !== '')
      return { text: found.value.trim(), evidence: { file, line: found.line, says: 'is its name' } }
  }
  return null
}

const LONGEST_NAME = 60
const LONGEST_SUMMARY = 300

function readReadme(
  texts: ReadonlyMap<string, string>,
  folder: string,
): { readonly title: ReadText | null; readonly summary: ReadText | null } {
  const file = readmes
    .map((name) => (folder === '' ? name : `${folder}/${name}`))
    .find((name) => texts.has(name))
  if (file === undefined) return { title: null, summary: null }
  const lines = (texts.get(file) ?? '').slice(0, 20_000).split(/\r?\n/)
  const head = linesOfHead(lines)
  const titleAt = head.findIndex((line, index) => titleIn(line, head[index + 1] ?? '') !== null)
  const title = titleAt === -1 ? null : titleIn(head[titleAt] ?? '', head[titleAt + 1] ?? '')
  const paragraph = firstParagraph(head)
  return {
    title:
      title === null || title.length > LONGEST_NAME || generic.test(title)
        ? null
        : { text: title, evidence: { file, line: titleAt + 1, says: 'is its title' } },
    summary:
      paragraph === null
        ? null
        : {
            text: sentencesUpTo(paragraph.text),
            evidence: { file, line: paragraph.line, says: 'begins so' },
          },
  }
}

/** Headings that are not the name of anything. */
const generic =
  /^(?:introduction|overview|about|read ?me|welcome|description|getting started|table of contents|contents)$/i

/** What stands above the second heading. */
function linesOfHead(lines: readonly string[]): readonly string[] {
  const isUnderline = (index: number): boolean =>
    underline.test((lines[index] ?? '').trim()) && (lines[index - 1] ?? '').trim() !== ''
  const headings = lines.flatMap((line, index) =>
    /^#{1,6} /.test(line) ? [index] : isUnderline(index) ? [index - 1] : [],
  )
  return lines.slice(0, headings[1] ?? lines.length)
}

const underline = /^(?:={3,}|-{3,}|~{3,})$/

/** A heading of Markdown, or a line that is underlined, that is plain text. */
function titleIn(line: string, next: string): string | null {
  const heading = /^# +(.+?)(?: +#+)?$/.exec(line.trim())?.[1] ?? (underline.test(next.trim()) ? line : '')
  const text = withoutMarkup(heading)
  return text === '' || /[<[\]|]/.test(text) ? null : text
}

/** Lines that are no sentence: headings, badges, pictures, lists, tables, quotes, HTML, directives, underlines. */
const isNoProse = /^(?:#|!\[|\[!|[-*+] |\d+[.)] |\||>|<|\.\. |:\w|={3,}|-{3,}|~{3,}|\*{3,}|\[[^\]]*\]:|\{)/

function firstParagraph(lines: readonly string[]): { readonly text: string; readonly line: number } | null {
  let isCode = false
  let start = -1
  for (const [index, line] of [...lines, ''].entries()) {
    const text = line.trim()
    if (/^(?:```|~~~)/.test(text)) isCode = !isCode
    const isProse = !isCode && text !== '' && !isNoProse.test(text) && !/^(?: {4}|\t)/.test(line)
    const isUnderlined = underline.test((lines[index + 1] ?? '').trim())
    if (isProse && !isUnderlined && start === -1) start = index
    if (isProse || start === -1) continue
    const paragraph = withoutMarkup(lines.slice(start, index).join(' '))
    if (paragraph.split(' ').length >= 4 && /[.!?]$/.test(paragraph))
      return { text: paragraph, line: start + 1 }
    start = -1
  }
  return null
}

/** Text without the marks of Markdown and HTML. */
const withoutMarkup = (text: string): string =>
  text
    .replace(/!\[[^\]]{0,200}\]\([^)]{0,500}\)/g, '')
    .replace(/\[([^\]]{0,200})\](?:\([^)]{0,500}\)|\[[^\]]{0,200}\])/g, '$1')
    .replace(/`([^`<]{0,200}) <[^<>`]{0,500}>`__?/g, '$1')
    .replace(/<[^<>]{0,500}>/g, '')
    .replace(/(\w)_(?=[\s.,;:)]|$)/g, '$1')
    .replace(/[*`]|__/g, '')
    .replace(/\s+/g, ' ')
    .trim()

/** Whole sentences, as many as fit; cut at a word where not even one does. */
function sentencesUpTo(text: string): string {
  const sentences = text.match(/[^.!?]+(?:[.!?]+(?=\s|$)|[.!?]+|$)/g) ?? []
  let fitting = ''
  for (const sentence of sentences) {
    if ((fitting + sentence).trim().length > LONGEST_SUMMARY) break
    fitting += sentence
  }
  if (fitting.trim() !== '') return fitting.trim()
  const cut = text.slice(0, LONGEST_SUMMARY)
  return `${cut.slice(0, Math.max(1, cut.lastIndexOf(' ')))} …`
}

/** Who owns everything, as the last line for `*` says. */
function readOwners(texts: ReadonlyMap<string, string>): readonly ReadText[] {
  const file = owners.find((name) => texts.has(name))
  if (file === undefined) return []
  const lines = (texts.get(file) ?? '').split(/\r?\n/)
  const index = lines.findLastIndex((line) => /^\*\s+\S/.test(line))
  if (index === -1) return []
  return (lines[index] ?? '')
    .replace(/#.*/, '')
    .split(/\s+/)
    .slice(1)
    .filter((owner) => owner !== '')
    .map((text) => ({ text, evidence: { file, line: index + 1, says: 'owns all of it' } }))
}
