import type { Node } from "libpg-query";
import { checkAlterTable } from "./check-alter.ts";
import { checkDomain } from "./check-constraint.ts";
import { checkAlterPolicy, checkCreatePolicy } from "./check-policy.ts";
import { checkOverload } from "./check-overload.ts";
import { checkView } from "./check-view.ts";
import { checkDrop } from "./check-drop.ts";
import { checkGrant, checkRoleGrant } from "./check-grant.ts";
import { checkCluster, checkIndex, checkReindex, checkScan, checkVacuum } from "./check-locks.ts";
import { checkMove, checkRename, checkRenameLabel } from "./check-rename.ts";
import { checkCall } from "./check-call.ts";
import { checkDefiner, checkPublication, checkRule, checkTrigger } from "./check-ending.ts";
import { checkInsert, checkMerge } from "./check-merge.ts";
import { checkDelete, checkUpdate, wholeTable } from "./check-write.ts";
import type { Context, Hit } from "../hit.ts";
import type { RuleId } from "../rules.ts";
import { type NodeOf, type NodeType, as, walk } from "../walk.ts";

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
  AlterEnumStmt: checkRenameLabel,
  TruncateStmt: ({ relations }, context) =>
    (relations ?? []).flatMap((node) => wholeTable("truncate", as(node, "RangeVar"), context)),
  DeleteStmt: checkDelete,
  UpdateStmt: checkUpdate,
  MergeStmt: checkMerge,
  SelectStmt: checkScan,
  CreatePolicyStmt: checkCreatePolicy,
  AlterPolicyStmt: checkAlterPolicy,
  AlterDomainStmt: checkDomain,
  ViewStmt: checkView,
  CreateFunctionStmt: (value, context) => [
    ...checkOverload(value, context),
    ...checkDefiner({ CreateFunctionStmt: value }, context),
  ],
  AlterFunctionStmt: (value, context) => checkDefiner({ AlterFunctionStmt: value }, context),
  CreateTrigStmt: checkTrigger,
  RuleStmt: checkRule,
  AlterPublicationStmt: checkPublication,
  InsertStmt: checkInsert,
  IndexStmt: checkIndex,
  ReindexStmt: checkReindex,
  ClusterStmt: checkCluster,
  VacuumStmt: checkVacuum,
  GrantStmt: checkGrant,
  GrantRoleStmt: checkRoleGrant,
  DropOwnedStmt: always("drop-owned", "what the role owns"),
  DropdbStmt: always("drop-database", "a database"),
  DropRoleStmt: always("drop-other", "a role"),
  DropUserMappingStmt: always("drop-other", "a user mapping"),
  DropSubscriptionStmt: always("drop-other", "a subscription"),
  DropTableSpaceStmt: always("drop-other", "a tablespace"),
};

/** Only these may hold statements that run with them. */
const holders: ReadonlySet<string> = new Set([
  "SelectStmt",
  "InsertStmt",
  "UpdateStmt",
  "DeleteStmt",
  "MergeStmt",
  "ExplainStmt",
  "CreateTableAsStmt",
  "CreateSchemaStmt",
  "CopyStmt",
  "DeclareCursorStmt",
  "PrepareStmt",
]);

/** Every rule that a statement hits, also from inside of a WITH or an EXPLAIN ANALYZE. */
export function check(statement: Node, context: Context): readonly Hit[] {
  const hits: Hit[] = [];
  const visit = (type: string, value: unknown): void => {
    const row = checks[type as NodeType] as
      ((value: unknown, context: Context) => readonly Hit[]) | undefined;
    if (row) hits.push(...row(value, context));
    if (type === "FuncCall") hits.push(...checkCall(value as NodeOf<"FuncCall">, statement, context));
  };
  for (const [type, value] of Object.entries(statement)) {
    visit(type, value);
    if (holders.has(type)) walk(value, visit);
  }
  return hits;
}
