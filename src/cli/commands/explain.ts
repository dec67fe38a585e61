import type { Command } from 'commander'
import { findNearestName } from '../../diagnostics/nearest-name.ts'
import type { Evaluation } from '../../evaluation/evaluate.ts'
import { type Explanation, explain, itemKinds, itemNames } from '../../explain/explain.ts'
import { evidenceText } from '../../record/evidence/evidence-text.ts'
import { adjustmentLines } from '../../record/house.ts'
import { listOf } from '../../record/words.ts'
import { explanationTrace } from '../../explain/explanation-json.ts'
import { explanationText } from '../../explain/explanation-text.ts'
import { harmless, plainText } from '../../report/plain-text.ts'
import { makeVisible } from '../../report/visible-text.ts'
import { displayPath, pathInside } from '../../workspace/files.ts'
import { answer } from '../answer.ts'
import { type ExitCode, exitCode } from '../exit-code.ts'
import { type Invocation, layoutFor } from '../invocation.ts'
import { type JudgedProfile, judgeNearest } from '../read-profile.ts'
import { refuse } from '../problems.ts'
import { type ActionOf, examples, jsonOption } from '../declaring.ts'

export function declare(command: Command, run: ActionOf): void {
  command
    .argument('[profile]', 'profile to read (default: the nearest adr-profile.yaml)')
    .argument(
      '[item]',
      'id or name of an option, fact, driver, criterion, veto or component (default: the evidence of the whole decision)',
    )
    .option('-c, --component <id>', 'explain it for one component only')
    .option('-d, --decision <criteria>', 'explain it for one decision of the profile only')
    .addOption(jsonOption('it'))
    .addHelpText(
      'after',
      examples([
        'madrigal explain',
        'madrigal explain python',
        'madrigal explain services/gateway/adr-profile.yaml may-assume',
        'madrigal explain driver:work',
      ]),
    )
    .action(run(explainItem))
}

export interface ExplainOptions {
  readonly component?: string
  readonly decision?: string
}

/** Shows the evidence of the decision, or the chain from facts to the verdict for one item. Writes no file. */
export async function explainItem(
  invocation: Invocation,
  first: string | undefined,
  second: string | undefined,
  narrowing: ExplainOptions,
): Promise<ExitCode> {
  const { profile, item } = readWords(first, second)
  const judged = await judgeNearest(invocation, profile)
  const found = findExplained(judged, item, narrowing)
  if ('problem' in found) refuseName(invocation, found)
  const name = displayPath(judged.file, invocation.cwd)
  if (!invocation.json && item === undefined && narrowing.component === undefined) {
    const path = (await pathInside(judged.file, judged.repository.root)) ?? name
    invocation.stdout.write(
      harmless(found.map(({ evaluation }) => evidenceText(evaluation, path)).join('\n')),
    )
    return exitCode.done
  }
  const layout = layoutFor(invocation)
  answer(invocation, {
    data: () => found.map(({ evaluation, explanations }) => explanationTrace(evaluation, explanations, name)),
    text: () =>
      found
        .map(({ evaluation, explanations }) => explanationText(evaluation, explanations, name, layout))
        .join('\n'),
  })
  return exitCode.done
}

interface Words {
  readonly profile?: string
  readonly item?: string
}

/** The word that looks like a path is the profile. Of two that do not, the first is; one by itself is an item. */
function readWords(first: string | undefined, second: string | undefined): Words {
  if (first === undefined) return {}
  if (second === undefined) return isPath(first) ? { profile: first } : { item: first }
  return isPath(second) && !isPath(first)
    ? { profile: second, item: first }
    : { profile: first, item: second }
}

/** `queue/runs-on` is how a profile names a fact of one pack. */
const isPath = (word: string): boolean =>
  /\.ya?ml$|[\\/]/i.test(word) && !/^[a-z0-9-]+\/[a-z0-9-]+$/.test(word)

interface Explained {
  readonly evaluation: Evaluation
  readonly explanations: readonly Explanation[]
}

/** A name that means nothing here, with those that would. */
interface Refusal {
  readonly problem: string
  readonly name: string
  readonly known: readonly string[]
  readonly expected: string
}

/** The explanations in every decision that knows the item. */
function findExplained(
  { profile, decisions }: JudgedProfile,
  item: string | undefined,
  { component, decision }: ExplainOptions,
): readonly Explained[] | Refusal {
  const wanted = decisions.filter((entry) => decision === undefined || namesOf(entry).includes(decision))
  if (decision !== undefined && wanted.length === 0) {
    const known = [...new Set(decisions.flatMap(namesOf))]
    return { problem: 'no decision of the profile is called', name: decision, known, expected: quoted(known) }
  }
  const components = profile.divided ? profile.components.map(({ id }) => id) : []
  if (component !== undefined && !components.includes(component)) {
    const expected = profile.divided ? quoted(components) : 'the profile is not divided into components'
    return { problem: 'the profile has no component', name: component, known: components, expected }
  }
  const explained = wanted.flatMap(({ evaluation }) => {
    const explanations = explain(evaluation, item, component)
    return explanations.length === 0 ? [] : [{ evaluation, explanations }]
  })
  if (explained.length > 0 || item === undefined) return explained
  const [whyNot] = wanted.flatMap(({ evaluation }) => adjustmentLines(evaluation.pack, { id: item }))
  if (whyNot !== undefined)
    return { problem: 'the house rules do not count', name: item, known: [], expected: plainText(whyNot) }
  const known = wanted.flatMap(({ evaluation }) => itemNames(evaluation))
  const expected = `expected the id or name of an ${listOf(itemKinds, 'or')}`
  return { problem: 'nothing in the decision is called', name: item, known, expected }
}

const namesOf = ({ request, evaluation }: JudgedProfile['decisions'][number]): readonly string[] =>
  [request.criteria, request.id, evaluation.pack.id].filter((name) => name !== undefined)

const quoted = (names: readonly string[]): string => `expected \`${names.join('`, `')}\``

function refuseName(invocation: Invocation, { problem, name, known, expected }: Refusal): never {
  const nearest = findNearestName(name.replace(/^[a-z]+:/, ''), known)
  const help = nearest === null ? expected : `did you mean \`${nearest}\`? ${expected}`
  refuse(invocation, `${problem} \`${makeVisible(name)}\``, help)
}
