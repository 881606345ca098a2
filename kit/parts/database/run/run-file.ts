import { type Segment, wholeOf } from "../../../judge/execution.ts";
import type { SqlParser } from "../../../judge/parser.ts";
import { excerptOf } from "../../../judge/place.ts";
import type { Asked } from "../../../ports/database.ts";
import type { Log } from "../../../ports/log.ts";
import { readSqlError, sayError } from "../connection/sql-error.ts";
import { recordOfMigration } from "../ledger/ledger.ts";
import type { TransactionCheck } from "../guard/open-guard.ts";
import { type SegmentRow, noteError, noteOfSegment } from "../own/progress.ts";
import type { Step } from "../plan/plan-database.ts";
import { runAlone } from "./run-alone.ts";
import { type Note, runTransaction, written } from "./run-transaction.ts";
import { type Begun, segmentDigest } from "../own/resume.ts";
import { type Session, asOurselves } from "./session-state.ts";
import { setAgain } from "./set-again.ts";

export interface FileRun {
  readonly session: Session;
  readonly parser: SqlParser;
  readonly log: Pick<Log, "info">;
  readonly release: string;
  /** How far an earlier run has come. */
  readonly begun: Begun;
  readonly check: TransactionCheck;
  /** Ends the file's last transaction. */
  readonly commit: () => Promise<void>;
}

/**
 * Runs what is left of a file, segment after segment, each with its note, the last one with the file's row in the ledger.
 * The session is as `forgetSettings` leaves it.
 * @throws {StatementFailed}
 */
export async function runFile(run: FileRun, step: Step): Promise<void> {
  const { session, begun } = run;
  const { segments } = step.execution;
  await setAgain(session, step, begun.finished);
  for (const [index, segment] of segments.entries())
    if (index >= begun.finished) await runSegment(run, step, { segment, index });
  // All of it had run, and the file has lost what was to come.
  if (begun.finished === segments.length)
    await asOurselves(session, () => written(session, (mark) => recordOf(run, step, mark)));
}

/** Runs one segment and notes it: the only place at which a file changes the database. */
async function runSegment(
  run: FileRun,
  step: Step,
  { segment, index }: { readonly segment: Segment; readonly index: number },
): Promise<void> {
  const { session, log, begun, check } = run;
  const { segments } = step.execution;
  const record: Note = (mark) => recordOf(run, step, mark);
  if (wholeOf(step.execution))
    return await runTransaction(session, segment, { note: record, first: true, check, commit: run.commit });
  const row = rowOf(run, step, segment, index);
  const isLast = index === segments.length - 1;
  const note: Note = isLast ? record : (mark) => noteOfSegment(row, true, mark);
  const commit = isLast ? run.commit : async () => void (await session.database.script("commit"));
  if (segments.length > 1) log.info(`Segment ${index + 1} of ${segments.length}: ${row.statement}`);
  try {
    await (segment.kind === "alone"
      ? runAlone(session, segment, { begun: index === begun.finished ? begun : fresh, row, note, log })
      : runTransaction(session, segment, { note, first: index === 0, check, commit }));
  } catch (error) {
    await sayWhy(session, row, error);
    throw error;
  }
}

const fresh: Begun = { finished: 0, open: undefined, same: false };

function rowOf(
  { parser, release }: FileRun,
  { file }: Step,
  segment: Segment,
  index: number,
): Omit<SegmentRow, "finished"> {
  return {
    version: file.version,
    segment: index,
    sha256: segmentDigest(parser, segment),
    file: file.sha256,
    statement: excerptOf(segment.sql),
    relation: null,
    object: null,
    before: [],
    release,
  };
}

function recordOf({ release }: FileRun, { file, pieces }: Step, mark: string | null): Asked {
  const { version, name, sha256 } = file;
  return recordOfMigration({ version, name, statements: pieces, sha256, release }, mark);
}

/** For who looks into our table; the job's own message says more. */
async function sayWhy(session: Session, row: Omit<SegmentRow, "finished">, error: unknown): Promise<void> {
  const cause = error instanceof Error && error.cause !== undefined ? error.cause : error;
  const said = sayError(readSqlError(cause));
  await asOurselves(session, () => noteError(session.database, row, said)).catch(() => undefined);
}
