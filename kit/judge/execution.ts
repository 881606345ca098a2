import type { SplitFile, Statement } from "./split.ts";
import { as } from "./walk.ts";
import { isNotTransactional } from "./not-transactional.ts";

/**
 * How a file is run. `transaction`: as one text, in one transaction with its row in the ledger. `steps`: one
 * statement after the other, because it must be outside of a transaction (`alone`) or brings its own.
 */
export type Execution =
  | { readonly mode: "transaction"; readonly sql: string; readonly statements: readonly Statement[] }
  | { readonly mode: "steps"; readonly because: "alone" | "own"; readonly statements: readonly Statement[] };

export interface ExecutionProblem {
  readonly rule: "transaction-control" | "not-transactional";
  readonly statement: Statement;
  readonly thing: string;
}

/** Decides how a file is run, or why it cannot be. */
export function executionOf(text: string, { statements }: SplitFile): Execution | ExecutionProblem {
  const blocks = blocksOf(statements);
  if ("rule" in blocks) return blocks;
  const special = statements.find((statement) => isNotTransactional(statement.node));
  if (special) {
    const others = statements.filter((statement) => statement !== special && !isSetting(statement));
    if (others.length > 0) return { rule: "not-transactional", statement: special, thing: "" };
    return { mode: "steps", because: "alone", statements };
  }
  if (blocks.marks.length === 0) return { mode: "transaction", sql: text, statements };
  const [first, last] = [statements[0], statements.at(-1)];
  const whole =
    blocks.marks.length === 2 && blocks.marks[0] === first && blocks.marks[1] === last && !blocks.options;
  if (!whole) return { mode: "steps", because: "own", statements };
  return {
    mode: "transaction",
    sql: blocks.marks.reduce(blanked, text),
    statements: statements.slice(1, -1),
  };
}

interface Blocks {
  readonly marks: readonly Statement[];
  /** Some BEGIN says an isolation level or the like. */
  readonly options: boolean;
}

function blocksOf(statements: readonly Statement[]): Blocks | ExecutionProblem {
  const marks: Statement[] = [];
  let open: Statement | undefined;
  let options = false;
  for (const statement of statements) {
    const control = as(statement.node, "TransactionStmt");
    const problem = (thing: string): ExecutionProblem => ({ rule: "transaction-control", statement, thing });
    switch (control?.kind) {
      case undefined:
      case "TRANS_STMT_SAVEPOINT":
      case "TRANS_STMT_RELEASE":
      case "TRANS_STMT_ROLLBACK_TO":
        continue;
      case "TRANS_STMT_BEGIN":
      case "TRANS_STMT_START":
        if (open) return problem("a BEGIN inside of a transaction");
        open = statement;
        options ||= (control.options ?? []).length > 0;
        break;
      case "TRANS_STMT_COMMIT":
        if (!open) return problem("a COMMIT without its BEGIN");
        if (control.chain) return problem("COMMIT AND CHAIN, which leaves a transaction open");
        open = undefined;
        break;
      case "TRANS_STMT_ROLLBACK":
      case "TRANS_STMT_PREPARE":
      case "TRANS_STMT_COMMIT_PREPARED":
      case "TRANS_STMT_ROLLBACK_PREPARED":
        return problem("a ROLLBACK or a prepared transaction: what it undoes would be recorded as applied");
    }
    marks.push(statement);
  }
  if (open) return { rule: "transaction-control", statement: open, thing: "a BEGIN without its COMMIT" };
  return { marks, options };
}

/** The text with a statement replaced by blanks, so that positions stay. */
function blanked(text: string, { start, end }: Statement): string {
  const bytes = Buffer.from(text);
  const part = (from: number, to?: number): string => bytes.subarray(from, to).toString("utf8");
  return part(0, start) + part(start, end).replace(/[^\n]/gu, " ") + part(end);
}

function isSetting({ node }: Statement): boolean {
  const setting = as(node, "VariableSetStmt");
  return setting !== undefined && !setting.is_local;
}
