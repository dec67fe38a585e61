import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    globalSetup: ['tests/support/build-once.ts'],
    // Most of a test file's time is loading modules; no test changes one, so they are shared.
    isolate: false,
    maxWorkers: '100%',
    testTimeout: 20_000,
  },
})
