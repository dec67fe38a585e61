// `npm run build:check`, after `npm run build`: whether dist/ is as git has it, because the action and the hook of pre-commit run
// what is committed. What is staged counts: the next commit has it.
import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import process from 'node:process'

/** The second letter is about the folder, against what is staged. A file that git does not know has two question marks. */
const isAsStaged = (line) => line[1] === ' '

const status = ['status', '--porcelain', '--untracked-files=normal', '--', 'dist']

// Without it this is no repository of its own, such as a packed source.
if (existsSync('.git')) {
  const lines = execFileSync('git', status, { encoding: 'utf8' }).split('\n')
  const different = lines.filter((line) => line !== '' && !isAsStaged(line))
  if (different.length > 0) {
    console.error(
      `error: dist/ is not what git has of it; run \`npm run build && git add dist\`, and commit it with the sources\n${different.join('\n')}`,
    )
    process.exitCode = 1
  }
}
