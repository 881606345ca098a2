import type { MergeStmt, MergeWhenClause, Node, SelectStmt } from "libpg-query";
import type { Context, Hit } from "../hit.ts";
import { partsOf, relationName } from "../names.ts";
import { type NodeOf, as } from "../walk.ts";
import { checkUpdate, wholeTable } from "./check-write.ts";
import { narrows } from "./narrows.ts";

/** What a MERGE does to the rows that are there: it is judged as the UPDATE or DELETE that does the same. */
export function checkMerge(merge: MergeStmt, context: Context): readonly Hit[] {
  return (merge.mergeWhenClauses ?? []).flatMap((node) => {
    const clause = as(node, "MergeWhenClause");
    if (clause?.commandType === "CMD_DELETE") return deletes(merge, clause, context);
    return clause?.commandType === "CMD_UPDATE" ? updates(merge, clause, context) : [];
  });
}

function deletes({ relation }: MergeStmt, { condition }: MergeWhenClause, context: Context): readonly Hit[] {
  const some = narrows(condition, relation, context);
  return wholeTable(some ? "delete-rows" : "delete-without-where", relation, context);
}

function updates(
  merge: MergeStmt,
  { condition, matchKind, targetList = [] }: MergeWhenClause,
  context: Context,
) {
  const { relation, sourceRelation, joinCondition, withClause } = merge;
  const missing = matchKind === "MERGE_WHEN_NOT_MATCHED_BY_SOURCE";
  const from = sourceRelation ? [sourceRelation] : [];
  const whereClause = allOf([missing ? existsIn(from) : joinCondition, condition]);
  return checkUpdate(
    {
      ...(relation ? { relation } : {}),
      ...(missing ? {} : { fromClause: from }),
      ...(whereClause ? { whereClause } : {}),
      ...(withClause ? { withClause } : {}),
      targetList,
    },
    context,
  );
}

/** Rows that have no partner are told from the others as those are that have one. */
function existsIn(fromClause: Node[]): Node {
  return { SubLink: { subLinkType: "EXISTS_SUBLINK", subselect: { SelectStmt: { fromClause } } } };
}

function allOf(conditions: readonly (Node | undefined)[]): Node | undefined {
  const args = conditions.flatMap((one) => one ?? []);
  return args.length > 1 ? { BoolExpr: { boolop: "AND_EXPR", args } } : args[0];
}

/** Rows of a query that are there already: `ON CONFLICT DO UPDATE` writes them anew. What is written out are some. */
export function checkInsert(value: NodeOf<"InsertStmt">, context: Context): readonly Hit[] {
  const { relation, selectStmt, onConflictClause: conflict, withClause } = value;
  const query = as(selectStmt, "SelectStmt");
  if (conflict?.action !== "ONCONFLICT_UPDATE" || !query?.fromClause || !relation) return [];
  const [source, ...others] = query.fromClause;
  const from = as(source, "RangeVar");
  const itself = others.length === 0 && from !== undefined && relationName(from) === relationName(relation);
  const whereClause = allOf([itself ? query.whereClause : joins, conflict.whereClause]);
  return checkUpdate(
    {
      relation,
      targetList: itself ? written(value, query, context) : (conflict.targetList ?? []),
      ...(itself ? {} : { fromClause: [{ RangeSubselect: { subquery: { SelectStmt: query } } }] }),
      ...(whereClause ? { whereClause } : {}),
      ...(withClause ? { withClause } : {}),
    },
    context,
  );
}

/** `excluded.a` is what the query gives for `a`. */
function written(
  { relation, cols, onConflictClause }: NodeOf<"InsertStmt">,
  { targetList }: SelectStmt,
  { catalog }: Context,
): Node[] {
  const names =
    cols?.map((node) => as(node, "ResTarget")?.name) ?? catalog.columns(relationName(relation)) ?? [];
  const given = new Map(names.map((name, at) => [name, as(targetList?.[at], "ResTarget")?.val]));
  return (onConflictClause?.targetList ?? []).map((node) => {
    const target = as(node, "ResTarget") ?? {};
    const [table, name] = partsOf(as(target.val, "ColumnRef")?.fields);
    const val = table === "excluded" ? given.get(name) : target.val;
    return { ResTarget: { ...target, ...(val ? { val } : {}) } };
  });
}

const column = (name: string): Node => ({ ColumnRef: { fields: [{ String: { sval: name } }] } });

/** Each row of the query is met by the one that has its key. */
const joins: Node = {
  A_Expr: {
    kind: "AEXPR_OP",
    name: [{ String: { sval: "=" } }],
    lexpr: column("there"),
    rexpr: column("given"),
  },
};
