import { defineConfig } from "vitest/config";

/**
 * Two kinds of tests: those of pure code and of the house, which need nothing, and those on a real
 * Postgres and Redis, which global-setup starts once for a run.
 */
const shared = {
  // One copy of graphql: its package offers CommonJS and ESM, and two of them are "another realm".
  resolve: { alias: [{ find: /^graphql$/, replacement: "graphql/index.js" }] },
};

export default defineConfig({
  test: {
    maxWorkers: 2,
    // Files share no state by rule, so that a worker need not load everything for each of them.
    isolate: false,
    projects: [
      {
        ...shared,
        test: {
          name: "pure",
          include: ["tests/{unit,house}/**/*.test.ts"],
          // The house reads every file and runs the real linter: a busy machine takes a while.
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        ...shared,
        test: {
          name: "real",
          include: ["tests/{integration,api,migrations,browser}/**/*.test.ts"],
          globalSetup: ["tests/support/global-setup.ts"],
          // They wait for what happens, not for time: the limit only ends what will never end.
          testTimeout: 180_000,
          hookTimeout: 300_000,
          expect: { poll: { timeout: 120_000 } },
        },
      },
    ],
  },
});
