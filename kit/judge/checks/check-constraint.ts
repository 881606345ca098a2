import type { AlterTableCmd, Constraint, Node } from "libpg-query";
import { constraintsOfCommand } from "../catalog/constraint-names.ts";
import type { Context, Hit } from "../hit.ts";
import { as } from "../walk.ts";
import { isOfNewColumns, newColumns } from "./new-columns.ts";
import { isSameKey, isWider } from "./wider.ts";

/** A constraint of a table that has rows; `beside`: all commands of its statement. */
export function checkAddConstraint(
  table: string,
  command: AlterTableCmd,
  context: Context,
  beside: readonly Node[] = [],
): readonly Hit[] {
  const hits = [...constraintHits(table, command), ...keyHits(table, command, context)];
  const harmless = isHarmless(table, command, context, beside);
  return harmless ? hits.filter(({ rule }) => rule !== "add-constraint") : hits;
}

/** A key is never NULL: where its index has a column that may be, all rows are read. */
function keyHits(table: string, { def }: AlterTableCmd, { catalog }: Context): readonly Hit[] {
  const { contype, indexname } = as(def, "Constraint") ?? {};
  if (contype !== "CONSTR_PRIMARY" || indexname === undefined) return [];
  const index = as(catalog.made(`index ${table.slice(0, table.indexOf("."))}.${indexname}`), "IndexStmt");
  return (index?.indexParams ?? []).flatMap((node): readonly Hit[] => {
    const name = as(node, "IndexElem")?.name;
    const column = name === undefined ? undefined : catalog.column(table, name);
    if (name === undefined || !column || column.notNull || catalog.provenNotNull(table, name)) return [];
    return [{ rule: "scan-for-not-null", thing: `${table}.${name}` }];
  });
}

/** Nothing that live code writes is refused which was not before. */
function isHarmless(
  table: string,
  command: AlterTableCmd,
  context: Context,
  beside: readonly Node[],
): boolean {
  const constraint = as(command.def, "Constraint");
  if (!constraint) return false;
  if (isOfNewColumns(constraint, newColumns(table, beside, context))) return true;
  const [schemaname = "public", relname = "?"] = table.split(".");
  const [made] = constraintsOfCommand({ schemaname, relname }, { AlterTableCmd: command });
  if (made === undefined) return false;
  if (constraint.contype === "CONSTR_FOREIGN") return isSameKey(made.name, constraint, beside, context);
  const check = constraint.contype === "CONSTR_CHECK" ? constraint.raw_expr : undefined;
  return isWider(made.name, check, beside, context);
}

export function constraintHits(table: string, { def }: AlterTableCmd): readonly Hit[] {
  const constraint = as(def, "Constraint");
  const { contype, conname, skip_validation: later, indexname } = constraint ?? {};
  if (constraint && isIdle(constraint)) return [];
  const thing = conname === undefined ? ownName(table, def) : `${table}.${conname}`;
  const tightens: Hit = { rule: "add-constraint", thing };
  switch (contype) {
    case "CONSTR_CHECK":
    case "CONSTR_FOREIGN":
    case "CONSTR_NOTNULL":
      return later ? [tightens] : [tightens, { rule: "scan-for-constraint", thing }];
    case "CONSTR_UNIQUE":
    case "CONSTR_PRIMARY":
    case "CONSTR_EXCLUSION":
      return indexname === undefined ? [tightens, { rule: "build-constraint-index", thing }] : [tightens];
    default:
      return [];
  }
}

/** NOT ENFORCED: it only says what somebody else sees to. */
function isIdle({ contype, is_enforced: enforced }: Constraint): boolean {
  return (contype === "CONSTR_CHECK" || contype === "CONSTR_FOREIGN") && enforced !== true;
}

/** What was only said is seen to from now on, and what a parent asked for itself, its children are asked, too. */
export function checkAlterConstraint(table: string, { def }: AlterTableCmd): readonly Hit[] {
  const { conname = "?", ...changes } = as(def, "ATAlterConstraint") ?? {};
  const enforced = changes.alterEnforceability && changes.is_enforced;
  const handedDown = changes.alterInheritability && !changes.noinherit;
  if (!enforced && !handedDown) return [];
  const thing = `${table}.${conname}`;
  return [
    { rule: "add-constraint", thing },
    { rule: "scan-for-constraint", thing },
  ];
}

/** The name that PostgreSQL gives it. */
function ownName(table: string, def: Node | undefined): string {
  const [schemaname = "public", relname = "?"] = table.split(".");
  const command = { AlterTableCmd: { subtype: "AT_AddConstraint", ...(def ? { def } : {}) } } as const;
  return constraintsOfCommand({ schemaname, relname }, command)[0]?.name ?? `${table}.a constraint`;
}

export function checkSetNotNull(
  table: string,
  { name = "?" }: AlterTableCmd,
  { catalog }: Context,
): readonly Hit[] {
  const thing = `${table}.${name}`;
  if (catalog.column(table, name)?.notNull) return [];
  const tightens: Hit = { rule: "set-not-null", thing };
  return catalog.provenNotNull(table, name) ? [tightens] : [tightens, { rule: "scan-for-not-null", thing }];
}
