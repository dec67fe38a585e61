import { withLineFeeds } from '../record-file/text-style.ts'
import { findEditedLine } from './accepted-body.ts'
import type { AcceptedCopy, Change } from './change.ts'
import type { History } from './decision-history.ts'
import { markerLine } from './git-conflicts.ts'

/** Records that people accepted by hand get their copies; what was edited since is told, and left alone. */
export function acceptanceOf({ records, existing }: History): Pick<Change, 'copies' | 'edited'> {
  const copies = records.flatMap(({ id, path, text, status }): readonly AcceptedCopy[] => {
    const copy = withLineFeeds(text)
    const wasAccepted = status === 'accepted' || status === 'superseded' || status === 'deprecated'
    return wasAccepted && !existing.accepted.has(id) && markerLine(copy) === null
      ? [{ id, path, text: copy }]
      : []
  })
  const edited = records.flatMap(({ id, path, text, status }) => {
    const copy = status === 'accepted' ? existing.accepted.get(id) : undefined
    const line = copy === undefined ? undefined : findEditedLine(copy, text)?.line
    return line === undefined ? [] : [{ path, line }]
  })
  return { ...(copies.length > 0 && { copies }), ...(edited.length > 0 && { edited }) }
}
