import type { AlterTableCmd, Node } from "libpg-query";
import { policyAltered } from "./altered-policy.ts";
import { setsDefiner } from "./definer.ts";
import { type Checks, forgetChecks, noteCheck, renameChecks } from "./proven.ts";
import { cut } from "./cut.ts";
import { type Column, columnOf, fullType, isAlways } from "./columns.ts";
import type { Effect } from "./effect.ts";
import { relationName } from "../names.ts";
import type { Privileges } from "./privileges.ts";
import { type ColumnsOf, queryColumns } from "./query-columns.ts";
import type { ThingMap } from "./thing-map.ts";
import { isInvoker, setsInvoker } from "./view-options.ts";
import { viewRenamed } from "./view-renamed.ts";
import { functionKey } from "./things.ts";
import { readTypes } from "./type-effects.ts";
import { as } from "../walk.ts";

export interface Store {
  readonly things: ThingMap<Node>;
  readonly tables: Map<string, Map<string, Column>>;
  readonly checks: Checks;
  /** Of enums, by `public.name`. */
  readonly labels: Map<string, readonly string[]>;
  /** That some column has or had. */
  readonly types: Set<string>;
  readonly privileges: Privileges;
}

/** What a statement makes, changes and takes away. */
export function apply(store: Store, effect: Effect, columns: ColumnsOf): void {
  const { node, made, dropped, renamed } = effect;
  for (const key of dropped) forget(store, key);
  const view = renamed && viewRenamed(store.things, renamed, columns);
  if (renamed) rename(store, ...renamed);
  if (view) store.things.set(...view);
  store.privileges.apply(node);
  readTypes(store, node);
  grantDefaults(store, effect);
  for (const { key } of made) {
    const maybe = as(node, "CreateStmt")?.if_not_exists === true && store.things.has(key);
    if (!maybe && key.startsWith("constraint ")) noteCheck(store.checks, key.slice(11), node);
    if (!maybe && !isOtherRoutine(store, key, node)) store.things.set(key, node);
    if (maybe || !key.startsWith("table ")) continue;
    const own = tableColumns(node, columns);
    store.tables.set(key.slice(6), own);
    for (const { type } of own.values()) store.types.add(elementType(type));
  }
  const definer = setsDefiner(node);
  if (definer?.on) store.things.set(`definer ${definer.key}`, node);
  else if (definer) store.things.delete(`definer ${definer.key}`);
  const shown = as(node, "ViewStmt");
  if (shown) setInvoker(store, relationName(shown.view), isInvoker(shown.options), node);
  const invoker = setsInvoker(node);
  if (invoker) setInvoker(store, invoker.view, invoker.on, node);
  const altered = policyAltered(node, (key) => store.things.get(key));
  if (altered) store.things.set(altered.key, altered.node);
  const alter = as(node, "AlterTableStmt");
  for (const one of alter?.cmds ?? []) {
    const command = as(one, "AlterTableCmd");
    if (command) effects[command.subtype ?? ""]?.(store, relationName(alter?.relation), command);
  }
}

/** A function that may be called without its last arguments does not take the place of the one that has only the others. */
function isOtherRoutine({ things }: Store, key: string, node: Node): boolean {
  const there = things.get(key);
  return (
    there !== undefined &&
    key.startsWith("function ") &&
    functionKey(there) === key &&
    functionKey(node) !== key
  );
}

function setInvoker({ things }: Store, view: string, on: boolean, node: Node): void {
  if (on) things.set(`invoker ${view}`, node);
  else things.delete(`invoker ${view}`);
}

/** What replaces keeps its privileges. */
function grantDefaults({ things, privileges }: Store, { node, made }: Effect): void {
  // The first is its whole signature.
  const keys = (as(node, "CreateFunctionStmt") ? made.slice(0, 1) : made).map(({ key }) => key);
  for (const key of keys)
    if (/^(table|view|sequence|function) /.test(key) && !things.has(key)) privileges.made(key);
}

function tableColumns(node: Node, of: ColumnsOf): Map<string, Column> {
  const plain = { type: "?", generated: false, virtual: false, filled: false, notNull: false, unique: false };
  const create = as(node, "CreateStmt") ?? as(node, "CreateForeignTableStmt")?.base;
  const named = create ? [] : (queryColumns(as(node, "CreateTableAsStmt")?.query, of) ?? []);
  const made = new Map<string, Column>(named.map((name) => [name, plain]));
  for (const element of create?.tableElts ?? []) {
    const column = as(element, "ColumnDef");
    if (column) made.set(column.colname ?? "?", columnOf(column));
    const key = as(element, "Constraint");
    if (key?.contype === "CONSTR_PRIMARY" || key?.contype === "CONSTR_UNIQUE")
      setUnique(made, key.keys ?? []);
  }
  return made;
}

function setUnique(columns: Map<string, Column>, keys: readonly Node[]): void {
  const [only, ...more] = keys.map((node) => as(node, "String")?.sval ?? "?");
  const column = only === undefined || more.length > 0 ? undefined : columns.get(only);
  if (column && only !== undefined) columns.set(only, { ...column, unique: true });
}

type CommandEffect = (store: Store, table: string, command: AlterTableCmd) => void;

const setColumn =
  (change: (command: AlterTableCmd) => Partial<Column>): CommandEffect =>
  ({ tables }, table, command) => {
    const name = command.name ?? "?";
    const column = tables.get(table)?.get(name);
    if (column) tables.get(table)?.set(name, { ...column, ...change(command) });
  };

const effects: Readonly<Record<string, CommandEffect>> = {
  AT_AddColumn: ({ tables, types }, table, { def }) => {
    const column = as(def, "ColumnDef");
    const columns = tables.get(table);
    const name = column?.colname ?? "?";
    if (!column || !columns || columns.has(name)) return;
    columns.set(name, columnOf(column));
    types.add(elementType(fullType(column.typeName)));
  },
  AT_DropColumn: ({ tables, things, checks }, table, { name = "?" }) => {
    forgetChecks(checks, table, ({ columns }) => columns.includes(name));
    tables.get(table)?.delete(name);
    things.delete(`column ${table}.${name}`);
  },
  AT_AlterColumnType: (store, table, command) => {
    const type = fullType(as(command.def, "ColumnDef")?.typeName);
    store.types.add(elementType(type));
    setColumn(() => ({ type }))(store, table, command);
  },
  AT_SetNotNull: setColumn(() => ({ notNull: true })),
  AT_DropNotNull: setColumn(() => ({ notNull: false })),
  AT_ColumnDefault: setColumn(({ def }) => ({ filled: def !== undefined })),
  AT_AddIdentity: setColumn(({ def }) => ({ filled: true, always: isAlways(as(def, "Constraint")) })),
  AT_DropIdentity: setColumn(() => ({ filled: false })),
  AT_DropExpression: setColumn(() => ({ filled: false, generated: false })),
  AT_AddConstraint: addConstraint,
  AT_ValidateConstraint: ({ checks }, table, { name = "?" }) => {
    const check = checks.get(`${table}.${name}`);
    if (check) check.valid = true;
  },
  AT_DropConstraint: ({ checks, things }, table, { name = "?" }) => {
    checks.delete(`${table}.${name}`);
    things.delete(`constraint ${table}.${name}`);
  },
  AT_EnableRowSecurity: ({ things }, table, command) =>
    void things.set(`security ${table}`, { AlterTableCmd: command }),
  AT_DisableRowSecurity: ({ things }, table) => void things.delete(`security ${table}`),
  AT_ReplicaIdentity: ({ things }, table, { def }) => {
    const { identity_type: type = "" } = as(def, "ReplicaIdentityStmt") ?? {};
    if (type === "d" || type === "n") things.delete(`identity ${table}`);
  },
};

function addConstraint({ tables }: Store, table: string, { def }: AlterTableCmd): void {
  const constraint = as(def, "Constraint");
  const columns = tables.get(table);
  if (columns && ["CONSTR_PRIMARY", "CONSTR_UNIQUE"].includes(constraint?.contype ?? ""))
    setUnique(columns, constraint?.keys ?? []);
}

function forget({ things, tables, labels, privileges, checks }: Store, key: string): void {
  const [kind, name] = cut(key, " ");
  things.delete(key);
  things.delete(`definer ${key}`);
  privileges.gone(key);
  if (kind === "type") labels.delete(name);
  if (kind === "table") tables.delete(name);
  if (kind === "table") forgetChecks(checks, name, () => true);
  if (kind === "table") things.delete(`identity ${name}`);
  if (kind === "table") for (const one of things.inside(name)) things.delete(one);
  if (key.endsWith("(?)")) for (const one of things.routines(key)) things.delete(one);
  if (kind !== "schema") return;
  for (const one of Array.from(things.keys())) if (one.includes(` ${name}.`)) things.delete(one);
}

/** No session sees another one's. */
export function forgetTemporary(store: Store): void {
  for (const key of store.tables.keys()) if (key.startsWith("pg_temp.")) forget(store, `table ${key}`);
}

function rename(store: Store, from: string, to: string): void {
  const { things, tables, privileges } = store;
  const [kind, old] = cut(from, " ");
  const [, name] = cut(to, " ");
  privileges.renamed(from, to);
  if (kind === "type") renameType(store, old, name);
  for (const key of [from, ...(kind === "table" ? things.inside(old) : [])]) {
    const node = things.get(key);
    if (!node) continue;
    things.delete(key);
    things.set(key === from ? to : key.replace(` ${old}.`, ` ${name}.`), node);
  }
  if (kind === "table") renameChecks(store.checks, old, name);
  const columns = tables.get(old);
  if (kind === "table" && columns) {
    tables.delete(old);
    tables.set(name, columns);
  }
  if (kind !== "column") return;
  const [table, column] = [old.slice(0, old.lastIndexOf(".")), old.slice(old.lastIndexOf(".") + 1)];
  // What was proven of it, was of its former name.
  forgetChecks(store.checks, table, ({ columns: named }) => named.includes(column));
  const known = tables.get(table)?.get(column);
  if (!known) return;
  tables.get(table)?.delete(column);
  tables.get(table)?.set(name.slice(name.lastIndexOf(".") + 1), known);
}

/** The columns of the type have it under its new name. */
function renameType({ tables, labels, types }: Store, old: string, name: string): void {
  const known = labels.get(old);
  if (known) labels.set(name, known);
  labels.delete(old);
  if (!types.has(plainType(old))) return;
  types.add(plainType(name));
  for (const columns of tables.values())
    for (const [column, value] of columns)
      if (isOfType(value.type, old))
        columns.set(column, { ...value, type: value.type.replace(plainType(old), () => plainType(name)) });
}

/** Whether a column's type, as `state[]` or `app.state`, is `public.state`. */
export function isOfType(column: string, type: string): boolean {
  return elementType(column) === plainType(type);
}

function elementType(type: string): string {
  return type.replace(/(\(.*\))?(\[\])*$/, "");
}

function plainType(type: string): string {
  return type.replace(/^public\./, "");
}
