import { describe, expect, it } from 'vitest'
import { gitFolder } from '../support/git-folder.ts'
import { inProcess, lines, madrigal } from '../support/run-cli.ts'
import { breakfast, facts } from './drinks.ts'

const text = lines(
  'Serve Breakfast with Coffee (leaning, settled)',
  '',
  '  Chosen option: "Coffee", because it is served in the morning.',
  '  How sure we are: leaning on what is known, and settled.',
  '  One driver alone decides this: "how it tastes".',
  '  Without "how it tastes", Tea would be chosen.',
  '',
  'Drivers',
  '                                 Tea │ Coffee',
  '  How it tastes                 none │ ■■■■ strong',
  '  How much work it is  moderate   ■■ │ none',
  '',
  'What argues against it',
  '  - How much work it is, moderate for Tea. A pot is made at once.',
  '',
  'What would change it',
  '  - If it were served in the evening or at night (`time`), Tea would be chosen.',
  '',
  'What is open',
  '  Nothing was assumed.',
  '  No question is open.',
)

describe.concurrent('`evaluate`', () => {
  it('shows the verdict and what it rests on in lines of a fixed width, and writes nothing', async () => {
    await using repository = await gitFolder(breakfast(facts.leaning))
    await madrigal(repository, 'evaluate')
      .with({ COLUMNS: '40' })
      .gives({ stdout: text, files: breakfast(facts.leaning) })
  })

  it.for([
    ['FORCE_COLOR', { FORCE_COLOR: '1' }, true],
    ['FORCE_COLOR=0', { FORCE_COLOR: '0' }, false],
    ['NO_COLOR before FORCE_COLOR', { NO_COLOR: '1', FORCE_COLOR: '1' }, false],
  ] as const)('marks its headings as %s says', async ([, environment, isMarked]) => {
    await using repository = await gitFolder(breakfast(facts.leaning))
    const marked = text.replace(
      /^(Serve|Drivers|What argues|What would|What is open).*/gm,
      (heading) => `\u001b[1m${heading}\u001b[22m`,
    )
    await inProcess(repository, 'evaluate')
      .with(environment)
      .gives({ stdout: isMarked ? marked : text })
  })

  it('marks problems when FORCE_COLOR says so', async () => {
    await using repository = await gitFolder()
    await madrigal(repository, 'evaluate')
      .with({ FORCE_COLOR: '1' })
      .gives({
        code: 2,
        stderr: lines(
          '\u001b[1;31merror:\u001b[0m \u001b[1mfound no `adr-profile.yaml`, here or above, up to the root of the repository\u001b[0m',
          '\u001b[34m -->\u001b[0m .',
          '  \u001b[34m=\u001b[0m `madrigal init` makes one',
          '',
          'one problem',
        ),
      })
  })

  it('prints the trace of every decision with `--json`', async () => {
    await using repository = await gitFolder(breakfast(facts.tooLittle))
    const trace = await inProcess(repository, 'evaluate', 'adr-profile.yaml', '--json').outcome()
    expect(JSON.parse(trace.stdout).result).toMatchObject([
      {
        project: 'Breakfast',
        pack: { id: 'drinks', version: 1 },
        verdict: { kind: 'insufficient-evidence', confidence: null, settled: false },
      },
    ])
    expect([trace.code, trace.stderr, await repository.files()]).toEqual([0, '', breakfast(facts.tooLittle)])
  })

  it('shows every decision of a profile', async () => {
    await using repository = await gitFolder(
      breakfast(facts.leaning, [
        'decisions: [{ criteria: criteria/drinks.yaml }, { criteria: criteria/drinks.yaml, id: other }]',
      ]),
    )
    await inProcess(repository, 'evaluate').gives({ stdout: `${text}\n${text}` })
  })

  it('says what is wrong with a profile', async () => {
    await using repository = await gitFolder(breakfast('{ hot: 1 }'))
    await inProcess(repository, 'evaluate').gives({
      code: 2,
      stderr: lines(
        'error: found the number `1`, expected true or false',
        ' --> adr-profile.yaml:4:15',
        '  |',
        '4 | facts: { hot: 1 }',
        '  |               ^',
        '',
        'one problem',
      ),
    })
  })
})
