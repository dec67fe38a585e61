import { defineConfig } from 'vitest/config'

export default defineConfig({
  // A package without the sources that its source maps name is no news.
  logLevel: 'error',
  test: {
    include: ['tests/**/*.test.ts'],
    globalSetup: ['tests/support/build-once.ts'],
    // Most of a test file's time is loading modules; no test changes one, so they are shared.
    isolate: false,
    maxWorkers: '100%',
    testTimeout: 40_000,
    hookTimeout: 40_000,
    // It imports JSON in a way that only bundlers read.
    server: { deps: { inline: ['@actions/workflow-parser'] } },
  },
})
