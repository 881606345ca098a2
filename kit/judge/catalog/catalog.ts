import type { Node } from "libpg-query";
import { type Absence, followAbsence } from "./absence.ts";
import { type Store, apply, forgetTemporary, isOfType } from "./catalog-effects.ts";
import type { Effect } from "./effect.ts";
import type { Column } from "./columns.ts";
import { type Privileges, noPrivileges } from "./privileges.ts";
import { functionKey } from "./things.ts";
import { ThingMap } from "./thing-map.ts";
import { columnName, relationName } from "../names.ts";
import { type NodeOf, as, walk } from "../walk.ts";
import { type ColumnsOf, viewColumns } from "./query-columns.ts";

/** What is there, as the statements so far have made it: of the history and of the change set. */
export interface Catalog extends Omit<Absence, "apply" | "end" | "mayBeMore"> {
  has(key: string): boolean;
  /** The statement that made a thing. */
  made(key: string): Node | undefined;
  /** The keys of the policies of a table. */
  policiesOn(table: string): readonly string[];
  /** Functions of the same schema and name with other arguments, each by its whole signature. */
  overloads(key: string): readonly string[];
  column(table: string, name: string): Column | undefined;
  columns(relation: string): readonly string[] | undefined;
  /** A valid constraint says that the column has a value in every row. */
  provenNotNull(table: string, column: string): boolean;
  readonly privileges: Privileges;
  /** The labels of an enum. */
  labels(type: string): readonly string[] | undefined;
  /** Whether a column has the type; undefined where not all columns are known. */
  isTypeUsed(type: string): boolean | undefined;
  /** The tables that have a column of the type, as far as statements have made them. */
  tablesWith(type: string): readonly string[];
  /** Whether the values of a domain are checked, as `public.postcode`. */
  isChecked(domain: string): boolean;
  /** Whether an index is on the column. */
  isIndexed(table: string, column: string): boolean;
  apply(effect: Effect): void;
  /** A file has ended: its names are known, and its temporary tables are gone with its session. */
  end(text: string): void;
}

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
  const { apply: note, end, mayBeMore, ...absence } = followAbsence(store, whole);
  const columns: ColumnsOf = (relation) => {
    const known = tables.get(relation);
    if (known) return [...known.keys()];
    return viewColumns(things.get(`view ${relation}`), columns);
  };
  return {
    ...absence,
    has: (key) => things.has(key),
    made: (key) => things.get(key),
    policiesOn: (table) => things.inside(table).filter((key) => key.startsWith("policy ")),
    overloads: (key) => overloadsOf(store, key),
    column: (table, name) => tables.get(table)?.get(name),
    columns,
    provenNotNull: (table, column) =>
      [...checks].some(
        ([key, check]) => key.startsWith(`${table}.`) && check.column === column && check.valid,
      ),
    privileges,
    labels: (type) => store.labels.get(type),
    isTypeUsed: (type) => (tablesWith(store, type).length > 0 ? true : mayBeMore() ? undefined : false),
    tablesWith: (type) => tablesWith(store, type),
    isChecked: (domain) => things.has(`checked ${domain}`),
    isIndexed: (table, column) => tables.get(table)?.get(column)?.unique || isIndexed(things, table, column),
    apply: (effect) => {
      note(effect);
      apply(store, effect, columns);
    },
    end: (text) => {
      end(text);
      forgetTemporary(store);
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

function tablesWith({ tables, types }: Store, type: string): readonly string[] {
  if (!types.has(type.replace(/^public\./, ""))) return [];
  return [...tables].flatMap(([table, columns]) =>
    [...columns.values()].some((column) => isOfType(column.type, type)) ? [table] : [],
  );
}

function isIndexed(things: Store["things"], table: string, column: string): boolean {
  return [...things].some(([key, node]) => {
    const { relation, indexParams } = as(node, "IndexStmt") ?? {};
    return key.startsWith("index ") && relationName(relation) === table && names(indexParams, column);
  });
}

/** As a column of its own, or in an expression. */
function names(tree: unknown, column: string): boolean {
  let found = false;
  walk(tree, (type, value) => {
    if (type === "IndexElem") found ||= (value as NodeOf<"IndexElem">).name === column;
    if (type === "ColumnRef") found ||= columnName({ ColumnRef: value as NodeOf<"ColumnRef"> }) === column;
  });
  return found;
}
