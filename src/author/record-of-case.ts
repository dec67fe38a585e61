import { slugOf } from '../record-file/record-name.ts'
import { buildRecord } from '../record/build-record.ts'
import { renderRecord } from '../record/render-record.ts'
import type { Template } from '../record/template.ts'
import type { RecordText } from './judge-case.ts'

/** The first record of a case. */
export const wantedRecordText =
  (template: Template): RecordText =>
  (evaluation) => {
    const head = {
      id: slugOf(evaluation.profile.project),
      number: 1,
      date: evaluation.pack.verified,
      profilePath: 'adr-profile.yaml',
    }
    return renderRecord(buildRecord(evaluation, head), template)
  }
