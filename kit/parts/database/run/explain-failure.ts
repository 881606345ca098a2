import { Explainable, UserError } from "../../../errors/user-error.ts";
import { excerptOf, placeOfCharacter } from "../../../judge/place.ts";
import { HeldOthersUp, sayStall } from "../guard/held-others-up.ts";
import type { Step } from "../plan/plan-database.ts";
import { StatementFailed } from "./run-file.ts";
import {
  type SqlError,
  isServerError,
  lockNotAvailable,
  readSqlError,
  sayError,
} from "../connection/sql-error.ts";

/** Where a phase stands: how many of its steps are applied and recorded, and which one failed. */
export interface Standing {
  readonly steps: readonly Step[];
  readonly done: number;
  /** Whether the failed step turned out to be recorded: the connection broke after the server had committed. */
  readonly recorded?: boolean;
  /** Indexes that the failed step left unfinished. */
  readonly invalid?: readonly string[];
}

/** What failed, where in the file, what is there now, and what to do. */
export function explainFailure(thrown: unknown, step: Step, standing: Standing): Explainable {
  if (thrown instanceof Explainable) return thrown;
  const stall = thrown instanceof HeldOthersUp ? thrown.stall : undefined;
  const inner = thrown instanceof HeldOthersUp ? thrown.failed : thrown;
  const failed = inner instanceof StatementFailed ? inner : undefined;
  const error = readSqlError(failed?.cause ?? inner);
  const lock = error.code === lockNotAvailable;
  const parts = [
    `${placeOf(step, failed, error)}: ${stall ? `it ${sayStall(stall)}, and was cancelled` : sayError(error)}.`,
    stateOf(failed, error, standing),
    remaining(standing),
  ];
  const fix = stall ? fixOfStall : fixOf(error, standing, lock);
  return new UserError(stall ? "PR426" : lock ? "PR415" : "PR413", parts.join(" "), fix, { cause: thrown });
}

const fixOfStall =
  "Write it so that it holds its lock for a moment only (NOT VALID and then VALIDATE, CONCURRENTLY, batches), run this job again at a quieter time, or raise `blocks-for`.";

/** «1 of 5 are applied and recorded (0008); not applied: 0009, 0010.» */
export function remaining({ steps, done, recorded }: Standing): string {
  const versions = steps.map(({ file }) => file.version);
  const count = done + (recorded ? 1 : 0);
  const applied = count === 0 ? "" : ` (${versions.slice(0, count).join(", ")})`;
  return `${count} of ${steps.length} are applied and recorded${applied}; not applied: ${versions.slice(count).join(", ") || "none"}.`;
}

function placeOf({ file, execution }: Step, failed: StatementFailed | undefined, error: SqlError): string {
  const statement = failed?.statement;
  const whole = execution.mode === "transaction" && error.position !== undefined;
  const place = whole ? placeOfCharacter(file.text, (error.position ?? 1) - 1) : statement;
  if (!place) return `${file.path} failed`;
  const sql = statement ? ` in \`${excerptOf(statement.sql)}\`` : "";
  return `${file.path}:${place.line}:${place.column} failed${sql}`;
}

function stateOf(failed: StatementFailed | undefined, error: SqlError, standing: Standing): string {
  if (standing.recorded) return "The server had committed it all the same: it is applied and recorded.";
  const left = standing.invalid ?? [];
  if (left.length > 0) return `It left the unfinished index ${left.join(", ")}, which is used by nobody.`;
  if (failed?.undone || !isServerError(error)) return "The file was rolled back: nothing of it is there.";
  return "The file brings its own transactions or cannot run in one: what ran before this statement stays, and is not recorded.";
}

function fixOf(error: SqlError, { invalid = [], recorded }: Standing, lock: boolean): string {
  if (recorded || !isServerError(error)) return "Run this job again: it continues where it stopped.";
  if (invalid.length > 0) {
    return `Run \`${invalid.map((name) => `drop index concurrently ${name}`).join("; ")}\`, mend the cause, and run this job again.`;
  }
  if (lock) {
    return "Find who holds the table (long transactions, `pg_stat_activity`), run this job again at a quieter time, or raise `lock-timeout`.";
  }
  return "Correct this file, which is not applied, and release again; if the cause lies outside of the file, run this job again: it continues.";
}
