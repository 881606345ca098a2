import type { Node } from "libpg-query";
import { isNotTransactional } from "../not-transactional.ts";
import { partsOf, qualified, relationName } from "../names.ts";
import { type NodeOf, type NodeType, as } from "../walk.ts";

/** A value that a transaction has added to an enum that was there before it. */
export interface NewLabel {
  readonly type: string;
  readonly label: string;
}

/** The tables on which the transaction that runs holds a lock that blocks writes until it ends. */
export interface Held {
  has(table: string): boolean;
  /** LOCK TABLE has taken it, and not what must be locked to be changed. */
  locked(table: string): boolean;
  /** `others`: those that it locks without naming them. */
  add(node: Node, others?: readonly string[]): void;
  /** Values that the transaction has added to enums. */
  readonly labels: NewLabel[];
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

const ends: ReadonlySet<string> = new Set([
  "TRANS_STMT_BEGIN",
  "TRANS_STMT_START",
  "TRANS_STMT_COMMIT",
  "TRANS_STMT_ROLLBACK",
]);

/**
 * The locks before each statement: of the transaction that it is in. What runs by itself holds none for others; `apart`:
 * everything that the author has not put into a transaction does.
 */
export function followTransactions(apart = false): { readonly now: Held; before(node: Node): Held } {
  const held = nothingHeld();
  let [alone, open] = [false, false];
  return {
    now: held,
    before: (node) => {
      const kind = kindOf(node);
      const wasAlone = alone;
      if (ends.has(kind ?? "")) open = kind === "TRANS_STMT_BEGIN" || kind === "TRANS_STMT_START";
      alone = isNotTransactional(node) || (apart && !open);
      if (wasAlone || alone || ends.has(kind ?? "")) held.release();
      return held;
    },
  };
}

function kindOf(node: Node): string | undefined {
  return as(node, "TransactionStmt")?.kind;
}

function nothingHeld(): Held {
  const tables = new Set<string>();
  const locked = new Set<string>();
  const labels: NewLabel[] = [];
  return {
    has: (table) => tables.has(table),
    locked: (table) => locked.has(table),
    add: (node, others = []) => {
      const [type, value] = Object.entries(node)[0] ?? ["", undefined];
      const locker = lockers[type as NodeType] as ((value: unknown) => readonly string[]) | undefined;
      for (const table of [...(locker?.(value) ?? []), ...others]) tables.add(table);
      if (type === "LockStmt") for (const table of locker?.(value) ?? []) locked.add(table);
    },
    labels,
    release: () => {
      tables.clear();
      locked.clear();
      labels.length = 0;
    },
  };
}

/** A foreign key locks the other table, too. */
function referenced(node: Node): readonly string[] {
  const constraint = as(as(node, "AlterTableCmd")?.def, "Constraint");
  return constraint?.pktable ? [relationName(constraint.pktable)] : [];
}
