import { letterPattern } from '../document/letters.ts'
/** What a line, a row, a key or a heading at the head of a record is about. */
export type FieldLabel = 'status' | 'date' | 'created' | 'successor' | 'other'

/** The names of a field, as people write them in the languages that records are known to be written in. */
const names: Readonly<Record<FieldLabel, string>> = {
  status:
    'status|decision status|adr status|current status|state|statut|état|estado|stato|situação|zustand|stan|статус|状态|狀態|' +
    '状態|ステータス|상태',
  date: 'date|decision date|date of decision|date decided|decided|decided on|datum|fecha|data|dato|дата|日期|日付|날짜',
  created:
    'created|created on|created at|creation date|date created|accepted on|last updated|last modified|updated|erstellt|créé le|' +
    'creado|创建日期|作成日',
  successor:
    'superseded by|superceded by|supersededby|replaced by|remplacé par|ersetzt durch|abgelöst durch|reemplazado por|' +
    'substituído por|sostituito da|vervangen door|被取代',
  other:
    'number|id|adr|title|deciders|decision makers|author|authors|owner|owners|consulted|informed|reviewers|approvers|tags|' +
    'category|team|project|version|technical story|ticket|supersedes|amends|autor|auteur|作者',
}

const byName: ReadonlyMap<string, FieldLabel> = new Map(
  (['status', 'date', 'created', 'successor', 'other'] as const).flatMap((label) =>
    names[label].split('|').map((name) => [name, label] as const),
  ),
)

/** Nobody writes a longer one. */
const LONGEST_NAME = 60

/** The field that some words name, with markup, numbers and pictures around them; null where they name none. */
export const labelOf = (words: string): FieldLabel | null => byName.get(plainName(words)) ?? null

/** Headings of sections that hold nothing but fields. */
const heads: ReadonlySet<string> = new Set(
  (
    'metadata|document information|information|details|adr|decision record|architecture decision record|' +
    'architectural decision record|métadonnées|metadaten|metadatos|metadados|元数据'
  ).split('|'),
)

export const isNameOfHead = (words: string): boolean => heads.has(plainName(words))

/** Headings of records in other languages, by what they are called in the form of Nygard. */
const sections: Readonly<Record<string, string>> = {
  context: 'contexte|kontext|contexto|contesto|контекст|背景|上下文|コンテキスト|맥락',
  decision:
    'décision|entscheidung|decisión|decisão|decisione|beslissing|besluit|beslut|decyzja|решение|决定|决策|決定|결정',
  consequences:
    'conséquences|konsequenzen|folgen|consecuencias|consequências|conseguenze|gevolgen|konsekvenser|последствия|后果|影响|結果|결과',
}

const sectionNames: ReadonlyMap<string, string> = new Map(
  Object.entries(sections).flatMap(([english, others]) => others.split('|').map((name) => [name, english])),
)

/** The name of a section, in English where it is one that every record has. */
export function sectionName(words: string): string {
  const name = plainName(words)
  return byName.get(name) === 'status' ? 'status' : (sectionNames.get(name) ?? name)
}

/** Some words in lower case, without markup, and without what stands around them; empty where there are too many. */
export function plainName(words: string): string {
  if (words.length > LONGEST_NAME) return ''
  const plain = words
    .normalize('NFC')
    .toLowerCase()
    .replace(/[*`~:：]/gu, '')
    .replace(/[\s_-]+/gu, ' ')
  return plain.replace(beforeLetters(plain), '').replace(afterLetters(plain), '')
}

const beforeLetters = letterPattern(String.raw`^[^\p{L}]+`)
const afterLetters = letterPattern(String.raw`[^\p{L}\p{M}]+$`)
