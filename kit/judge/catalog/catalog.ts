import type { Node } from "libpg-query";
import { type Store, apply, cut, isOfType } from "./catalog-effects.ts";
import type { Effect } from "./effect.ts";
import type { Column } from "./columns.ts";
import { relationName } from "../names.ts";
import { as } from "../walk.ts";
import { someName } from "../bodies/constant-text.ts";
import { type Privileges, noPrivileges } from "./privileges.ts";
import { functionKey } from "./things.ts";
import { ThingMap } from "./thing-map.ts";
import { type ColumnsOf, viewColumns } from "./query-columns.ts";

/** What is there, as the statements so far have made it: of the history and of the change set. */
export interface Catalog {
  has(key: string): boolean;
  /** The statement that made a thing. */
  made(key: string): Node | undefined;
  /** Functions of the same schema and name with other arguments, each by its whole signature. */
  overloads(key: string): readonly string[];
  column(table: string, name: string): Column | undefined;
  columns(relation: string): readonly string[] | undefined;
  /** It was never made. Only a history that is whole can tell. */
  absent(key: string): boolean;
  /** A valid constraint says that the column has a value in every row. */
  provenNotNull(table: string, column: string): boolean;
  readonly privileges: Privileges;
  /** The labels of an enum. */
  labels(type: string): readonly string[] | undefined;
  /** Whether a column has the type; undefined where not all columns are known. */
  isTypeUsed(type: string): boolean | undefined;
  apply(effect: Effect): void;
  /** A statement of a table that no file has made says that the files are not all there is. */
  expect(node: Node): void;
  /** Something was run that cannot be read: nothing (of a kind) is certainly absent from now on. */
  unsure(kind?: string): void;
}

/** What extensions and Supabase itself make. */
const managed =
  /^(auth|storage|realtime|vault|extensions|graphql\w*|supabase_\w+|cron|net|pgmq|pgsodium\w*|pg_\w+|information_schema)$/;

/** What no statement names may have made these. */
const neverAbsent: ReadonlySet<string> = new Set(["sequence", "extension", "publication", "other"]);

export function emptyCatalog(whole: boolean): Catalog {
  const privileges = noPrivileges(whole);
  const store: Store = {
    things: new ThingMap(),
    tables: new Map(),
    checks: new Map(),
    labels: new Map(),
    types: new Set(),
    privileges,
  };
  const { things, tables, checks } = store;
  const doubts = { any: !whole, kinds: new Set<string>() };
  const columns: ColumnsOf = (relation) => {
    const known = tables.get(relation);
    if (known) return [...known.keys()];
    return viewColumns(things.get(`view ${relation}`), columns);
  };
  return {
    has: (key) => things.has(key),
    made: (key) => things.get(key),
    overloads: (key) => overloadsOf(store, key),
    column: (table, name) => tables.get(table)?.get(name),
    columns,
    absent: (key) => isAbsent(store, doubts, key),
    provenNotNull: (table, column) =>
      [...checks].some(
        ([key, check]) => key.startsWith(`${table}.`) && check.column === column && check.valid,
      ),
    privileges,
    labels: (type) => store.labels.get(type),
    isTypeUsed: (type) => (isUsed(store, type) ? true : doubts.any ? undefined : false),
    apply: (effect) => apply(store, effect, columns),
    expect: (node) => {
      doubts.any ||= isOfStranger(store, node);
    },
    unsure: (kind) => {
      if (kind === undefined) doubts.any = true;
      else doubts.kinds.add(kind);
    },
  };
}

function overloadsOf({ things }: Store, key: string): readonly string[] {
  const made = things.routines(key);
  const signatures = made.flatMap((one) => {
    const node = things.get(one);
    return node ? [functionKey(node)] : [];
  });
  return [...new Set(signatures)].filter((one) => one !== key && things.has(one));
}

function isUsed({ tables, types }: Store, type: string): boolean {
  if (!types.has(type.replace(/^public\./, ""))) return false;
  for (const table of tables.values())
    for (const column of table.values()) if (isOfType(column.type, type)) return true;
  return false;
}

interface Doubts {
  readonly any: boolean;
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

function isAbsent({ things, tables }: Store, doubts: Doubts, key: string): boolean {
  const [kind, name] = cut(key, " ");
  const [schema, rest] = cut(name, ".");
  // A name that is only known when it runs may be any.
  if (name.includes(someName)) return false;
  if (doubts.any || doubts.kinds.has(kind) || neverAbsent.has(kind) || things.has(key)) return false;
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
