import quick from "./jest.config.js";

/** Callers, folders and users as people have them, each played through a whole world: minutes more than `npm test` has. */
export default {
  ...quick,
  // A world waits about as long as it works.
  maxWorkers: "150%",
  testMatch: ["<rootDir>/__tests__/stories/*.test.ts"],
  testPathIgnorePatterns: ["/node_modules/"],
};
