import type { Node } from "libpg-query";
import { checkAlterTable } from "./check-alter.ts";
import { checkDomain } from "./check-domain.ts";
import { checkAlterPolicy, checkCreatePolicy } from "./check-policy.ts";
import { checkOverload } from "./check-overload.ts";
import { checkView } from "./check-view.ts";
import { checkDrop } from "./check-drop.ts";
import { checkGrant } from "./check-grant.ts";
import { checkRoleGrant } from "./check-membership.ts";
import { checkCluster, checkIndex, checkReindex, checkScan, checkVacuum } from "./check-locks.ts";
import { checkMove, checkRename, checkRenameLabel } from "./check-rename.ts";
import { checkCall } from "./check-call.ts";
import { checkDefiner, checkRule, checkTrigger } from "./check-ending.ts";
import { checkNewPublication, checkPublication } from "./check-publication.ts";
import { checkDatabase, checkEventTrigger, checkRole, checkSubscription } from "./check-service.ts";
import { checkReplaced, checkReplacedView } from "./check-replaced.ts";
import { checkNewPartition } from "./check-partition.ts";
import { checkRefresh, checkUnfilled } from "./check-refresh.ts";
import { checkBucket, checkBucketInsert } from "./check-bucket.ts";
import { checkJobs } from "./check-jobs.ts";
import { isOn } from "./option.ts";
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
  DeleteStmt: (value, context) => [...checkDelete(value, context), ...checkJobs(value, context)],
  UpdateStmt: (value, context) => [
    ...checkUpdate(value, context),
    ...checkBucket(value, context),
    ...checkJobs(value, context),
  ],
  MergeStmt: checkMerge,
  SelectStmt: checkScan,
  CreatePolicyStmt: checkCreatePolicy,
  AlterPolicyStmt: checkAlterPolicy,
  AlterDomainStmt: checkDomain,
  ViewStmt: (value, context) => [...checkReplacedView(value, context), ...checkView(value, context)],
  CreateFunctionStmt: (value, context) => [
    ...checkReplaced(value, context),
    ...checkOverload(value, context),
    ...checkDefiner({ CreateFunctionStmt: value }, context),
  ],
  AlterFunctionStmt: (value, context) => checkDefiner({ AlterFunctionStmt: value }, context),
  CreateTrigStmt: checkTrigger,
  RuleStmt: checkRule,
  AlterPublicationStmt: checkPublication,
  CreatePublicationStmt: checkNewPublication,
  CreateStmt: checkNewPartition,
  RefreshMatViewStmt: checkRefresh,
  CreateTableAsStmt: checkUnfilled,
  AlterEventTrigStmt: checkEventTrigger,
  AlterSubscriptionStmt: checkSubscription,
  AlterRoleStmt: checkRole,
  AlterDatabaseStmt: checkDatabase,
  InsertStmt: (value, context) => [...checkInsert(value, context), ...checkBucketInsert(value, context)],
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
    if (holders.has(type) && isRun(type, value)) walk(value, visit);
  }
  return hits;
}

/** EXPLAIN alone only says how it would be run. */
function isRun(type: string, value: unknown): boolean {
  return type !== "ExplainStmt" || isOn((value as NodeOf<"ExplainStmt">).options, "analyze");
}
