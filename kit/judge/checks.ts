import type { MergeStmt, Node, RangeVar } from "libpg-query";
import { checkAlterTable } from "./check-alter.ts";
import { checkDrop } from "./check-drop.ts";
import { checkMove, checkRename } from "./check-rename.ts";
import type { Context, Hit } from "./hit.ts";
import { relationName } from "./names.ts";
import type { RuleId } from "./rules.ts";
import { type NodeOf, type NodeType, as, walk } from "./walk.ts";

type Check<Type extends NodeType> = (value: NodeOf<Type>, context: Context) => readonly Hit[];

type Checks = { readonly [Type in NodeType]?: Check<Type> };

const always =
  (rule: RuleId, thing: string): ((value: unknown) => readonly Hit[]) =>
  () => [{ rule, thing }];

/** A node type a row. A node without a row harms nobody. */
const checks: Checks = {
  DropStmt: checkDrop,
  AlterTableStmt: checkAlterTable,
  RenameStmt: checkRename,
  AlterObjectSchemaStmt: checkMove,
  AlterEnumStmt: ({ oldVal, newVal }) =>
    oldVal === undefined ? [] : [{ rule: "rename-other", thing: `${oldVal} to ${newVal ?? "?"}` }],
  TruncateStmt: ({ relations }, context) =>
    (relations ?? []).flatMap((node) => wholeTable("truncate", as(node, "RangeVar"), context)),
  DeleteStmt: ({ relation, whereClause }, context) =>
    narrows(whereClause) ? [] : wholeTable("delete-without-where", relation, context),
  UpdateStmt: (value, context) => checkUpdate(value, context),
  MergeStmt: (value, context) => checkMerge(value, context),
  DropOwnedStmt: always("drop-owned", "what the role owns"),
  DropdbStmt: always("drop-database", "a database"),
  DropRoleStmt: always("drop-other", "a role"),
  DropUserMappingStmt: always("drop-other", "a user mapping"),
  DropSubscriptionStmt: always("drop-other", "a subscription"),
  DropTableSpaceStmt: always("drop-other", "a tablespace"),
};

/** Every rule that a statement hits, also from inside of a WITH or an EXPLAIN ANALYZE. */
export function check(statement: Node, context: Context): readonly Hit[] {
  const hits: Hit[] = [];
  walk(statement, (type, value) => {
    const row = checks[type as NodeType] as
      ((value: unknown, context: Context) => readonly Hit[]) | undefined;
    if (row) hits.push(...row(value, context));
  });
  return hits;
}

function wholeTable(rule: RuleId, relation: RangeVar | undefined, { known }: Context): readonly Hit[] {
  const thing = relationName(relation);
  return known.has(`table ${thing}`) ? [] : [{ rule, thing }];
}

/** Filling columns that this change set has added overwrites nothing. */
function checkUpdate(
  { relation, whereClause, targetList }: NodeOf<"UpdateStmt">,
  context: Context,
): readonly Hit[] {
  if (narrows(whereClause)) return [];
  const columns = (targetList ?? []).map((node) => as(node, "ResTarget")?.name ?? "?");
  const added = columns.every((name) => context.known.has(`column ${relationName(relation)}.${name}`));
  return added ? [] : wholeTable("update-without-where", relation, context);
}

function checkMerge({ relation, mergeWhenClauses }: MergeStmt, context: Context): readonly Hit[] {
  const deletesAll = (mergeWhenClauses ?? []).some((node) => {
    const clause = as(node, "MergeWhenClause");
    return clause?.commandType === "CMD_DELETE" && clause.condition === undefined;
  });
  return deletesAll ? wholeTable("delete-without-where", relation, context) : [];
}

/** A condition that names no column is true for all rows or for none. */
function narrows(condition: Node | undefined): boolean {
  let names = false;
  walk(condition, (type) => {
    names ||= type === "ColumnRef" || type === "SubLink" || type === "CurrentOfExpr";
  });
  return names;
}
