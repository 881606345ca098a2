import type { Node } from "libpg-query";
import type { Catalog } from "./catalog/catalog.ts";
import type { Grant } from "./catalog/privileges.ts";
import type { Held } from "./catalog/held.ts";
import type { Known } from "./catalog/known.ts";
import type { RuleId } from "./rules.ts";

/** A rule that a statement hits, and on what. */
export interface Hit {
  readonly rule: RuleId;
  readonly thing: string;
}

/** What a check may look at: what the change set made before, and what this file makes after. */
export interface Context {
  readonly known: Known;
  /** What this and later statements of the file make, whether or not it was there before: the last that makes it. */
  readonly later: (key: string) => Node | undefined;
  /** The statements of the file that are yet to run. */
  readonly rest: () => readonly Node[];
  /** What they grant. */
  readonly granted: () => readonly Grant[];
  /** It runs once for each row of something. */
  readonly loop: boolean;
  /** What is there before the statement runs. */
  readonly catalog: Catalog;
  /** Locks that the transaction holds before the statement runs. */
  readonly held: Held;
}
