import type { Node, RangeVar } from "libpg-query";
import type { Context, Hit } from "../hit.ts";
import { columnName, relationName } from "../names.ts";
import type { RuleId } from "../rules.ts";
import { type NodeOf, as, contains, walk } from "../walk.ts";
import { isBroad } from "./breadth.ts";
import { emptiesAll, narrows } from "./narrows.ts";

export function wholeTable(rule: RuleId, relation: RangeVar | undefined, { known }: Context): readonly Hit[] {
  const thing = relationName(relation);
  return known.has(`table ${thing}`) ? [] : [{ rule, thing }];
}

export function checkDelete(
  { relation, whereClause }: NodeOf<"DeleteStmt">,
  context: Context,
): readonly Hit[] {
  return wholeTable(
    narrows(whereClause, relation, context) ? "delete-rows" : "delete-without-where",
    relation,
    context,
  );
}

/** Filling columns that this change set has added overwrites nothing, but holds every row all the same. */
export function checkUpdate(value: NodeOf<"UpdateStmt">, context: Context): readonly Hit[] {
  const { relation, whereClause, targetList } = value;
  const { known, held } = context;
  const thing = relationName(relation);
  if (known.fresh(`table ${thing}`)) return [];
  const isAdded = (name: string): boolean => known.fresh(`column ${thing}.${name}`);
  const narrowed = narrows(whereClause, relation, context);
  const targets = (targetList ?? []).map((node) => as(node, "ResTarget"));
  const loses =
    (!narrowed || emptiesAll(whereClause, targets)) &&
    !targets.every(({ name = "?", val } = {}) => {
      return known.has(`column ${thing}.${name}`) || keepsItself(name, val);
    });
  const every = !narrowed || context.loop || onlyJoins(value) || isBroad(value, isAdded);
  const locks: readonly Hit[] = every
    ? [{ rule: "backfill", thing }]
    : held.has(thing) && !isFew(whereClause, thing, context)
      ? [{ rule: "backfill-under-lock", thing }]
      : [];
  return [...(loses ? wholeTable("update-without-where", relation, context) : []), ...locks];
}

/** `SET a = coalesce(a, …)` fills only what was empty. */
function keepsItself(name: string, value: Node | undefined): boolean {
  const first = as(value, "CoalesceExpr")?.args?.[0] ?? value;
  return columnName(first) === name;
}

/** `UPDATE … FROM other WHERE other.id = …`: every row that has its partner, which one without a value has not anyway. */
function onlyJoins({ fromClause, whereClause, withClause }: NodeOf<"UpdateStmt">): boolean {
  const limited = (withClause?.ctes ?? []).flatMap((node) => {
    const { ctename, ctequery } = as(node, "CommonTableExpr") ?? {};
    return as(ctequery, "SelectStmt")?.limitCount ? [ctename] : [];
  });
  if ((fromClause ?? []).some((node) => limited.includes(as(node, "RangeVar")?.relname ?? "?"))) return false;
  const narrower = new Set(["A_Const", "SubLink", "BooleanTest", "RangeSubselect"]);
  let narrowed = false;
  walk(whereClause, (type, value) => {
    if (type === "NullTest") narrowed ||= (value as NodeOf<"NullTest">).nulltesttype === "IS_NULL";
  });
  return fromClause !== undefined && !narrowed && !contains([fromClause, whereClause], narrower);
}

/** A row by its key: a unique column that equals something that is not a column. */
function isFew(condition: Node | undefined, table: string, { catalog }: Context): boolean {
  let few = false;
  walk(condition, (type, value) => {
    if (type !== "A_Expr") return;
    const { kind, lexpr, rexpr } = value as NodeOf<"A_Expr">;
    const name = columnName(lexpr);
    const equals = kind === "AEXPR_OP" || kind === "AEXPR_IN";
    if (!equals || name === undefined || contains(rexpr, new Set(["ColumnRef", "SubLink"]))) return;
    few ||= catalog.column(table, name)?.unique ?? ["id", "slug", "key", "code"].includes(name);
  });
  return few;
}
