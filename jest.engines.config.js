import quick from "./jest.config.js";

/** Engines and faults that take longer than `npm test` has: PGlite, servers of others, disks that fill up. */
export default {
  ...quick,
  testMatch: ["<rootDir>/__tests__/engines/**/*.test.ts"],
  testPathIgnorePatterns: ["/node_modules/"],
};
