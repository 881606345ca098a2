import type { Node } from "libpg-query";
import { keyRenamed, keysDropped } from "./dropped.ts";
import { type Made, madeBy } from "./things.ts";

/** What a statement makes, takes away and calls otherwise; found out once, asked for often. */
export interface Effect {
  readonly node: Node;
  readonly made: readonly Made[];
  readonly dropped: readonly string[];
  readonly renamed: readonly [string, string] | undefined;
}

export function effectOf(node: Node): Effect {
  return { node, made: madeBy(node), dropped: keysDropped(node), renamed: keyRenamed(node) };
}
