import type { Node } from "libpg-query";
import type { Effect } from "./effect.ts";
import { bareName, mentions } from "./mentions.ts";

/**
 * What a statement that could be read has taken away, and none has made since: it is absent, whatever else is in doubt.
 * But for policies: these are also made by hand.
 */
export interface Gone {
  has(key: string): boolean;
  apply(effect: Effect): void;
  /** Something was run that cannot be read: it may have made any (of a kind) anew, or any that its text names. */
  doubt(of?: { readonly kind?: string; readonly text?: string }): void;
}

/** What these make is not followed by its key. */
const unfollowed = ["AlterObjectSchemaStmt", "CreateSchemaStmt", "DefineStmt", "ImportForeignSchemaStmt"];

export function nothingGone(): Gone {
  const gone = new Set<string>();
  const back = (key: string): void => {
    gone.delete(key);
    if (key.startsWith("function ")) gone.delete(`${key.slice(0, key.indexOf("("))}(?)`);
  };
  return {
    has: (key) => gone.has(key),
    apply: ({ node, made, dropped, renamed }) => {
      if (isUnfollowed(node)) gone.clear();
      for (const key of dropped) if (!key.startsWith("policy ")) gone.add(key);
      if (renamed) moved(gone, renamed[1]);
      if (renamed) back(renamed[1]);
      for (const { key } of made) back(key);
    },
    doubt: ({ kind, text } = {}) => {
      const said = mentions();
      if (text !== undefined) said.add(text);
      for (const key of gone) {
        if (kind !== undefined && !key.startsWith(`${kind} `)) continue;
        if (text === undefined || said.has(bareName(key))) gone.delete(key);
      }
    },
  };
}

function isUnfollowed(node: Node): boolean {
  return unfollowed.some((type) => type in node);
}

/** What a table brings along under its new name. */
function moved(gone: Set<string>, to: string): void {
  const name = to.slice(to.indexOf(" ") + 1);
  for (const key of gone) if (key.includes(` ${name}.`)) gone.delete(key);
}
