import { marked } from 'marked'

/** HTML as `marked` makes it of Markdown, with GitHub's extensions. */
export const htmlOf = (markdown: string): string =>
  marked.parse(markdown, { gfm: true, async: false }) as string

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" }

/** What a reader sees: HTML without its tags, entities decoded. */
export const textOf = (html: string): string =>
  html.replace(/<[^>]*>/g, '').replace(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => entities[name] ?? '')

/** The tags of some HTML, in order, without attributes. */
export const tagsOf = (html: string): readonly string[] =>
  [...html.matchAll(/<(\/?[a-z0-9]+)/g)].map(([, tag]) => tag ?? '')
