import type { Constraint, Node } from "libpg-query";
import { columnName, relationName } from "../names.ts";
import { type NodeOf, as, walk } from "../walk.ts";
import { type Store, isOfType } from "./catalog-effects.ts";
import { constraintCalled } from "./constraint-names.ts";
import { defaultPartition } from "./partitions.ts";
import { dependentsOf } from "./dependents.ts";

/** What is on a table, of a type or in a publication, as far as statements have made it. */
export interface LookUps {
  /** The keys of the policies of a table. */
  policiesOn(table: string): readonly string[];
  /** The keys of the triggers and rules of a table. */
  triggersOn(table: string): readonly string[];
  /** What stands on a view or a function, and on what stands on it. */
  dependents(key: string): readonly string[];
  /** The tables that statements have put into a publication: `published public.t.name`. */
  publishedIn(publication: string): readonly string[];
  /** The default partition of a table, as far as it is still called as it was made. */
  restOf(table: string): string | undefined;
  /** The conditions of a table's CHECKs that are valid of all of its rows. */
  validChecks(table: string): readonly Node[];
  /** The publications that statements have put a table into. */
  publicationsOf(table: string): readonly string[];
  /** Whether a table has a primary key; undefined where its statement brings one from elsewhere, or no file has made it. */
  hasKey(table: string): boolean | undefined;
  /** The tables that have a column of the type, as far as statements have made them. */
  tablesWith(type: string): readonly string[];
  /** Whether the values of a domain are checked, as `public.postcode`. */
  isChecked(domain: string): boolean;
  /** Whether an index is on the column. */
  isIndexed(table: string, column: string): boolean;
}

export function lookUps(store: Store): LookUps {
  const { things, tables } = store;
  const on = (table: string, kind: string): readonly string[] =>
    things.inside(table).filter((key) => key.startsWith(`${kind} `));
  return {
    policiesOn: (table) => on(table, "policy"),
    triggersOn: (table) => on(table, "trigger"),
    // Of several functions of one name, no text tells which is meant.
    dependents: (key) =>
      key.startsWith("function ") && things.routines(key).length > 1 ? [] : dependentsOf(things, key),
    publishedIn: (publication) =>
      [...things.keys()].filter((key) => key.startsWith("published ") && key.endsWith(`.${publication}`)),
    restOf: (table) => {
      const name = defaultPartition(things.get(`rest ${table}`));
      return name !== undefined && things.has(`table ${name}`) ? name : undefined;
    },
    validChecks: (table) =>
      on(table, "constraint").flatMap((key) => {
        const name = key.slice("constraint ".length);
        const check = store.checks.get(name)?.valid ? madeAs(things, key)?.raw_expr : undefined;
        return check ? [check] : [];
      }),
    publicationsOf: (table) =>
      on(table, "published").map((key) => key.slice("published ".length + table.length + 1)),
    hasKey: (table) => hasKey(store, table, on(table, "constraint")),
    tablesWith: (type) => tablesWith(store, type),
    isChecked: (domain) => things.has(`checked ${domain}`),
    isIndexed: (table, column) =>
      tables.get(table)?.get(column)?.unique === true || isIndexed(things, table, column),
  };
}

/** The tables that have a column of the type. */
export function tablesWith({ tables, types }: Store, type: string): readonly string[] {
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

function hasKey({ things }: Store, table: string, constraints: readonly string[]): boolean | undefined {
  const isKey = constraints.some((key) => madeAs(things, key)?.contype === "CONSTR_PRIMARY");
  if (isKey) return true;
  const made = things.get(`table ${table}`);
  const { tableElts = [], inhRelations, ofTypename, if_not_exists: maybe } = as(made, "CreateStmt") ?? {};
  if (!as(made, "CreateStmt")) return as(made, "CreateTableAsStmt") ? false : undefined;
  const copied = tableElts.some((one) => as(one, "TableLikeClause") !== undefined);
  return copied || inhRelations || ofTypename || maybe ? undefined : false;
}

/** Of `constraint public.t.name`. */
function madeAs(things: Store["things"], key: string): Constraint | undefined {
  const node = things.get(key);
  return node && constraintCalled(node, key.slice(key.lastIndexOf(".") + 1));
}
