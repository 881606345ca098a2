import type { CdnName } from "./names.ts";
import type { Pattern, PatternKind } from "./pattern.ts";

/** One purge: paths and prefixes are those of every origin. */
export interface PurgeOrder {
  /** Origins as URLs without a path. */
  readonly origins: readonly string[];
  readonly patterns: readonly Pattern[];
  /** Ask the origin whether it has changed, instead of forgetting the copy. */
  readonly soft: boolean;
}

/** Where an answer came from, by its headers: a copy, the origin behind it, or a route that is never kept. */
export interface CacheSays {
  readonly from: "cache" | "origin" | "uncached" | "unknown";
  /** The headers themselves, as evidence. */
  readonly said: string;
}

/** A CDN in front of the web app. */
export interface Cdn {
  readonly name: CdnName;
  /** The kinds of pattern that it can purge without touching anything else. */
  readonly purges: ReadonlySet<PatternKind>;
  /**
   * Purges; gives the ids under which the CDN accepted it. Accepted is not done: only the pages themselves prove it.
   * Can be called again after a cut.
   */
  purge(order: PurgeOrder): Promise<readonly string[]>;
  says(headers: Headers): CacheSays;
}
