import type { Answer } from "../../../ports/database.ts";
import type { LedgerLook, LedgerWatch } from "./second-applier.ts";
import { type Session, forgetting } from "./session-state.ts";

/**
 * What happens between two files: the session forgets what the one before has set, and is asked whether somebody else
 * writes the ledger. Both go the way that the COMMIT before them goes, so that they cost no other.
 */
export interface BetweenFiles {
  /** Commits, and sends what the next file needs behind it. What becomes of that, `next` tells. */
  commit(): Promise<void>;
  /** The session is as new, and this is the ledger. */
  next(): Promise<LedgerLook>;
}

export function betweenFiles(session: Session, ledger: LedgerWatch): BetweenFiles {
  const { database } = session;
  const questions = [{ sql: forgetting(session) }, ledger.question];
  let answers: readonly PromiseSettledResult<Answer>[] | undefined;
  return {
    commit: async () => {
      const [committed, ...others] = await database.together([{ sql: "commit" }, ...questions]);
      answers = others;
      if (committed?.status === "rejected") throw committed.reason;
    },
    next: async () => {
      const [, look] = answersOf(answers ?? (await database.together(questions)));
      answers = undefined;
      return await ledger.look(look?.rows ?? []);
    },
  };
}

function answersOf(settled: readonly PromiseSettledResult<Answer>[]): readonly Answer[] {
  return settled.map((one) => {
    if (one.status === "rejected") throw one.reason;
    return one.value;
  });
}
