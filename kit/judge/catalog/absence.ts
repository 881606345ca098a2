import type { Node } from "libpg-query";
import type { Store } from "./catalog-effects.ts";
import { cut } from "./cut.ts";
import type { Effect } from "./effect.ts";
import { type Gone, nothingGone } from "./gone.ts";
import { bareName, mentions } from "./mentions.ts";
import { relationName } from "../names.ts";
import type { ThingMap } from "./thing-map.ts";
import { as } from "../walk.ts";
import { someName } from "../bodies/constant-text.ts";

/** What the files tell of things that are not there, and what makes that doubtful. */
export interface Absence {
  /** It was never made, or is gone since. Only a history that is whole can tell of what it never named. */
  absent(key: string): boolean;
  /** The files begin with an empty database, and none before this one names it: it is as new as this file. */
  unheard(key: string): boolean;
  /** The files change what none of them has made: they are not all that has made the database. */
  partial(): boolean;
  /** A statement of a table that no file has made says that the files are not all there is. */
  expect(node: Node): void;
  /** Something was run that cannot be read: nothing (of a kind) is certainly absent from now on. */
  unsure(kind?: string): void;
  /** The same of a file that has run before its text could be judged: it made nothing that its text does not name. */
  unread(text: string): void;
  apply(effect: Effect): void;
  /** A file has ended: its names are known. */
  end(text: string): void;
  /** There may be things that no statement shows. */
  mayBeMore(): boolean;
}

/** What extensions and Supabase itself make. */
const managed =
  /^(auth|storage|realtime|vault|extensions|graphql\w*|supabase_\w+|cron|net|pgmq|pgsodium\w*|pg_\w+|information_schema)$/;

/** What no statement names may have made these. */
const neverAbsent: ReadonlySet<string> = new Set(["sequence", "extension", "publication", "other"]);

/** `whole`: the files begin with an empty database. */
export function followAbsence(store: Store, whole: boolean): Absence {
  const doubts = { any: !whole, partial: false, kinds: new Set<string>() };
  const [gone, heard] = [nothingGone(), mentions()];
  const { things } = store;
  return {
    absent: (key) => isAbsent(store, doubts, gone, key),
    unheard: (key) => {
      if (!whole || key.includes(someName) || things.namesakes(key).length > 0) return false;
      // Many tables have a column of that name.
      const [, table] = /^column [^.]*\.([^.]*)\./.exec(key) ?? [];
      return !heard.has(bareName(key)) || (table !== undefined && !heard.together(table, bareName(key)));
    },
    partial: () => doubts.partial,
    expect: (node) => {
      doubts.partial ||= isOfStranger(store, node);
    },
    unsure: (kind) => {
      gone.doubt(kind === undefined ? {} : { kind });
      if (kind === undefined) doubts.any = true;
      else doubts.kinds.add(kind);
    },
    unread: (text) => {
      // What it reads from other files is in none of them.
      gone.doubt(/^[ \t]*\\i/m.test(text) ? {} : { text });
      doubts.any = true;
    },
    apply: gone.apply,
    end: heard.add,
    mayBeMore: () => doubts.any || doubts.partial,
  };
}

interface Doubts {
  readonly any: boolean;
  /** The files are not all that has made the database. */
  readonly partial: boolean;
  readonly kinds: ReadonlySet<string>;
}

/** Tables that extensions make where they are told to. */
const ofExtensions: ReadonlySet<string> = new Set(["spatial_ref_sys"]);

function isOfStranger({ things }: Store, node: Node): boolean {
  const alter = as(node, "AlterTableStmt");
  const relation =
    (alter?.objtype === "OBJECT_TABLE" && !alter.missing_ok ? alter.relation : undefined) ??
    as(node, "IndexStmt")?.relation ??
    as(node, "CreatePolicyStmt")?.table ??
    as(node, "CreateTrigStmt")?.relation;
  const name = relationName(relation);
  if (!name.startsWith("public.") || !relation || ofExtensions.has(relation.relname ?? "")) return false;
  if (name.includes(someName)) return false;
  return !["table", "view", "sequence"].some((kind) => things.namesakes(`${kind} ${name}`).length > 0);
}

/** Nobody calls a function like a view: a file that drops both does not know which it was. */
function isView(things: ThingMap<Node>, gone: Gone, key: string): boolean {
  if (!key.startsWith("function ")) return false;
  const view = key.replace(/^function /, "view ").replace(/\(.*$/s, "");
  return things.has(view) || gone.has(view);
}

function isAbsent({ things, tables }: Store, doubts: Doubts, gone: Gone, key: string): boolean {
  const [kind, name] = cut(key, " ");
  const [schema, rest] = cut(name, ".");
  // A name that is only known when it runs may be any.
  if (name.includes(someName)) return false;
  if (neverAbsent.has(kind) || things.has(key)) return false;
  const partial = doubts.partial && !isView(things, gone, key);
  if ((doubts.any || partial || doubts.kinds.has(kind)) && !gone.has(key)) return false;
  if (kind === "policy" || kind === "trigger") return true;
  if (managed.test(schema) || (kind === "schema" && managed.test(name))) return false;
  if (kind === "column") {
    const at = name.lastIndexOf(".");
    const known = tables.get(name.slice(0, at));
    return known !== undefined && !known.has(name.slice(at + 1));
  }
  // Where the search path leads is not followed: a namesake in any schema may be meant.
  return !things.namesakes(key).some((one) => rest.endsWith("(?)") || one.endsWith(`.${rest}`));
}
