import { defineConfig } from 'vitest/config';

export default defineConfig({
  // Node's own choice among the builds of a package: vite would load graphql's development build for `src/` beside the one
  // that yoga and Pothos load, and graphql refuses schemas from "another module or realm". `import` is not among them: it would be
  // passed on to `require` as well, which then gets modules where packages like pg expect CommonJS.
  ssr: { resolve: { conditions: ['module-sync', 'node'] } },
  test: {
    include: ['tests/**/*.test.ts'],
    // Real servers, databases and child processes on small machines: nothing here asserts a time, so be generous.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    globalSetup: 'tests/support/drop-databases.ts',
    teardownTimeout: 120_000,
    // Half the time of most files is spent waiting for child processes.
    maxWorkers: 2,
    // In Node 24, V8 now and then ends a process while it collects compiled code; without its baseline compiler that is not reported:
    // https://github.com/nodejs/node/issues/62393
    execArgv: ['--no-sparkplug'],
  },
});
