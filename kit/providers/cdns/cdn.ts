import type { Runtime } from "../../action/runtime.ts";
import type { CdnName } from "./names.ts";
import type { Pattern, PatternKind } from "./pattern.ts";

/** The world, as a CDN may touch it. */
export type CdnWorld = Pick<Runtime, "http" | "clock" | "log" | "signal" | "env" | "context">;

/** One purge: paths and prefixes are those of every origin. */
export interface PurgeOrder {
  /** Origins as URLs without a path. */
  readonly origins: readonly string[];
  readonly patterns: readonly Pattern[];
  /** Ask the origin whether it has changed, instead of forgetting the copy. */
  readonly soft: boolean;
  /** Names this one purge: under the same key it is sent again, under another one it is wanted anew. */
  readonly key: string;
}

/** Where an answer came from, by its headers: a copy, the origin behind it, or a route that is never kept. */
export interface CacheSays {
  readonly from: "cache" | "origin" | "uncached" | "unknown";
  /** The headers themselves, as evidence. */
  readonly said: string;
}

/** What a CDN needs before it can purge, and who has it. */
export interface Lack {
  readonly what: string;
  readonly fix: string;
}

/** A CDN in front of the web app. */
export interface Cdn {
  readonly name: CdnName;
  /** The kinds of pattern that it can purge without touching anything else. */
  readonly purges: ReadonlySet<PatternKind>;
  /** Those of them that it can also mark as stale (a soft purge). */
  readonly softens: ReadonlySet<PatternKind>;
  /** Whether a purge of `/path` forgets it with every query that it was asked with. */
  readonly takesQueries: boolean;
  /** Where readers are sent to caches that each keep copies of their own: each is asked by itself. Absent: one is all. */
  readonly nodes?: readonly string[];
  /** Why it cannot purge just this, though it knows the kind. */
  readonly refuses?: (pattern: Pattern) => string | undefined;
  /** What is not there that a purge needs; looking needs none of it. */
  readonly lacks: () => Lack | undefined;
  /**
   * Purges; gives the ids under which the CDN accepted it. Accepted is not done: only the pages themselves prove it.
   * Can be called again after a cut.
   */
  purge(order: PurgeOrder): Promise<readonly string[]>;
  says(headers: Headers): CacheSays;
}
