import type { Database } from "../../ports/database.ts";
import type { Kept } from "../assume/state.ts";
import type { ShadowServer } from "../start-server.ts";

/** The session in which migrations run, as the owner of a project. */
export interface ShadowSession extends Database {
  /** What makes it as new, before each file. Ends with a semicolon. */
  readonly anew: string;
}

/** What is known of the applied files besides what they have made. */
export interface AppliedSoFar {
  /** Which of them did not run, a line each. */
  readonly problems: readonly string[];
  /** Which of them ran only with what was assumed, a line each. */
  readonly assumed: readonly string[];
  readonly kept: Kept;
}

/** What migrations are replayed on: made like a Supabase project, and removed or emptied again. */
export interface Engine {
  /** Before its version: `PostgreSQL`. */
  readonly product: string;
  /** What a replay on it does not show, for those who approve. */
  readonly limits: readonly string[];
  open(): Promise<ShadowSession>;
  /** Where others may log in; undefined where nobody can. */
  readonly server?: Pick<ShadowServer, "adminUrl" | "url" | "password">;
  /** How many of the applied files are in it already, and which of these did not run. */
  readonly restored?: AppliedSoFar & { readonly files: number };
  /** Keeps it as it is for the next run, after what is applied; fails nobody. */
  readonly keep?: (applied: AppliedSoFar) => Promise<void>;
  /** Gives what there is to say at the end, such as what it could not remove, a line each. */
  stop(): Promise<readonly string[]>;
}

/** Of a session with a server of its own. */
export const anewAfterLogin = "reset session authorization; reset role; reset all;";

/** Works with a session and closes it, also where the work fails. */
export async function closing<D extends Database, T>(
  database: D,
  work: (database: D) => Promise<T>,
): Promise<T> {
  try {
    return await work(database);
  } finally {
    await database.close().catch(() => undefined);
  }
}
