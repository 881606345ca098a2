import type { Known } from "./known.ts";
import type { RuleId } from "./rules.ts";

/** A rule that a statement hits, and on what. */
export interface Hit {
  readonly rule: RuleId;
  readonly thing: string;
}

/** What a check may look at: what the change set made before, and what this file makes after. */
export interface Context {
  readonly known: Known;
  /** Keys of what later statements of the same file make, whether or not it was there before. */
  readonly later: Pick<ReadonlySet<string>, "has">;
}
