// Profiles for benchmarks: as many as wanted. Each of some thousands gives its own answers, so that none is judged like another.
import { readFileSync } from 'node:fs'

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
  'third-party-code': ['reach-first', 'as-needed', 'minimal'],
  'speed-depends-on': ['[waiting]', '[own-computation]', '[library-computation]', '[]'],
}

function profileText(index) {
  let text = template.replace(/^project: .*$/m, `project: Service ${index}`)
  let rest = index
  for (const [fact, answers] of Object.entries(variants)) {
    text = text.replace(new RegExp(`^  ${fact}: .*$`, 'm'), `  ${fact}: ${answers[rest % answers.length]}`)
    rest = Math.floor(rest / answers.length)
  }
  return text
}

/** That many profiles, by path. */
export const manyProfiles = (count) =>
  Object.fromEntries(
    Array.from({ length: count }, (_, index) => [
      `services/${String(index).padStart(4, '0')}/adr-profile.yaml`,
      profileText(index),
    ]),
  )
