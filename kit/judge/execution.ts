import type { Node } from "libpg-query";
import type { CommitsInside } from "./bodies/commits.ts";
import { isNotTransactional } from "./not-transactional.ts";
import type { SplitFile, Statement } from "./split.ts";
import { as } from "./walk.ts";

/**
 * A part of a file that is there as a whole or not at all: one transaction, or (`alone`) one statement that PostgreSQL
 * refuses inside of a transaction.
 */
export interface Segment {
  readonly kind: "transaction" | "alone";
  /** What is set for the session before it, outside of a transaction. */
  readonly settings: readonly Statement[];
  /** How its transaction begins: in the author's words where there are some. */
  readonly begin: string;
  /** The author may have tried something and taken it back. */
  readonly end: "commit" | "rollback";
  /** Its transaction says so: nothing can be written in it. */
  readonly readOnly: boolean;
  readonly statements: readonly Statement[];
  /** The statements and what is between them, as the file has it. */
  readonly sql: string;
  /** Byte of the file at which `sql` begins. */
  readonly start: number;
}

/** How a file is run: as one transaction with its row in the ledger, or segment after segment. `own`: it brings BEGIN and COMMIT. */
export interface Execution {
  readonly segments: readonly [Segment, ...Segment[]];
  readonly own: boolean;
}

export interface ExecutionProblem {
  readonly rule: "transaction-control" | "not-transactional";
  readonly statement: Statement;
  readonly thing: string;
}

/** The segment of a file that is one transaction as a whole, or nothing. */
export function wholeOf({ segments }: Execution): Segment | undefined {
  const [only] = segments;
  return segments.length === 1 && only.kind === "transaction" ? only : undefined;
}

/**
 * Decides how a file is run, or why it cannot be. What commits while it runs has to run alone, and where the file says so,
 * each statement is a transaction of its own.
 */
export function executionOf(
  split: SplitFile,
  commits: CommitsInside = () => false,
): Execution | ExecutionProblem {
  const groups = groupsOf(split, commits);
  if ("rule" in groups) return groups;
  const undone = groups.findLast((group) => !isOnlySettings(group))?.rollback;
  if (undone) return problemAt(undone, "a ROLLBACK at the end: what it undoes would be recorded as applied");
  const [first, ...others] = segmentsOf(split, groups);
  const own = groups.some(({ kind }) => kind === "block");
  return { own, segments: [first ?? segmentOf(split, { kind: "run", statements: [] }, []), ...others] };
}

interface Group {
  /** `run`: what stands outside of the author's own blocks. */
  readonly kind: "run" | "block" | "alone";
  readonly begin?: Statement;
  readonly statements: Statement[];
  /** What takes the block back. */
  rollback?: Statement;
}

function groupsOf(
  { statements, apart }: SplitFile,
  commits: CommitsInside,
): readonly Group[] | ExecutionProblem {
  const groups: Group[] = [];
  const start = (kind: Group["kind"], begin?: Statement): Group => {
    const group: Group = { kind, statements: [], ...(begin ? { begin } : {}) };
    groups.push(group);
    return group;
  };
  const own = statements.some(({ node }) => isBegin(as(node, "TransactionStmt")?.kind));
  let [open, block, run]: [Statement?, Group?, Group?] = [];
  for (const statement of statements) {
    const step = stepOf(statement, open, commits);
    if (typeof step === "object") return step;
    if (step === "inside") {
      (block ?? (run ??= start("run"))).statements.push(statement);
      if (apart || (own && isNewLabel(statement))) run = undefined;
      continue;
    }
    run = undefined;
    if (step === "alone") start("alone").statements.push(statement);
    if (step === "rollback" && block) block.rollback = statement;
    open = step === "begin" ? statement : undefined;
    block = step === "begin" ? start("block", statement) : undefined;
  }
  return open ? problemAt(open, "a BEGIN without its COMMIT") : groups;
}

function isBegin(kind: string | undefined): boolean {
  return kind === "TRANS_STMT_BEGIN" || kind === "TRANS_STMT_START";
}

type Step = "begin" | "commit" | "rollback" | "alone" | "inside";

function problemAt(statement: Statement, thing: string): ExecutionProblem {
  return { rule: "transaction-control", statement, thing };
}

function stepOf(
  statement: Statement,
  open: Statement | undefined,
  commits: CommitsInside,
): Step | ExecutionProblem {
  const control = as(statement.node, "TransactionStmt");
  const chain = control?.chain === true ? "AND CHAIN, which leaves a transaction open" : undefined;
  switch (control?.kind) {
    case "TRANS_STMT_BEGIN":
    case "TRANS_STMT_START":
      return open ? problemAt(statement, "a BEGIN inside of a transaction") : "begin";
    case "TRANS_STMT_COMMIT":
      if (!open) return problemAt(statement, "a COMMIT without its BEGIN");
      return chain ? problemAt(statement, `COMMIT ${chain}`) : "commit";
    case "TRANS_STMT_ROLLBACK":
      if (!open) return problemAt(statement, "a ROLLBACK without its BEGIN");
      return chain ? problemAt(statement, `ROLLBACK ${chain}`) : "rollback";
    case "TRANS_STMT_PREPARE":
    case "TRANS_STMT_COMMIT_PREPARED":
    case "TRANS_STMT_ROLLBACK_PREPARED":
      return problemAt(statement, "a prepared transaction: what becomes of it is not known");
    default:
      if (!isNotTransactional(statement.node) && !commits(statement)) return "inside";
      return open ? { rule: "not-transactional", statement, thing: "" } : "alone";
  }
}

/** Settings that stand for themselves go before what follows them. */
function segmentsOf(split: SplitFile, groups: readonly Group[]): readonly Segment[] {
  const segments: Segment[] = [];
  let settings: readonly Statement[] = [];
  for (const [index, group] of groups.entries()) {
    if (index < groups.length - 1 && isOnlySettings(group)) {
      settings = [...settings, ...group.statements];
      continue;
    }
    segments.push(segmentOf(split, group, settings));
    settings = [];
  }
  return segments;
}

function segmentOf(
  { text }: SplitFile,
  { kind: of, begin, statements, rollback }: Group,
  settings: readonly Statement[],
): Segment {
  const start = statements[0]?.start ?? 0;
  const sql = text.slice(start, statements.at(-1)?.end ?? start);
  return {
    kind: of === "alone" ? "alone" : "transaction",
    settings,
    begin: begin?.sql ?? "begin",
    end: rollback ? "rollback" : "commit",
    readOnly: [begin, ...statements].some((statement) => statement && setsReadOnly(statement)),
    statements,
    sql,
    start,
  };
}

function setsReadOnly({ node }: Statement): boolean {
  const options = as(node, "TransactionStmt")?.options ?? as(node, "VariableSetStmt")?.args ?? [];
  return options.some((option) => {
    const { defname, arg } = as(option, "DefElem") ?? {};
    return defname === "transaction_read_only" && as(arg, "A_Const")?.ival?.ival === 1;
  });
}

function isOnlySettings({ kind, statements }: Group): boolean {
  return kind === "run" && statements.every(isSetting);
}

/** In a file that commits as it goes, a new label of an enum can be used by what follows it. */
function isNewLabel({ node }: Statement): boolean {
  const altered = as(node, "AlterEnumStmt");
  return altered !== undefined && altered.oldVal === undefined;
}

/** Sets something for the session, and nothing else. */
export function isSetting({ node }: Statement): boolean {
  const setting = as(node, "VariableSetStmt");
  if (setting) return !setting.is_local && !setting.name?.startsWith("TRANSACTION");
  const targets = as(node, "SelectStmt")?.targetList ?? [];
  return targets.length > 0 && targets.every((target) => isSetConfig(as(target, "ResTarget")?.val));
}

/** `set_config(…, …, false)`, as dumps have it. */
function isSetConfig(node: Node | undefined): boolean {
  const call = as(node, "FuncCall");
  const name = as(call?.funcname?.at(-1), "String")?.sval;
  const local = as(call?.args?.[2], "A_Const")?.boolval;
  return name === "set_config" && local !== undefined && local.boolval !== true;
}
