import type { Segment } from "../../../judge/execution.ts";
import type { Statement } from "../../../judge/split.ts";
import type { Database } from "../../../ports/database.ts";
import type { TransactionCheck } from "../guard/open-guard.ts";
import { inside, keepMark } from "../own/mark.ts";
import type { Step } from "../plan/plan-database.ts";
import { runSettings } from "../run/run-transaction.ts";
import {
  type Session,
  forgetSettings,
  limitTransaction,
  ownSettings,
  roleBack,
} from "../run/session-state.ts";
import { setAgain } from "../run/set-again.ts";
import { StatementFailed } from "../run/statement-failed.ts";
import { dropAtCommit } from "./drop-at-commit.ts";

/** A file of which so many segments are done. */
export interface Trying {
  readonly step: Step;
  readonly finished: number;
}

/**
 * Runs what is left of a file inside of a transaction that is open and stays so, as if it were committed at its end:
 * what it defers is checked, what it sets is forgotten.
 * @throws {StatementFailed}
 */
export async function tryFile(
  session: Session,
  { step, finished }: Trying,
  check: TransactionCheck,
  mark: string,
): Promise<void> {
  const { database } = session;
  const { execution } = step;
  const left = execution.segments.slice(finished);
  await forgetSettings(session);
  await setAgain(session, step, finished);
  const limits = limitTransaction(session, await ownSettings(session), mark);
  await database.script([...limits, keepMark(mark)].join("; "));
  const tags: string[] = [];
  for (const segment of left) tags.push(...(await trySegment(session, segment)));
  const [last] = left.slice(-1);
  if (last === undefined) return;
  try {
    await database.script(roleBack(session));
    await refuseEnded(database, mark);
    const { sql, parameters } = check.question;
    await check.end(tags, await database.query(sql, parameters));
  } catch (error) {
    throw new StatementFailed(error, undefined, last);
  }
}

/** What the server said of its statements; of those that the author takes back nothing. */
async function trySegment(session: Session, segment: Segment): Promise<readonly string[]> {
  const { database } = session;
  await runSettings(session, segment);
  const takenBack = segment.end === "rollback" || segment.readOnly;
  let failing: Statement | undefined;
  try {
    if (takenBack) await database.script("savepoint prism_rollout_segment");
    let tags: readonly string[] = [];
    try {
      if (segment.sql !== "") tags = await database.script(segment.sql);
    } catch (error) {
      failing = segment.statements[(error as { completed?: number }).completed ?? -1];
      throw error;
    }
    if (takenBack) {
      await database.script("rollback to savepoint prism_rollout_segment");
      return [];
    }
    await checkDeferred(database);
    await dropAtCommit(database, segment);
    return tags;
  } catch (error) {
    throw new StatementFailed(error, failing, segment);
  }
}

/** As at a COMMIT; then what is deferred by its making is so again, and nothing else: what waits keeps its table from changes. */
async function checkDeferred(database: Database): Promise<void> {
  await database.script("set constraints all immediate");
  const rows = await database.query(
    `select distinct pg_catalog.format('%I.%I', n.nspname, c.conname) as name
       from pg_catalog.pg_constraint c join pg_catalog.pg_namespace n on n.oid = c.connamespace
      where c.condeferred order by 1`,
  );
  const names = rows.map(({ name }) => String(name));
  if (names.length > 0) await database.script(`set constraints ${names.join(", ")} deferred`);
}

/** What is committed cannot be rolled back: nothing more is tried behind it. */
async function refuseEnded(database: Database, mark: string): Promise<void> {
  const [row] = await database.query(`select ${inside("$1")} as open`, [mark]);
  if (row?.["open"] === true) return;
  throw new Error("The file ended the transaction of the trial, although it has no statement that does");
}
