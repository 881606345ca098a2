import type { Database } from "../ports/database.ts";
import type { ShadowServer } from "./start-server.ts";

/** A pending file after its turn; `unverified` says why it did not run. */
export interface Seen {
  readonly path: string;
  readonly unverified?: string;
  /** Names of what is only assumed to be there. */
  readonly doubted?: readonly string[];
}

/**
 * Who looks at a shadow in the states through which a replay passes. It keeps its own failures to itself, because the
 * replay is not about them, and leaves the session as it found it.
 */
export interface Visitor {
  /** What is applied has run, and nothing of what is pending. */
  live?(database: Database): Promise<void>;
  /** A pending file, counted from 0, has run or was given up. */
  after?(index: number, database: Database, seen: Seen): Promise<void>;
  /** All has run and nobody is logged in any more. The server is there until this resolves. */
  done?(server: Pick<ShadowServer, "adminUrl" | "url" | "password">): Promise<void>;
}

/** Several visitors, one after the other. */
export function together(visitors: readonly (Visitor | undefined)[]): Visitor {
  const all = visitors.filter((one) => one !== undefined);
  return {
    async live(database) {
      for (const one of all) await one.live?.(database);
    },
    async after(index, database, seen) {
      for (const one of all) await one.after?.(index, database, seen);
    },
    async done(server) {
      for (const one of all) await one.done?.(server);
    },
  };
}
