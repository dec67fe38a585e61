import { splitFrontMatter } from './front-matter.ts'

/**
 * The words that a reader of a Markdown text sees: without front matter, comments, addresses and the definitions of links.
 *
 * @param markdown with line feeds
 */
export const visibleWords = (markdown: string): readonly string[] =>
  (splitFrontMatter(markdown)?.body ?? markdown)
    .replace(/<!--[\s\S]*?-->/g, ' ')
    .replace(/^\[[^\]]+\]: \S.*$/gm, ' ')
    .replace(/\]\((?:<[^>]*>|[^)]*)\)|\]\[[^\]]*\]/g, ']')
    .replace(/<?\bhttps?:\/\/\S+/g, ' ')
    .split(/[\s|]+/)
    .filter((word) => /[\p{L}\p{N}]/u.test(word))
