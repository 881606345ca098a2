import { Explainable } from "../../../errors/user-error.ts";
import type { Segment } from "../../../judge/execution.ts";
import type { Log } from "../../../ports/log.ts";
import { type SegmentRow, noteSegment } from "../own/progress.ts";
import { beforeLone, outcomeOf, unfinishedOf } from "./look-at-lone.ts";
import { type Lone, loneOf } from "./lone.ts";
import { notAgain } from "./cut-off.ts";
import type { Begun } from "../own/resume.ts";
import { type Note, runSettings, written } from "./run-transaction.ts";
import { type Session, asOurselves, limitAlone } from "./session-state.ts";
import { StatementFailed } from "./statement-failed.ts";

interface Alone {
  readonly begun: Begun;
  /** What is noted of the segment. */
  readonly row: Omit<SegmentRow, "finished">;
  readonly note: Note;
  readonly log: Pick<Log, "info">;
}

/**
 * Runs a statement that PostgreSQL refuses inside of a transaction, with a note before it and one after it. Where an
 * earlier run had begun it, the catalog says what came of that.
 * @throws {StatementFailed}
 */
export async function runAlone(session: Session, segment: Segment, alone: Alone): Promise<void> {
  const [statement] = segment.statements;
  if (statement === undefined) return;
  await runSettings(session, segment);
  const lone = loneOf(statement.node);
  try {
    const takeBack = await limitAlone(session, lone.kind !== "once");
    await goOn(session, lone, statement.sql, alone);
    await takeBack();
    await asOurselves(session, () => written(session, alone.note));
  } catch (error) {
    throw error instanceof Explainable ? error : new StatementFailed(error, statement, segment);
  }
}

async function goOn(session: Session, lone: Lone, sql: string, alone: Alone): Promise<void> {
  const { database } = session;
  const { begun, row, log } = alone;
  const { open, same } = begun;
  if (open !== undefined) {
    if (same && lone.kind === "once") throw notAgain(open);
    for (const index of await unfinishedOf(database, open)) {
      log.info(`An earlier run (${open.release}) left the index ${index} unfinished: it is dropped.`);
      await database.script(`drop index concurrently ${index}`);
    }
  }
  const outcome = open !== undefined && same ? await outcomeOf(database, lone, open) : "again";
  if (outcome === "done") {
    log.info(`An earlier run (${open?.release}) had done \`${row.statement}\`: it is not run again.`);
    return;
  }
  if (outcome !== "again") {
    await database.script(outcome.sql);
    return;
  }
  const before = await beforeLone(database, lone);
  await asOurselves(session, () => noteSegment(database, { ...row, ...before }, false));
  await database.script(sql);
}
