import type { CreateTrigStmt, Node } from "libpg-query";
import type { Catalog } from "./catalog/catalog.ts";
import type { Policy } from "./checks/policy-change.ts";
import type { GrantSaid } from "./catalog/privileges.ts";
import type { Held } from "./catalog/held.ts";
import type { Known } from "./catalog/known.ts";
import type { RuleId } from "./rules.ts";

/** A rule that a statement hits, and on what. */
export interface Hit {
  readonly rule: RuleId;
  readonly thing: string;
  /** What else is known of it, as the rest of the sentence that says why. */
  readonly note?: string;
}

/** What a check may look at: what the change set made before, and what this file makes after. */
export interface Context {
  readonly known: Known;
  /** What this and later statements of the file make, whether or not it was there before: the last that makes it. */
  readonly later: (key: string) => Node | undefined;
  /** The policies that later statements make on a table. */
  readonly policies: (table: string) => readonly Policy[];
  /** The triggers that later statements make on a table. */
  readonly triggers: (table: string) => readonly CreateTrigStmt[];
  /** What later statements grant on a thing or take from it, by its own name or by its schema, in their order. */
  readonly rightsSaid: (key: string) => readonly GrantSaid[];
  /** What a thing is called once the file has run. */
  readonly finalName: (key: string) => string;
  /** What a later statement gives that name. */
  readonly renamedTo: (key: string) => string | undefined;
  readonly droppedLater: (key: string) => boolean;
  /** A later statement lets the view read with its reader's rights. */
  readonly invokerLater: (view: string) => boolean;
  /** A later statement lets the function work with its owner's rights. */
  readonly definerLater: (key: string) => boolean;
  /** Where an earlier statement of the file has written all rows of a table. */
  readonly copiedTo: (table: string) => string | undefined;
  /** It runs once for each row of something. */
  readonly loop: boolean;
  /** The time zone of the session is UTC. */
  readonly utc: boolean;
  /** What is there before the statement runs. */
  readonly catalog: Catalog;
  /** Locks that the transaction holds before the statement runs. */
  readonly held: Held;
}
