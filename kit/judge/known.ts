import type { Node } from "libpg-query";
import { madeBy } from "./things.ts";

/** What the change set has made so far: nothing that is live can use it yet, so it may be changed at will. */
export interface Known {
  /** Whether the thing, its table or its schema was made earlier in the same change set. */
  has(key: string): boolean;
  add(node: Node): void;
  rename(from: string, to: string): void;
}

export function nothingKnown(): Known {
  const made = new Set<string>();
  return {
    has: (key) => enclosing(key).some((one) => made.has(one)),
    add: (node) => {
      for (const { key, sure } of madeBy(node)) if (sure) made.add(key);
    },
    rename: (from, to) => {
      if (made.delete(from)) made.add(to);
    },
  };
}

/** `column public.t.c` → itself, `table public.t`, `schema public`; a temporary table hides one of the same name. */
function enclosing(key: string): readonly string[] {
  const blank = key.indexOf(" ");
  const kind = key.slice(0, blank);
  const name = key.slice(blank + 1);
  const [schema = "", relation = ""] = name.split(".");
  const inTable = ["column", "policy", "trigger"].includes(kind) ? [`table ${schema}.${relation}`] : [];
  const temporary = schema === "public" && kind === "table" ? [`table pg_temp.${relation}`] : [];
  const inSchema = name.includes(".") ? [`schema ${schema}`] : [];
  return [key, ...inTable, ...temporary, ...inSchema];
}
