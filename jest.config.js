import { availableParallelism } from "node:os";

// ESM mode: `npm test` starts node with --experimental-vm-modules. swc only strips types; `npm run types` checks them.
export default {
  testEnvironment: "<rootDir>/__tests__/support/environment.js",
  // Most tests wait for a server or a child, so that one more than there are cores leaves none of these idle. A number:
  // jest takes "150%" for 150 workers. Nothing is measured beside others (see scripts/check-dist.ts).
  maxWorkers: availableParallelism() + 1,
  testSequencer: "<rootDir>/__tests__/support/longest-first.js",
  // Of those that say `test.concurrent`: a rehearsal waits about as long as it works.
  maxConcurrency: 2,
  // A busy machine is no failure: no test measures time by this.
  testTimeout: 30_000,
  globalSetup: "<rootDir>/__tests__/support/temp-folder.js",
  globalTeardown: "<rootDir>/__tests__/support/take-away.js",
  testMatch: ["<rootDir>/__tests__/**/*.test.ts"],
  // Whole worlds, played from a caller to the end: `npm run stories`. Engines that take their time: `npm run engines`.
  testPathIgnorePatterns: ["/node_modules/", "<rootDir>/__tests__/stories/", "<rootDir>/__tests__/engines/"],
  modulePathIgnorePatterns: ["<rootDir>/lib/", "<rootDir>/dist/", "<rootDir>/examples/"],
  extensionsToTreatAsEsm: [".ts"],
  transform: {
    "^.+\\.ts$": ["@swc/jest", { jsc: { target: "es2023", parser: { syntax: "typescript" } } }],
  },
};
