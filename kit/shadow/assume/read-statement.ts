import type { AlterTableCmd, Constraint, Node } from "libpg-query";
import { partsOf, qualified, relationName } from "../../judge/names.ts";
import { type NodeOf, as } from "../../judge/walk.ts";
import { type Reader, readUses, tell } from "./read-uses.ts";
import { keyOf, weights } from "./sayings.ts";
import { type Scope, inner, noScope } from "./scope.ts";
import { sideOf } from "./types-of.ts";
import { typeSql } from "./sql-names.ts";

const onTable = (table: string, alias = table.slice(table.indexOf(".") + 1)): Scope =>
  inner(noScope(), [{ alias, table }]);

/** Reads what a statement of a file says of columns; bodies apart. */
export function readStatement(reader: Reader, node: Node): void {
  const [type = ""] = Object.keys(node);
  const read = readers[type];
  if (read) read(reader, (node as unknown as Readonly<Record<string, never>>)[type] as never);
  else if (/^(Select|Insert|Update|Delete|Merge|View|CreateTableAs)Stmt$/.test(type))
    readUses(reader, node, noScope());
}

const readers: Readonly<Record<string, (reader: Reader, value: never) => void>> = {
  CreatePolicyStmt: (reader, { table, qual, with_check }: NodeOf<"CreatePolicyStmt">) =>
    readConditions(reader, relationName(table), [qual, with_check]),
  AlterPolicyStmt: (reader, { table, qual, with_check }: NodeOf<"AlterPolicyStmt">) =>
    readConditions(reader, relationName(table), [qual, with_check]),
  IndexStmt: (
    reader,
    { relation, indexParams = [], indexIncludingParams = [], whereClause }: NodeOf<"IndexStmt">,
  ) => {
    const table = relationName(relation);
    for (const one of [...indexParams, ...indexIncludingParams]) {
      const element = as(one, "IndexElem");
      if (element?.name !== undefined) reader.sayings.use(table, element.name);
      readUses(reader, element?.expr, onTable(table));
    }
    readConditions(reader, table, [whereClause]);
  },
  CreateStmt: ({ ...reader }, { relation, tableElts = [] }: NodeOf<"CreateStmt">) => {
    const table = relationName(relation);
    for (const one of tableElts) {
      const column = as(one, "ColumnDef");
      if (column) readColumn(reader, table, column);
      const constraint = as(one, "Constraint");
      if (constraint) readConstraint(reader, table, constraint);
    }
  },
  AlterTableStmt: (reader, { relation, cmds = [] }: NodeOf<"AlterTableStmt">) => {
    for (const one of cmds) readCommand(reader, relationName(relation), as(one, "AlterTableCmd") ?? {});
  },
  RenameStmt: ({ sayings }, { renameType, relation, subname }: NodeOf<"RenameStmt">) => {
    if (renameType === "OBJECT_COLUMN" && subname !== undefined) sayings.use(relationName(relation), subname);
  },
  CommentStmt: ({ sayings }, { objtype, object }: NodeOf<"CommentStmt">) => {
    const parts = partsOf(as(object, "List")?.items);
    if (objtype === "OBJECT_COLUMN" && parts.length > 1)
      sayings.use(qualified(parts.slice(0, -1)), parts.at(-1) ?? "?");
  },
  GrantStmt: ({ sayings }, { objects = [], privileges = [] }: NodeOf<"GrantStmt">) => {
    const columns = privileges.flatMap((one) => partsOf(as(one, "AccessPriv")?.cols));
    for (const one of objects)
      for (const column of columns) sayings.use(relationName(as(one, "RangeVar")), column);
  },
  CreateTrigStmt: (reader, { relation, columns = [], whenClause }: NodeOf<"CreateTrigStmt">) => {
    const table = relationName(relation);
    for (const column of partsOf(columns)) reader.sayings.use(table, column);
    const rows = ["new", "old"].map((alias) => ({ alias, table }));
    readUses(reader, { whereClause: whenClause }, inner(noScope(), rows));
  },
};

function readConditions(reader: Reader, table: string, conditions: readonly (Node | undefined)[]): void {
  for (const whereClause of conditions) readUses(reader, { whereClause }, onTable(table));
}

function readColumn(reader: Reader, table: string, column: NodeOf<"ColumnDef">): void {
  const type = typeSql(column.typeName);
  for (const one of column.constraints ?? []) {
    const constraint = as(one, "Constraint");
    const other = constraint?.pktable && relationName(constraint.pktable);
    if (other !== undefined && type !== undefined) {
      const key = partsOf(constraint?.pk_attrs)[0] ?? "id";
      reader.sayings.use(other, key);
      reader.sayings.vote(keyOf(other, key), plain(type), weights.sure);
    }
    readUses(reader, constraint?.raw_expr, onTable(table));
  }
}

/** A column that refers to another has its type, but no sequence of its own. */
const plain = (type: string): string =>
  type.replace(/^(big|small)?serial$/, "$1int").replace(/^serial[48]$/, "int8");

function readConstraint(reader: Reader, table: string, constraint: Constraint): void {
  const { pktable, pk_attrs, fk_attrs, keys, raw_expr } = constraint;
  const own = partsOf(fk_attrs);
  for (const column of [...own, ...partsOf(keys)]) reader.sayings.use(table, column);
  if (pktable) {
    const other = relationName(pktable);
    own.forEach((column, at) => {
      const key = partsOf(pk_attrs)[at] ?? "id";
      reader.sayings.use(other, key);
      reader.sayings.link(keyOf(table, column), keyOf(other, key));
    });
  }
  readUses(reader, raw_expr, onTable(table));
}

function readCommand(reader: Reader, table: string, { subtype, name, def, missing_ok }: AlterTableCmd): void {
  const column = as(def, "ColumnDef");
  const constraint = as(def, "Constraint");
  if (constraint) readConstraint(reader, table, constraint);
  if (subtype === "AT_AddColumn" && column) return readColumn(reader, table, column);
  if (name === undefined || !ofColumns.has(subtype ?? "") || missing_ok) return;
  reader.sayings.use(table, name);
  if (subtype === "AT_ColumnDefault")
    tell(reader, { key: keyOf(table, name) }, sideOf(def, noScope(), reader.makers));
  readUses(reader, column?.raw_default, onTable(table));
}

const ofColumns: ReadonlySet<string> = new Set([
  "AT_ColumnDefault",
  "AT_DropNotNull",
  "AT_SetNotNull",
  "AT_DropColumn",
  "AT_AlterColumnType",
  "AT_DropExpression",
  "AT_SetStatistics",
  "AT_SetStorage",
]);
