// Profiles for benchmarks: as many as wanted. They give 180 kinds of answers, no two of a hundred the same; or each of
// some thousands gives its own, so that no two are judged alike.
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

const template = readFileSync(
  new URL('../examples/network-service/adr-profile.yaml', import.meta.url),
  'utf8',
)

const variants = {
  work: [
    '[network-component]',
    '[http-api]',
    '[command-line-tool]',
    '[data-preparation]',
    '[automation, agent]',
  ],
  'team-languages': ['[python, go]', '[python]', '[go]', '[]'],
  'may-assume': ['nothing', 'container-runtime', 'unknown'],
  'operations-per-instance': ['20000', '200', '5'],
  'build-demands': ['[types-checked]', 'unknown'],
}

/** Where each profile is to be judged for itself, more facts differ. */
const moreVariants = {
  'third-party-code': ['reach-first', 'as-needed', 'minimal'],
  'speed-depends-on': ['[waiting]', '[own-computation]', '[library-computation]', '[]'],
}

function profileText(index, isUnique) {
  let text = template.replace(/^project: .*$/m, `project: Service ${index}`)
  let rest = index
  for (const [fact, answers] of Object.entries({ ...variants, ...(isUnique && moreVariants) })) {
    text = text.replace(new RegExp(`^  ${fact}: .*$`, 'm'), `  ${fact}: ${answers[rest % answers.length]}`)
    rest = Math.floor(rest / answers.length) + (isUnique ? 0 : index)
  }
  return text
}

/** A fresh git repository with that many profiles, and their paths in it. */
export function buildRepository(count, areUnique = false) {
  const repository = realpathSync(mkdtempSync(path.join(tmpdir(), 'madrigal-benchmark-')))
  execFileSync('git', ['init', '--quiet', repository])
  const profiles = Array.from({ length: count }, (_, index) =>
    path.join('services', String(index).padStart(4, '0'), 'adr-profile.yaml'),
  )
  for (const [index, profile] of profiles.entries()) {
    mkdirSync(path.join(repository, path.dirname(profile)), { recursive: true })
    writeFileSync(path.join(repository, profile), profileText(index, areUnique))
  }
  return { repository, profiles }
}
