import type { Node } from "libpg-query";
import { type Absence, followAbsence } from "./absence.ts";
import { type Store, apply, forgetTemporary } from "./catalog-effects.ts";
import type { Effect } from "./effect.ts";
import type { Column } from "./columns.ts";
import { type Privileges, noPrivileges } from "./privileges.ts";
import { functionKey } from "./things.ts";
import { ThingMap } from "./thing-map.ts";
import { type LookUps, lookUps, tablesWith } from "./look-ups.ts";
import { type ColumnsOf, viewColumns } from "./query-columns.ts";

/** What is there, as the statements so far have made it: of the history and of the change set. */
export interface Catalog extends Omit<Absence, "apply" | "end" | "mayBeMore">, LookUps {
  has(key: string): boolean;
  /** The statement that made a thing. */
  made(key: string): Node | undefined;
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
  apply(effect: Effect): void;
  /** A file has ended: its names are known, and its temporary tables are gone with its session. */
  end(text: string): void;
}

function emptyStore(whole: boolean): Store {
  return {
    things: new ThingMap(),
    tables: new Map(),
    checks: new Map(),
    labels: new Map(),
    types: new Set(),
    privileges: noPrivileges(whole),
  };
}

export function emptyCatalog(whole: boolean): Catalog {
  const store = emptyStore(whole);
  const { things, tables, checks, privileges } = store;
  const { apply: note, end, mayBeMore, ...absence } = followAbsence(store, whole);
  const columns: ColumnsOf = (relation) => {
    const known = tables.get(relation);
    if (known) return [...known.keys()];
    return viewColumns(things.get(`view ${relation}`), columns);
  };
  return {
    ...absence,
    ...lookUps(store),
    has: (key) => things.has(key),
    made: (key) => things.get(key),
    overloads: (key) => overloadsOf(store, key),
    column: (table, name) => tables.get(table)?.get(name),
    columns,
    provenNotNull: (table, column) =>
      [...checks].some(
        ([key, check]) => key.startsWith(`${table}.`) && check.columns.includes(column) && check.valid,
      ),
    privileges,
    labels: (type) => store.labels.get(type),
    isTypeUsed: (type) => (tablesWith(store, type).length > 0 ? true : mayBeMore() ? undefined : false),
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
