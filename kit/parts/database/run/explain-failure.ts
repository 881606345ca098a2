import { Explainable, UserError } from "../../../errors/user-error.ts";
import { wholeOf } from "../../../judge/execution.ts";
import { excerptOf, placeOfCharacter } from "../../../judge/place.ts";
import { HeldOthersUp, sayStall } from "../guard/held-others-up.ts";
import { UnshownEffects, remedyFor } from "../guard/unshown-effects.ts";
import type { Step } from "../plan/plan-database.ts";
import { outsideOfTheFile } from "../connection/outside-causes.ts";
import { loneOf } from "./lone.ts";
import { tellOnce } from "./cut-off.ts";
import { oneApplier } from "./second-applier.ts";
import { StatementFailed } from "./statement-failed.ts";
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
  /** Whether nobody could look: the database did not answer any more. */
  readonly unseen?: boolean;
  /** Indexes that the failed step left unfinished. */
  readonly invalid?: readonly string[];
  /** How many segments of the failed step are done and noted. */
  readonly finished?: number;
  /** It failed in the trial before the run, all of which is rolled back. */
  readonly inTrial?: boolean;
}

/** What failed, where in the file, what is there now, and what to do. */
export function explainFailure(thrown: unknown, step: Step, standing: Standing): Explainable {
  if (thrown instanceof Explainable) return thrown;
  const stall = thrown instanceof HeldOthersUp ? thrown.stall : undefined;
  const inner = thrown instanceof HeldOthersUp ? thrown.failed : thrown;
  const failed = inner instanceof StatementFailed ? inner : undefined;
  const error = readSqlError(failed?.cause ?? inner);
  const lock = error.code === lockNotAvailable;
  const unshown = failed?.cause instanceof UnshownEffects ? failed.cause : undefined;
  if (unshown) return explainUnshown(unshown, failed, step, standing);
  const parts = [
    `${placeOf(step, failed, error)}: ${stall ? `it ${sayStall(stall)}, and was cancelled` : sayError(error)}.`,
    ...(!standing.inTrial && standing.unseen && !isServerError(error)
      ? [unknown]
      : stateOf(step, failed, standing)),
    remaining(standing),
  ];
  const twice = error.code === "23505" && error.table === "schema_migrations";
  const fix = stall
    ? fixOfStall
    : twice
      ? `${oneApplier} Then run this job again.`
      : isOnce(failed)
        ? fixOfOnce(step, standing)
        : fixOf(step, error, standing);
  const code = stall ? "PR426" : twice ? "PR419" : lock ? "PR415" : "PR413";
  return new UserError(code, parts.join(" "), fix, { cause: thrown });
}

function isOnce(failed: StatementFailed | undefined): boolean {
  const [only] = failed?.segment.kind === "alone" ? failed.segment.statements : [];
  return only !== undefined && loneOf(only.node).kind === "once";
}

function fixOfOnce({ file: { version } }: Step, { finished = 0 }: Standing): string {
  return `Mend the cause. ${tellOnce({ version, segment: finished })}`;
}

function explainUnshown(
  unshown: UnshownEffects,
  failed: StatementFailed | undefined,
  step: Step,
  standing: Standing,
): Explainable {
  const what = `${step.file.path} was stopped before its COMMIT: ${unshown.message}.`;
  const parts = [what, ...stateOf(step, failed, standing), remaining(standing)];
  return new UserError("PR425", parts.join(" "), remedyFor(unshown.effects), { cause: unshown });
}

const unknown =
  "The database does not answer any more, so whether the server has committed it cannot be told; the next run looks.";

const fixOfStall =
  "Write it so that it holds its lock for a moment only (NOT VALID and then VALIDATE, CONCURRENTLY, batches), run this job again at a quieter time, or raise `blocks-for`.";

const fixOfRole =
  "With `login-role`, SET ROLE NONE leads to the role that has logged in, and through a pooler RESET ROLE does, too; that role owns nothing. In this file write `set role postgres` instead, or grant what is missing, and release again.";

/** «1 of 5 are applied and recorded (0008); not applied: 0009, 0010.» */
export function remaining({ steps, done, recorded }: Standing): string {
  const versions = steps.map(({ file }) => file.version);
  const count = done + (recorded ? 1 : 0);
  const applied = count === 0 ? "" : ` (${versions.slice(0, count).join(", ")})`;
  return `${count} of ${steps.length} are applied and recorded${applied}; not applied: ${versions.slice(count).join(", ") || "none"}.`;
}

function placeOf({ file }: Step, failed: StatementFailed | undefined, { position }: SqlError): string {
  const { statement, segment } = failed ?? {};
  const place =
    segment !== undefined && position !== undefined
      ? placeOfCharacter(file.text, charactersBefore(file.text, segment.start) + position - 1)
      : statement;
  if (!place) return `${file.path} failed`;
  const sql = statement ? ` in \`${excerptOf(statement.sql)}\`` : "";
  return `${file.path}:${place.line}:${place.column} failed${sql}`;
}

function charactersBefore(text: string, byte: number): number {
  const before = Buffer.from(text).subarray(0, byte).toString();
  return before.length - (before.match(/[\uDC00-\uDFFF]/g)?.length ?? 0);
}

function stateOf(step: Step, failed: StatementFailed | undefined, standing: Standing): readonly string[] {
  const { recorded, invalid = [], finished = 0, inTrial } = standing;
  const { segments } = step.execution;
  if (inTrial) return ["That was the trial (`verify: in-place`), and all of it is rolled back."];
  if (recorded) return ["The server had committed it all the same: it is applied and recorded."];
  if (wholeOf(step.execution)) return ["The file was rolled back: nothing of it is there."];
  const done = finished === 0 ? "none of its" : `${finished} of its`;
  return [
    isOnce(failed)
      ? "It commits as it goes: what it had committed stays, and it is not run again by itself."
      : failed?.segment.kind === "alone"
        ? "It runs outside of a transaction, so what it had done may be there; the next run looks."
        : "Its transaction was rolled back.",
    ...(invalid.length > 0
      ? [`It left the unfinished index ${invalid.join(", ")}, which is used by nobody.`]
      : []),
    `${done} ${segments.length} ${segments.length === 1 ? "segment" : "segments"} are done; what is done stays, and is not done again.`,
  ];
}

function fixOf(
  { execution, file }: Step,
  error: SqlError,
  { invalid = [], recorded, finished = 0 }: Standing,
): string {
  if (recorded || !isServerError(error)) return "Run this job again: it continues where it stopped.";
  if (invalid.length > 0) {
    return `Mend the cause (in this statement or in the data), and run this job again: it drops ${invalid.join(", ")} and builds it anew.`;
  }
  if (error.code === lockNotAvailable) {
    return "Find who holds the table (long transactions, `pg_stat_activity`), run this job again at a quieter time, or raise `lock-timeout`.";
  }
  if (error.code === "42501" && /\b(?:set\s+role\s+none|reset\s+role)\b/i.test(file.text)) return fixOfRole;
  const outside = outsideOfTheFile(error);
  if (outside !== undefined) return `${outside} Then run this job again: it continues.`;
  const what =
    wholeOf(execution) || finished === 0
      ? "this file, which is not applied"
      : "this file from that statement on";
  return `Correct ${what}, and release again; if the cause lies outside of the file, run this job again: it continues.`;
}
