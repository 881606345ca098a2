import type { Node } from "libpg-query";
import { partsOf, qualified, relationName } from "../../judge/names.ts";
import type { Statement } from "../../judge/split.ts";
import { as } from "../../judge/walk.ts";
import { typeSql } from "./sql-names.ts";

/** How a thing is made somewhere in the folder: in a file that is later or that did not run. */
export interface Maker {
  /** The statement, to be run as it is. */
  readonly sql: string;
  readonly node: Node;
}

/** What the files of a folder make, by names. */
export interface Makers {
  readonly relations: Map<string, Maker>;
  readonly functions: Map<string, Maker[]>;
  readonly types: Map<string, Maker>;
  /** The types of a table's columns, by the statement that makes it. */
  readonly columns: Map<string, ReadonlyMap<string, string>>;
  /** Tables whose columns are known as they are live: these and no others. */
  readonly exact: Set<string>;
  /** Columns that are added to or renamed in a table, with their types: these are not there from its beginning. */
  readonly later: Map<string, Map<string, string | undefined>>;
  /** Tables that are given a primary key by a statement of its own. */
  readonly keyed: Set<string>;
  /** Functions that triggers call. */
  readonly triggering: Set<string>;
  /** Labels that an enum is given, or that are cast to it. */
  readonly labels: Map<string, Set<string>>;
}

export const noMakers = (): Makers => ({
  relations: new Map(),
  functions: new Map(),
  types: new Map(),
  columns: new Map(),
  exact: new Set(),
  later: new Map(),
  keyed: new Set(),
  triggering: new Set(),
  labels: new Map(),
});

export function readMaker(makers: Makers, { node, sql }: Pick<Statement, "node" | "sql">): void {
  const keep = (map: Map<string, Maker>, name: string): void =>
    void (map.has(name) || map.set(name, { sql, node }));
  const create = as(node, "CreateStmt");
  if (create && create.relation?.relpersistence !== "t") {
    const name = relationName(create.relation);
    keep(makers.relations, name);
    if (!makers.columns.has(name)) makers.columns.set(name, columnsIn(create.tableElts ?? []));
  }
  const view = as(node, "ViewStmt")?.view ?? as(node, "CreateTableAsStmt")?.into?.rel;
  if (view && view.relpersistence !== "t") keep(makers.relations, relationName(view));
  const routine = as(node, "CreateFunctionStmt");
  if (routine) {
    const name = qualified(partsOf(routine.funcname));
    makers.functions.set(name, [...(makers.functions.get(name) ?? []), { sql, node }]);
  }
  const type = as(node, "CreateEnumStmt")?.typeName ?? as(node, "CreateDomainStmt")?.domainname;
  const composite = as(node, "CompositeTypeStmt")?.typevar;
  if (type) keep(makers.types, qualified(partsOf(type)));
  if (composite) keep(makers.types, relationName(composite));
  const trigger = as(node, "CreateTrigStmt");
  if (trigger) makers.triggering.add(qualified(partsOf(trigger.funcname)));
  readChanges(makers, node);
}

function readChanges(makers: Makers, node: Node): void {
  const alter = as(node, "AlterTableStmt");
  const table = relationName(alter?.relation);
  for (const one of alter?.cmds ?? []) {
    const command = as(one, "AlterTableCmd");
    const column = as(command?.def, "ColumnDef");
    if (command?.subtype === "AT_AddColumn" && column?.colname !== undefined)
      laterIn(makers, table).set(column.colname, typeSql(column.typeName));
    if (as(command?.def, "Constraint")?.contype === "CONSTR_PRIMARY") makers.keyed.add(table);
  }
  const rename = as(node, "RenameStmt");
  if (rename?.renameType === "OBJECT_COLUMN" && rename.newname !== undefined)
    laterIn(makers, relationName(rename.relation)).set(rename.newname, undefined);
}

function laterIn({ later }: Makers, table: string): Map<string, string | undefined> {
  const columns = later.get(table) ?? new Map<string, string | undefined>();
  later.set(table, columns);
  return columns;
}

export function labelsOf({ labels }: Makers, type: string): Set<string> {
  const set = labels.get(type) ?? new Set();
  labels.set(type, set);
  return set;
}

function columnsIn(elements: readonly Node[]): ReadonlyMap<string, string> {
  return new Map(
    elements.flatMap((element) => {
      const column = as(element, "ColumnDef");
      return column?.colname === undefined
        ? []
        : [[column.colname, typeSql(column.typeName) ?? "text"] as const];
    }),
  );
}
