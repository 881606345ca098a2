import type { Segment } from "../../../judge/execution.ts";
import type { TransactionCheck } from "../guard/open-guard.ts";
import type { Statement } from "../../../judge/split.ts";
import {
  type Session,
  asOurselves,
  limitTransaction,
  newMark,
  ownSettings,
  roleBack,
} from "./session-state.ts";
import { StatementFailed } from "./statement-failed.ts";

/** Writes that a segment is done; with a mark only in the transaction that has set it, false if that one is gone. */
export type Note = (mark: string | null) => Promise<boolean>;

export interface Around {
  readonly note: Note;
  /** Nothing of the file has run before, so that no limit can be the author's. */
  readonly first: boolean;
  readonly check: TransactionCheck;
}

/**
 * Runs a segment and its note in one transaction: both are there, or neither.
 * @throws {StatementFailed}
 */
export async function runTransaction(
  session: Session,
  segment: Segment,
  { note, first, check }: Around,
): Promise<void> {
  const { database } = session;
  await runSettings(session, segment);
  const mark = newMark();
  let failing: Statement | undefined;
  try {
    await check.begin();
    const own = first && segment.settings.length === 0 ? new Set<string>() : await ownSettings(session);
    await database.script(`${segment.begin}\n; ${limitTransaction(session, own, mark)}`);
    let tags: readonly string[] = [];
    try {
      if (segment.sql !== "") tags = await database.script(segment.sql);
    } catch (error) {
      failing = segment.statements[(error as { completed?: number }).completed ?? -1];
      throw error;
    }
    // Nothing of it stays, so running it twice does no harm.
    if (segment.end === "rollback" || segment.readOnly) {
      await database.script(segment.end);
      await asOurselves(session, () => note(null));
      return;
    }
    await roleBack(session);
    await check.end(tags);
    if (!(await note(mark))) {
      throw new Error("The file ended its transaction, although it has no statement that does.");
    }
    await database.script("commit");
  } catch (error) {
    await database.script("rollback").catch(() => undefined);
    throw new StatementFailed(error, failing, segment);
  }
}

/** What stands before a segment and sets the session for it. */
export async function runSettings({ database }: Session, segment: Segment): Promise<void> {
  for (const statement of segment.settings) {
    await database.script(statement.text).catch((error: unknown) => {
      throw new StatementFailed(error, statement, segment);
    });
  }
}
