import type { Segment } from "../../../judge/execution.ts";
import type { Answer, Asked } from "../../../ports/database.ts";
import type { TransactionCheck } from "../guard/open-guard.ts";
import { type Session, asOurselves, limitTransaction, ownSettings, roleBack } from "./session-state.ts";
import { keepMark, newMark, resetsAll } from "../own/mark.ts";
import { StatementFailed } from "./statement-failed.ts";

/** Writes that a segment is done; with a mark only in the transaction that has set it, and no row if that one is gone. */
export type Note = (mark: string | null) => Asked;

export interface Around {
  readonly note: Note;
  /** Nothing of the file has run before, so that no limit can be the author's. */
  readonly first: boolean;
  readonly check: TransactionCheck;
  readonly commit: () => Promise<void>;
}

/**
 * Runs a segment and its note in one transaction: both are there, or neither.
 * @throws {StatementFailed}
 */
export async function runTransaction(
  session: Session,
  segment: Segment,
  { note, first, check, commit }: Around,
): Promise<void> {
  const { database } = session;
  await runSettings(session, segment);
  const mark = newMark();
  try {
    await check.begin();
    const own = first && segment.settings.length === 0 ? new Set<string>() : await ownSettings(session);
    const kept = resetsAll(segment) ? [keepMark(mark)] : [];
    const opening = [segment.begin, ...limitTransaction(session, own, mark), ...kept];
    // Nothing of it stays, so running it twice does no harm.
    if (segment.end === "rollback" || segment.readOnly) {
      await runWith(session, segment, opening, []);
      await database.script(segment.end);
      await asOurselves(session, () => written(session, note));
      return;
    }
    const behind = [{ sql: roleBack(session) }, check.question, note(mark)];
    const [run, , locks, noted] = await runWith(session, segment, opening, behind);
    await check.end(run?.tags.slice(opening.length) ?? [], locks?.rows ?? []);
    if (noted?.rows.length === 0)
      throw new Error("The file ended its transaction, although it has no statement that does");
    await commit();
  } catch (error) {
    await database.script("rollback").catch(() => undefined);
    throw error instanceof StatementFailed ? error : new StatementFailed(error, undefined, segment);
  }
}

/**
 * Sends a segment with what begins its transaction as one message: if that fails, nothing of the segment runs without
 * one. What is asked behind it goes on the same way; it does nothing in a transaction that has failed, and writes only
 * in the one that has our mark.
 */
async function runWith(
  { database }: Session,
  segment: Segment,
  opening: readonly string[],
  behind: readonly Asked[],
): Promise<readonly Answer[]> {
  const before = `${opening.join("\n; ")};\n`;
  const settled = await database.together([{ sql: `${before}${segment.sql}`, rows: false }, ...behind]);
  return settled.map((one, index) => {
    if (one.status === "fulfilled") return one.value;
    const error = one.reason as { readonly completed?: number };
    const failing = index === 0 ? segment.statements[(error.completed ?? 0) - opening.length] : undefined;
    throw new StatementFailed(
      placed(error, failing ? Array.from(before).length : Infinity),
      failing,
      segment,
    );
  });
}

/** The server counts characters of the whole message; a place in what is ours says nothing to anybody. */
function placed(error: object, before: number): object {
  const position = Number((error as { readonly position?: unknown }).position);
  return Object.assign(error, { position: position > before ? String(position - before) : undefined });
}

/** Writes the note in the transaction that is open. */
export async function written({ database }: Session, note: Note): Promise<void> {
  const { sql, parameters } = note(null);
  await database.query(sql, parameters);
}

/** What stands before a segment and sets the session for it. */
export async function runSettings({ database }: Session, segment: Segment): Promise<void> {
  for (const statement of segment.settings) {
    await database.script(statement.text).catch((error: unknown) => {
      throw new StatementFailed(error, statement, segment);
    });
  }
}
