import type { Cdn } from "../cdn.ts";

/** No CDN in front of the app: there is nothing to purge, and nothing that it could be asked. */
export const noCdn: Cdn = {
  name: "none",
  purges: new Set(),
  softens: new Set(),
  takesQueries: false,
  lacks: () => undefined,
  purge: async () => [],
  says: () => ({ from: "unknown", said: "" }),
};
