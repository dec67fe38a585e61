import type { DecisionExplanation, ExplainedComponent } from './explain-decision.ts'
import type { Evaluation } from '../evaluation/evaluate.ts'
import { houseHeading, houseLines } from '../record/house.ts'
import { plainText } from '../report/plain-text.ts'
import { questionPoints, questionsIntroduction } from '../record/question-points.ts'
import { restSentences } from '../record/what-it-rests-on.ts'
import { changeSentences, changesIntroduction } from '../record/what-would-change.ts'
import { plainDecision } from '../report/plain-verdict.ts'
import { conditionLines, groundsText, turnText, verdictLines, vetoLines } from './rule-lines.ts'
import { driverSection } from './rule-sections.ts'
import {
  type Context,
  type Line,
  type Section,
  consequenceText,
  line,
  notWeighed,
  sentences,
  shift,
} from './wording.ts'

/** What a house adds to the comparison, and what the comparison says alone. */
const houseSection = (evaluation: Evaluation): readonly Section[] =>
  evaluation.pack.house === undefined
    ? []
    : [{ title: plainText(houseHeading(evaluation.pack)), lines: sentences(houseLines(evaluation)) }]

/** The whole chain: the verdict, each component from its scope to its drivers, and what would be otherwise. */
export function decisionSections(
  context: Context,
  { components, restsOn }: DecisionExplanation,
): readonly Section[] {
  const { evaluation } = context
  const isRobust = restsOn.length === 0 && evaluation.covered.length > 0
  return [
    {
      title: plainDecision(evaluation),
      lines: verdictLines(context),
    },
    ...components.flatMap((component) => componentSections(context, component)),
    ...houseSection(evaluation),
    {
      title: 'What it rests on',
      lines: [
        ...sentences(restSentences(evaluation)),
        ...(isRobust ? [line('Without any one of its criteria and vetoes the decision is the same.')] : []),
        ...restsOn.map((effect) =>
          line(
            `Without the ${'favours' in effect.rule ? 'criterion' : 'veto'} ${effect.rule.id}, ${consequenceText(evaluation, effect)}.`,
          ),
        ),
      ],
    },
    {
      title: 'What would change it',
      lines: sentences([changesIntroduction(evaluation), ...changeSentences(evaluation)]),
    },
    {
      title: 'Open questions',
      lines: [
        ...sentences([questionsIntroduction(evaluation)]),
        ...questionPoints(evaluation).flatMap(({ headline, lines }) => [
          ...sentences([headline]),
          ...shift(sentences(lines), 2),
        ]),
      ],
    },
  ]
}

function componentSections(context: Context, explained: ExplainedComponent): readonly Section[] {
  const { component, scope, drivers, vetoes } = explained
  const { divided } = context.evaluation.profile
  const prefix = divided ? `${component.name}: ` : ''
  const applies = {
    title: divided ? `${prefix}scope of the comparison` : 'Scope of the comparison',
    lines: scopeLines(context, explained),
  }
  if (scope.truth !== 'true') return [applies]
  return [
    applies,
    ...drivers.filter(({ criteria }) => criteria.length > 0).map((driver) => driverSection(context, driver)),
    {
      title: `${prefix}${divided ? 'vetoes' : 'Vetoes'}`,
      lines: vetoes.flatMap((veto) => vetoLines(context, veto)),
    },
  ]
}

function scopeLines(context: Context, { component, scope }: ExplainedComponent): readonly Line[] {
  const { rule, truth, condition } = scope
  const isCovered = truth === 'true'
  return [
    ...(isCovered ? [line('The comparison applies.')] : notWeighed(context.evaluation, component)),
    ...conditionLines(context.file, condition, 4),
    line(truth === 'false' ? rule.outside : rule.inside, 4),
    line(groundsText(context, rule), 4),
    ...(isCovered ? [] : [line(turnText(scope), 4)]),
  ]
}
