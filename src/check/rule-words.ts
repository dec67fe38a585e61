import type { FindingKind } from './finding.ts'

/** What each kind of finding means, in one sentence. docs/checking.md says the same. */
export const ruleWords: Readonly<Record<FindingKind, string>> = {
  'verdict-flipped': 'The profile and its pack decide something else than the record says.',
  'confidence-changed': 'The same choice is surer, or less sure, than the record says.',
  'inputs-changed': 'The record was written from other facts or words; its decision is the same.',
  'verdict-unclear':
    'The decision has changed, and the text of a settled record does not tell whether it agrees.',
  'proposal-groundless': 'An open proposal is against what the profile says now.',
  'trigger-met': 'A condition that the accepted record names for looking at it again holds now.',
  'revisit-by-passed': 'The day by which the profile wants the decision to be looked at again has passed.',
  'pack-newer': 'The pack has a newer version than the one that the record was judged against.',
  'sources-old': 'The pack, or a source that the record cites, was last verified too long ago.',
  'record-missing': 'The profile asks for a record that was never written.',
  'record-deleted': 'The profile asks for a record whose file was deleted.',
  'base-missing': 'The copy that tells what people wrote in the record is missing.',
  'conflict-markers': 'Conflict markers are in the file.',
  'accepted-body-edited': 'The record was edited after it was accepted.',
  'acceptance-unrecorded': 'The record was accepted by hand, and nothing remembers as what.',
  'evidence-behind': 'The evidence behind the record is missing, or is not what follows.',
  'unknown-status': 'The record has a status that is none of the known ones.',
  'supersede-link-one-way': 'Of two records, only one says that it takes the place of the other.',
  'supersede-link-broken':
    'A link between a record and the one that takes its place leads nowhere, in a circle, or to a mere proposal.',
  'duplicate-number': 'Two records have the same number.',
  'duplicate-id': 'Two records have the same id.',
  'number-mismatch': 'The number in the text of the record is not that of its file name.',
  'unreadable-record': 'A file of the record directory cannot be read as a record.',
  'interrupted-run': 'A run was stopped while it wrote.',
}
