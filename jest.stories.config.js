import quick from "./jest.config.js";

/** Callers, folders and users as people have them, each played through a whole world: minutes more than `npm test` has. */
export default {
  ...quick,
  testMatch: ["<rootDir>/__tests__/stories/*.test.ts"],
  testPathIgnorePatterns: ["/node_modules/"],
};
