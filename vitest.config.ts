import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    // Real servers, databases and child processes on small machines: nothing here asserts a time, so be generous.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
