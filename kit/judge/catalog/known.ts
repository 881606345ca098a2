import type { Node } from "libpg-query";
import type { Catalog } from "./catalog.ts";
import { constraintsDropped } from "./constraint-names.ts";
import type { Effect } from "./effect.ts";
import { relationName } from "../names.ts";
import { setsInvoker } from "./view-options.ts";
import { as } from "../walk.ts";

/** What the change set has made so far: nothing that is live can use it yet, so it may be changed at will. */
export interface Known {
  /** Whether the thing, its table or its schema was made earlier in the same change set. */
  has(key: string): boolean;
  /** The same, also where only IF NOT EXISTS or OR REPLACE made it and nobody can tell whether it was there. */
  fresh(key: string): boolean;
  /** `branch`: it may not have run, so it counts only where it certainly was not there before. */
  add(effect: Effect, catalog: Pick<Catalog, "absent" | "has" | "made" | "unheard">, branch?: boolean): void;
  rename(from: string, to: string): void;
  /** What was live is called otherwise, and the same file gives its name and its callers to another. */
  wrap(from: string, to: string, rights: readonly string[] | undefined): void;
  /** The name is one that only a wrapped thing has: nobody calls it by that. */
  isWrapped(key: string): boolean;
  /** What a name that was wrapped had been granted; `unknown` where no statement tells. */
  rightsBefore(key: string): readonly string[] | "unknown" | undefined;
  /** What was live under that name before the change set took it away or called it otherwise. */
  was(key: string): Node | undefined;
  /** The name under which what is live now was known before the change set. */
  origin(key: string): string;
}

export function nothingKnown(): Known {
  const made = new Set<string>();
  const maybe = new Set<string>();
  const taken = new Map<string, Node | undefined>();
  const origins = new Map<string, string>();
  const wrapped = new Set<string>();
  const rightsBefore = new Map<string, readonly string[] | "unknown">();
  const origin = (key: string): string => origins.get(key) ?? key;
  const has = (key: string): boolean => enclosing(key).some((one) => made.has(one));
  return {
    has,
    fresh: (key) => has(key) || enclosing(key).some((one) => maybe.has(one)),
    add: ({ node, made: own, dropped, renamed }, catalog, branch = false) => {
      if (renamed && !has(renamed[1])) origins.set(renamed[1], origin(renamed[0]));
      for (const key of takenAway({ node, dropped, renamed }))
        if (!has(key)) taken.set(key, catalog.made(key));
      for (const key of forgotten({ node, made: own, dropped }))
        if (catalog.has(key)) taken.set(key, catalog.made(key));
      for (const { key, sure } of own) {
        const named = /^(table|view|function|column|role) /.test(key);
        if ((sure && !branch) || catalog.absent(key) || (named && catalog.unheard(key))) made.add(key);
        else if (named && !catalog.has(key)) maybe.add(key);
      }
    },
    rename: (from, to) => {
      if (made.delete(from)) made.add(to);
    },
    wrap: (from, to, rights) => {
      wrapped.add(to);
      rightsBefore.set(from, rights ?? "unknown");
    },
    isWrapped: (key) => wrapped.has(key),
    rightsBefore: (key) => rightsBefore.get(key),
    was: (key) => taken.get(key),
    origin,
  };
}

function takenAway({
  node,
  dropped,
  renamed,
}: Pick<Effect, "node" | "dropped" | "renamed">): readonly string[] {
  const constraints = constraintsDropped(node).map((name) => `constraint ${name}`);
  return [...dropped, ...constraints, ...(renamed ? [renamed[0]] : [])];
}

/** What is made again forgets: a view, whose rights it reads with, and a function, whose it works with. */
function forgotten({ node, made, dropped }: Pick<Effect, "node" | "made" | "dropped">): readonly string[] {
  const anew = [...dropped, ...made.map(({ key }) => key)];
  const invoker = setsInvoker(node);
  return [
    ...(invoker && !invoker.on ? [`invoker ${invoker.view}`] : []),
    ...anew.filter((key) => key.startsWith("view ")).map((key) => key.replace("view ", "invoker ")),
    ...anew.filter((key) => key.startsWith("function ")).map((key) => `definer ${key}`),
    ...unsecured(node),
  ];
}

/** What DISABLE ROW LEVEL SECURITY takes away, `security public.t`. */
function unsecured(node: Node): readonly string[] {
  const alter = as(node, "AlterTableStmt");
  const off = (alter?.cmds ?? []).some(
    (one) => as(one, "AlterTableCmd")?.subtype === "AT_DisableRowSecurity",
  );
  return off ? [`security ${relationName(alter?.relation)}`] : [];
}

/** `column public.t.c` → itself, `table public.t`, `schema public`. */
function enclosing(key: string): readonly string[] {
  const blank = key.indexOf(" ");
  const kind = key.slice(0, blank);
  const name = key.slice(blank + 1);
  const [schema = "", relation = ""] = name.split(".");
  const inTable = ["column", "policy", "trigger", "constraint", "published"].includes(kind)
    ? [`table ${schema}.${relation}`]
    : [];
  const inSchema = name.includes(".") ? [`schema ${schema}`] : [];
  return [key, ...inTable, ...inSchema];
}
