import type { Node } from "libpg-query";
import type { SplitFile } from "../split.ts";
import { partsOf, qualified, relationName } from "../names.ts";
import { type NodeOf, type NodeType, as } from "../walk.ts";

/** The tables on which the transaction that runs holds a lock that blocks writes until it ends. */
export interface Held {
  has(table: string): boolean;
  add(node: Node): void;
  /** The transaction has ended. */
  release(): void;
}

type Lockers = { readonly [Type in NodeType]?: (value: NodeOf<Type>) => readonly string[] };

/** These wait for no writer. */
const mild: ReadonlySet<string> = new Set(["AT_ValidateConstraint", "AT_SetStatistics", "AT_SetRelOptions"]);

const lockers: Lockers = {
  AlterTableStmt: ({ relation, cmds }) =>
    (cmds ?? []).every((node) => mild.has(as(node, "AlterTableCmd")?.subtype ?? ""))
      ? []
      : [relationName(relation), ...(cmds ?? []).flatMap(referenced)],
  CreateTrigStmt: ({ relation }) => [relationName(relation)],
  CreatePolicyStmt: ({ table }) => [relationName(table)],
  IndexStmt: ({ relation, concurrent }) => (concurrent ? [] : [relationName(relation)]),
  RenameStmt: ({ relation }) => (relation ? [relationName(relation)] : []),
  TruncateStmt: ({ relations }) => (relations ?? []).map((node) => relationName(as(node, "RangeVar"))),
  LockStmt: ({ relations, mode = 0 }) =>
    mode < 5 ? [] : (relations ?? []).map((node) => relationName(as(node, "RangeVar"))),
  DropStmt: ({ objects, removeType }) =>
    ["OBJECT_POLICY", "OBJECT_TRIGGER"].includes(removeType ?? "")
      ? (objects ?? []).map((node) => qualified(partsOf(as(node, "List")?.items).slice(0, -1)))
      : [],
};

/** The locks before each statement: of the whole file's transaction, or of the author's own ones. */
export function followTransactions({ statements }: SplitFile): {
  readonly now: Held;
  before(node: Node): Held;
} {
  const own = statements.some(
    ({ node }) => kindOf(node) === "TRANS_STMT_BEGIN" || kindOf(node) === "TRANS_STMT_START",
  );
  const held = nothingHeld();
  let open = !own;
  return {
    now: held,
    before: (node) => {
      const kind = kindOf(node);
      if (kind === "TRANS_STMT_BEGIN" || kind === "TRANS_STMT_START") open = true;
      if (kind === "TRANS_STMT_COMMIT") open = !own;
      if (!open || kind === "TRANS_STMT_COMMIT") held.release();
      return held;
    },
  };
}

function kindOf(node: Node): string | undefined {
  return as(node, "TransactionStmt")?.kind;
}

function nothingHeld(): Held {
  const tables = new Set<string>();
  return {
    has: (table) => tables.has(table),
    add: (node) => {
      const [type, value] = Object.entries(node)[0] ?? ["", undefined];
      const locker = lockers[type as NodeType] as ((value: unknown) => readonly string[]) | undefined;
      for (const table of locker?.(value) ?? []) tables.add(table);
    },
    release: () => tables.clear(),
  };
}

/** A foreign key locks the other table, too. */
function referenced(node: Node): readonly string[] {
  const constraint = as(as(node, "AlterTableCmd")?.def, "Constraint");
  return constraint?.pktable ? [relationName(constraint.pktable)] : [];
}
