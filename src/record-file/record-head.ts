import { type FieldPlace, fieldsIn, fieldsInLine } from './field-places.ts'
import { numberInHeading } from './heading-number.ts'
import type { RecordSection } from './markdown-lines.ts'
import { type FieldLabel, isNameOfHead, labelOf, plainName, sectionName } from './record-labels.ts'

/** What stands above the text of a record. */
export interface RecordHead {
  /** The heading with the title, as written; empty where there is none. */
  readonly title: string
  /** Lines and tables, in their order. */
  readonly fields: readonly FieldPlace[]
  /** Sections of one field each, such as Status. */
  readonly sections: readonly FieldSection[]
  /** A Status section that stands further down, after the text; it counts where nothing at the head says a status. */
  readonly later: RecordSection | null
}

interface FieldSection {
  readonly label: FieldLabel
  readonly section: RecordSection
}

/** Of one that has a value: `## Status: accepted`. */
const LONGEST_HEADING = 500

/**
 * Finds what a record says of itself. Whatever stands below the first section of its text is part of that text: there, a
 * heading `Status` speaks of something else.
 */
export function headOf(sections: readonly RecordSection[]): RecordHead {
  const title = titleAmong(sections)
  const fields: FieldPlace[] = []
  const own: FieldSection[] = []
  let above: RecordSection | null = null
  let index = 0
  for (; index < sections.length; index += 1) {
    const section = sections[index]
    if (section === undefined) break
    const label = fieldOfSection(section)
    const inHeading = fieldsInLine(section.heading.slice(0, LONGEST_HEADING), section.first - 1).filter(
      ({ written }) => written !== '',
    )
    if (section !== title && inHeading.length > 0) fields.push(...inHeading)
    else if (section !== title && label !== null) own.push({ label, section })
    else if (!isOfHead(section, title, above)) break
    if (section.level > 0) above = section
    if (label === 'other') continue
    for (const field of fieldsIn(section.lines, section.first)) fields.push(field)
  }
  return { title: title?.heading ?? '', fields, sections: own, later: laterStatus(sections.slice(index)) }
}

/** A heading `State` may be about that of a program. */
const fieldOfSection = ({ heading }: RecordSection): FieldLabel | null =>
  plainName(heading) === 'state' ? null : labelOf(heading)

/** The first heading of the first level; where there is none, the first one of all that names no section. */
export function titleAmong(sections: readonly RecordSection[]): RecordSection | undefined {
  const first = sections.filter(({ level, heading }) => level === 1 && heading !== '')
  const [kind] = first
  const only =
    first.find(({ heading }) => !isNameOfHead(heading)) ?? (kind && (numberedBelow(sections, kind) ?? kind))
  if (only !== undefined || sections.some(({ level }) => level === 1)) return only
  const heading = sections.find(({ level }) => level > 1)
  const others = sections.filter(({ level }) => level > 1 && level <= (heading?.level ?? 0))
  const isTitle = heading !== undefined && others.length === 1 && sections.at(-1) !== heading
  return isTitle && labelOf(heading.heading) === null ? heading : undefined
}

/** Above the title may stand what kind of document this is: `# ADR` and then `## 7. Use it`, unless that is `## 1. Context`. */
function numberedBelow(sections: readonly RecordSection[], kind: RecordSection): RecordSection | undefined {
  const below = sections[sections.indexOf(kind) + 1]
  const isTitle =
    below !== undefined &&
    numberInHeading(below.heading) !== null &&
    labelOf(below.heading) === null &&
    !/^(?:context|decision|summary|background|problem)/.test(sectionName(below.heading))
  return isTitle ? below : undefined
}

/** Whether the lines of a section belong to the head: above the title, below it, or below the title once more. */
const isOfHead = (
  section: RecordSection,
  title: RecordSection | undefined,
  above: RecordSection | null,
): boolean =>
  section === title ||
  section.level === 0 ||
  isNameOfHead(section.heading) ||
  (title !== undefined && above === title && plainName(section.heading) === plainName(title.heading))

/** People may put the status at the end. It is not that of the record below another heading of the text. */
function laterStatus(sections: readonly RecordSection[]): RecordSection | null {
  const top = sections.reduce((least, { level }) => Math.min(least, level), 6)
  return sections.find((one) => one.level === top && sectionName(one.heading) === 'status') ?? null
}
