/** What a line, a row, a key or a heading at the head of a record is about. */
export type FieldLabel = 'status' | 'date' | 'created' | 'successor' | 'other'

/** The names of a field, as people write them in the languages that records are known to be written in. */
const names: Readonly<Record<FieldLabel, string>> = {
  status:
    'status|decision status|adr status|record status|current status|state|statut|état|estado|stato|situação|estatus|zustand|' +
    'stav|stan|stare|tila|tilstand|durum|állapot|статус|стан|состояние|κατάσταση|trạng thái|状态|狀態|状態|ステータス|상태',
  date:
    'date|decision date|date of decision|date decided|decided|decided on|decision made|date de la décision|datum|' +
    'entscheidungsdatum|fecha|data|dato|data da decisão|data della decisione|fecha de la decisión|päivämäärä|päiväys|' +
    'tarih|dátum|дата|ημερομηνία|ngày|日期|日付|날짜|决定日期',
  created:
    'created|created on|created at|creation date|date created|published|accepted on|date accepted|last updated|last modified|' +
    'updated|erstellt|erstellt am|créé le|creado|criado em|創建日期|创建日期|作成日',
  successor:
    'superseded by|superceded by|supersededby|replaced by|succeeded by|remplacé par|ersetzt durch|abgelöst durch|' +
    'reemplazado por|reemplazada por|sustituido por|substituído por|sostituito da|vervangen door|被取代|取代者',
  other:
    'number|nr|no|id|adr|adr id|title|name|deciders|decider|decision makers|decision maker|decided by|author|authors|owner|' +
    'owners|contributors|consulted|informed|participants|stakeholders|reviewers|approvers|approved by|driver|drivers|tags|' +
    'category|type|team|project|version|technical story|ticket|issue|related|relates to|supersedes|amends|amended by|impact|' +
    'auteur|auteurs|décideurs|autor|autoren|entscheider|autores|decisores|autori|auteurs|作者|决策者|決定者',
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
    'metadata|meta|meta data|metadata table|document information|document info|record information|information|info|details|' +
    'header|adr|decision record|architecture decision record|architectural decision record|adr metadata|' +
    'métadonnées|metadaten|metadatos|metadados|metadati|元数据|メタデータ'
  ).split('|'),
)

export const isNameOfHead = (words: string): boolean => heads.has(plainName(words))

/** Headings of records in other languages, by what they are called in the form of Nygard. */
const sections: Readonly<Record<string, string>> = {
  context: 'contexte|kontext|contexto|contesto|konteksti|bağlam|контекст|背景|上下文|コンテキスト|문맥|맥락',
  decision:
    'décision|entscheidung|decisión|decisão|decisione|beslissing|besluit|beslut|beslutning|päätös|decyzja|rozhodnutí|karar|' +
    'решение|рішення|决定|决策|決定|결정',
  consequences:
    'conséquences|konsequenzen|folgen|auswirkungen|consecuencias|consequências|conseguenze|gevolgen|konsekvenser|' +
    'seuraukset|konsekwencje|důsledky|sonuçlar|последствия|наслідки|后果|影响|後果|結果|影響|결과',
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
  return plain.replace(/^[^\p{L}]+/u, '').replace(/[^\p{L}\p{M}]+$/u, '')
}
