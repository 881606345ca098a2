import type { Node, RangeVar, ResTarget } from "libpg-query";
import type { Context, Hit } from "../hit.ts";
import { columnName, partsOf, relationName } from "../names.ts";
import type { RuleId } from "../rules.ts";
import { type NodeOf, as, contains, walk } from "../walk.ts";
import { type Sources, isBroad, isBroadSource, queriesOf } from "./breadth.ts";
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
  const narrowed = narrows(whereClause, relation, context);
  const targets = (targetList ?? []).map((node) => as(node, "ResTarget"));
  const loses =
    (!narrowed || emptiesAll(whereClause, targets)) &&
    !targets.every(({ name = "?", val } = {}) => {
      return known.has(`column ${thing}.${name}`) || keepsItself(name, val);
    });
  // What is filled where it is missing, as a whole: a column of this change set, or any that it writes.
  const isFilled = (name: string): boolean =>
    known.fresh(`column ${thing}.${name}`) || targets.some((target) => target?.name === name);
  const sources = sourcesOf(value, context);
  const every = !narrowed || context.loop || onlyJoins(value, sources) || isBroad(value, isFilled, sources);
  const locks: readonly Hit[] = every
    ? [{ rule: "backfill", thing }]
    : held.has(thing) && !isFew(value, thing, context)
      ? [{ rule: "backfill-under-lock", thing }]
      : [];
  const blanks =
    !loses &&
    targets.some((target) => isBlanked(target, thing, known)) &&
    targets.every((target) => isAside(target));
  return [
    ...(loses ? wholeTable("update-without-where", relation, context) : []),
    ...(blanks ? [{ rule: "blank-values", thing } as const] : []),
    ...locks,
  ];
}

/** A column of before that holds nothing afterwards. */
function isBlanked(target: ResTarget | undefined, table: string, known: Context["known"]): boolean {
  return isEmpty(target?.val) && !known.has(`column ${table}.${target?.name ?? "?"}`);
}

/** With another value beside it, a state is changed and nothing thrown away; when that was, is no such value. */
function isAside(target: ResTarget | undefined): boolean {
  const call = partsOf(as(target?.val, "FuncCall")?.funcname).at(-1) ?? "";
  const isTime = ["now", "clock_timestamp", "statement_timestamp"].includes(call);
  return isTime || isEmpty(target?.val) || as(target?.val, "SQLValueFunction") !== undefined;
}

/** NULL, and a text, list or object without anything in it. */
function isEmpty(value: Node | undefined): boolean {
  const plain = as(value, "TypeCast")?.arg ?? value;
  const constant = as(plain, "A_Const");
  const list = as(plain, "A_ArrayExpr");
  if (list) return (list.elements ?? []).length === 0;
  if (!constant) return false;
  return (
    constant.isnull === true ||
    (constant.sval !== undefined && /^(|\{\}|\[\])$/.test(constant.sval.sval ?? ""))
  );
}

/** `SET a = coalesce(a, …)` fills only what was empty. */
function keepsItself(name: string, value: Node | undefined): boolean {
  const first = as(value, "CoalesceExpr")?.args?.[0] ?? value;
  return columnName(first) === name;
}

/** `UPDATE … FROM other WHERE other.id = …`: every row that has its partner, which one without a value has not anyway. */
function onlyJoins({ fromClause, whereClause }: NodeOf<"UpdateStmt">, sources: Sources): boolean {
  if (!fromClause?.every((one) => isBroadSource(one, sources))) return false;
  const narrower = new Set(["A_Const", "SubLink", "BooleanTest", "RangeSubselect"]);
  let narrowed = false;
  walk(whereClause, (type, value) => {
    if (type === "NullTest") narrowed ||= (value as NodeOf<"NullTest">).nulltesttype === "IS_NULL";
  });
  return !narrowed && !contains([fromClause, whereClause], narrower);
}

/** What is selected before: by a WITH, or into a table that the change set makes for it. */
function sourcesOf({ fromClause, withClause }: NodeOf<"UpdateStmt">, { known, catalog }: Context): Sources {
  const selected = (fromClause ?? []).flatMap((node): [string, Node | undefined][] => {
    const relation = as(node, "RangeVar");
    const key = `table ${relationName(relation)}`;
    const made = known.has(key) ? as(catalog.made(key), "CreateTableAsStmt") : undefined;
    const name = relation?.schemaname === undefined ? relation?.relname : relationName(relation);
    return made && name !== undefined ? [[name, made.query]] : [];
  });
  return queriesOf(withClause, new Map(selected));
}

/** A row by its key: a unique column that equals something that is not a column. */
function isFew(
  { relation, fromClause, whereClause }: NodeOf<"UpdateStmt">,
  table: string,
  { catalog }: Context,
): boolean {
  const own = [relation?.relname, relation?.alias?.aliasname];
  const isColumn = ({ fields }: NodeOf<"ColumnRef">): boolean => {
    const [first = "", ...more] = partsOf(fields);
    if (fromClause) return true;
    return more.length > 0 ? own.includes(first) : catalog.column(table, first) !== undefined;
  };
  const isGiven = (side: Node | undefined): boolean => {
    let given = !contains(side, new Set(["SubLink"]));
    walk(side, (type, value) => {
      if (type === "ColumnRef") given &&= !isColumn(value as NodeOf<"ColumnRef">);
    });
    return given;
  };
  let few = false;
  walk(whereClause, (type, value) => {
    if (type !== "A_Expr") return;
    const { kind, lexpr, rexpr } = value as NodeOf<"A_Expr">;
    const name = columnName(lexpr);
    const equals = kind === "AEXPR_OP" || kind === "AEXPR_IN";
    if (!equals || name === undefined || !isGiven(rexpr)) return;
    few ||= catalog.column(table, name)?.unique ?? ["id", "slug", "key", "code"].includes(name);
  });
  return few;
}
