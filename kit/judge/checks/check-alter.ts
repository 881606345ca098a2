import type { AlterTableCmd, Node } from "libpg-query";
import { checkAddColumn } from "./check-add-column.ts";
import { checkAddConstraint, checkAlterConstraint, checkSetNotNull } from "./check-constraint.ts";
import { checkColumnType } from "./check-column-type.ts";
import { checkDefault, checkDisable, checkDropConstraint } from "./check-ending.ts";
import { checkIdentity } from "./check-identity.ts";
import { attachPartition } from "./check-partition.ts";
import { checkReplicaIdentity } from "./check-replica.ts";
import { isOfRows, keepsRows } from "./keeps-rows.ts";
import { checkViewOptions } from "./check-view.ts";
import type { Context, Hit } from "../hit.ts";
import { relationName } from "../names.ts";
import { type NodeOf, as } from "../walk.ts";

/** What an ALTER TABLE does to a table that was there before. */
type Check = (
  table: string,
  command: AlterTableCmd,
  context: Context,
  beside: readonly Node[],
) => readonly Hit[];

const rewrites: Check = (table) => [{ rule: "rewrite-table", thing: table }];

const checks: Readonly<Record<string, Check>> = {
  AT_DropColumn: dropColumn,
  AT_AlterColumnType: checkColumnType,
  AT_AddColumn: checkAddColumn,
  AT_AddConstraint: checkAddConstraint,
  AT_SetNotNull: checkSetNotNull,
  AT_ValidateConstraint: (table, { name = "?" }, { held }) =>
    held.has(table) ? [{ rule: "validate-under-lock", thing: `${table}.${name}` }] : [],
  AT_ColumnDefault: checkDefault,
  AT_DropIdentity: checkDefault,
  AT_DropExpression: checkDefault,
  AT_DisableTrig: checkDisable,
  AT_DisableTrigAll: checkDisable,
  AT_DisableTrigUser: checkDisable,
  AT_DisableRule: checkDisable,
  // From then on it fires for a replica's writer alone.
  AT_EnableReplicaTrig: checkDisable,
  AT_EnableReplicaRule: checkDisable,
  AT_DropConstraint: checkDropConstraint,
  AT_SetLogged: rewrites,
  AT_SetUnLogged: rewrites,
  AT_SetTableSpace: rewrites,
  AT_SetAccessMethod: rewrites,
  AT_SetExpression: (table, { name = "?" }, { catalog }) =>
    catalog.column(table, name)?.virtual ? [] : [{ rule: "rewrite-table", thing: table }],
  AT_SetRelOptions: checkViewOptions,
  AT_ResetRelOptions: checkViewOptions,
  AT_AddIdentity: checkIdentity,
  AT_SetIdentity: checkIdentity,
  AT_ReplicaIdentity: checkReplicaIdentity,
  AT_AlterConstraint: checkAlterConstraint,
  AT_DropInherit: (table) => [{ rule: "detach-partition", thing: table }],
  AT_AttachPartition: attachPartition,
  AT_EnableRowSecurity: enableRowSecurity,
  AT_DisableRowSecurity: disableRowSecurity,
  AT_ForceRowSecurity: (table) => [{ rule: "enable-row-security", thing: table }],
};

export function checkAlterTable(value: NodeOf<"AlterTableStmt">, context: Context): readonly Hit[] {
  const { relation, cmds, objtype, missing_ok: ifExists } = value;
  const { known, catalog } = context;
  const table = relationName(relation);
  // ALTER TABLE takes a view, too.
  if (ifExists && ["table", "view"].every((kind) => catalog.absent(`${kind} ${table}`))) return [];
  const kind = objtype === "OBJECT_TYPE" ? "type" : "table";
  return (cmds ?? []).flatMap((node, _, beside) => {
    const command = as(node, "AlterTableCmd");
    if (!command || known.has(`${kind} ${table}`)) return [];
    if (command.subtype === "AT_DetachPartition") return detachPartition(command, context);
    const all = checks[command.subtype ?? ""]?.(table, command, context, beside) ?? [];
    const hits = keepsRows(value, command, catalog) ? all : all.filter(({ rule }) => !isOfRows(rule));
    return known.fresh(`${kind} ${table}`) ? hits.filter(({ rule }) => rule.startsWith("drop-")) : hits;
  });
}

function dropColumn(
  table: string,
  { name = "?", missing_ok: ifExists }: AlterTableCmd,
  { known, catalog, later }: Context,
): readonly Hit[] {
  const thing = `${table}.${name}`;
  const key = `column ${thing}`;
  if (known.has(key) || (ifExists && catalog.absent(key))) return [];
  if (!catalog.column(table, name)?.generated) return [{ rule: "drop-column", thing }];
  return later(key) ? [] : [{ rule: "drop-generated-column", thing }];
}

function detachPartition({ def }: AlterTableCmd, { known }: Context): readonly Hit[] {
  const partition = relationName(as(def, "PartitionCmd")?.name);
  return known.has(`table ${partition}`) ? [] : [{ rule: "detach-partition", thing: partition }];
}

/** Where the files have made the table, they tell whether it was on. */
function disableRowSecurity(table: string, _: AlterTableCmd, { catalog, later }: Context): readonly Hit[] {
  const key = `security ${table}`;
  const off = catalog.has(`table ${table}`) && !catalog.has(key);
  return off || later(key) ? [] : [{ rule: "disable-row-security", thing: table }];
}

function enableRowSecurity(table: string, _: AlterTableCmd, { catalog, known }: Context): readonly Hit[] {
  const key = `security ${table}`;
  return catalog.has(key) || known.was(key) ? [] : [{ rule: "enable-row-security", thing: table }];
}
