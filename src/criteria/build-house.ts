import { type DocumentNode, entriesOf, findChild, findNode } from '../document/node.ts'
import { readAnswer } from '../profile/read-answer.ts'
import { buildLists, speakAgainst } from './build-pack.ts'
import { readCondition } from './condition-form.ts'
import type { WrittenHouse } from './house-schema.ts'
import type { Adjustment, Criterion, Grounds, House, HouseAnswer, Pack } from './pack.ts'

/** Put a house, written and known to be right, over the comparison that it extends. */
export function buildHouse(written: WrittenHouse, root: DocumentNode, base: Pack): Pack {
  const lists = buildLists(written, root, base)
  const house: House = {
    id: written.id,
    title: written.title,
    writtenFor: written.extends.version,
    base,
    adjustments: buildAdjustments(written, root, base),
    answers: buildAnswers(written, root, base),
  }
  const answers = new Map(house.answers.map(({ fact, answer }) => [fact, answer]))
  const options = [...base.options, ...lists.options]
  return {
    ...base,
    options,
    sources: [...base.sources, ...lists.sources],
    drivers: [...base.drivers, ...lists.drivers],
    facts: [
      ...base.facts.map((fact) => {
        const assume = answers.get(fact.id) ?? fact.assume
        return assume === undefined ? fact : { ...fact, assume }
      }),
      ...lists.facts,
    ],
    criteria: [
      ...adjusted(base.criteria, house).map((rule) =>
        // What speaks against an option counts for those of the house as well.
        rule.against === undefined ? rule : { ...rule, ...speakAgainst(options, rule.against) },
      ),
      ...lists.criteria.map((rule) =>
        ofHouse({ ...rule, gain: ofHouse(rule.gain), loss: ofHouse(rule.loss) }),
      ),
    ],
    vetoes: [...base.vetoes, ...lists.vetoes.map(ofHouse)],
    watch: [...base.watch, ...lists.watch.map(ofHouse)],
    replaced: [...base.replaced, ...lists.replaced],
    detection: [...base.detection, ...lists.detection],
    lint: written.lint ?? [],
    house,
  }
}

const ofHouse = <Rule extends Grounds>(rule: Rule): Rule => ({ ...rule, house: true })

/** The claims of the comparison stay; only how much they count, and where, is the house's. */
const adjusted = (criteria: readonly Criterion[], { adjustments }: House): readonly Criterion[] =>
  criteria.flatMap((criterion) => {
    const change = adjustments.find((one) => one.criterion.id === criterion.id)
    if (change === undefined) return [criterion]
    const { strength = criterion.strength, onlyWhen } = change
    const isDisabled = change.strength === undefined && onlyWhen === undefined
    const when = onlyWhen === undefined ? criterion.when : { all: [criterion.when, onlyWhen] }
    return isDisabled ? [] : [{ ...criterion, strength, when }]
  })

const buildAdjustments = (
  { adjust = [] }: WrittenHouse,
  root: DocumentNode,
  base: Pack,
): readonly Adjustment[] =>
  adjust.flatMap(({ criterion: id, strength, because, by }, index) => {
    const criterion = base.criteria.find((one) => one.id === id)
    const node = findNode(root, ['adjust', index, 'only-when'])
    return criterion === undefined
      ? []
      : [
          {
            criterion,
            ...(strength !== undefined && { strength }),
            ...(node !== undefined && { onlyWhen: readCondition(node) }),
            because,
            by,
          },
        ]
  })

const buildAnswers = (
  { answers = {} }: WrittenHouse,
  root: DocumentNode,
  base: Pack,
): readonly HouseAnswer[] =>
  entriesOf(findChild(root, 'answers')).flatMap(({ key, value }) => {
    const fact = base.facts.find(({ id }) => id === key)
    const node = findChild(value, 'answer')
    const read = fact && node && readAnswer(fact, node)
    const said = answers[key]
    return read?.ok && said !== undefined
      ? [{ fact: key, answer: read.value, because: said.because, by: said.by }]
      : []
  })
