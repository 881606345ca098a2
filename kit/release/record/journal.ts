import { describe } from "../../errors/user-error.ts";
import type { Log } from "../../ports/log.ts";
import type { Json } from "../canonical.ts";
import type { PhaseName } from "../phases.ts";
import { type Receipt, complete, intend } from "./receipt.ts";
import type { ReleaseRecord } from "./record.ts";

/** The receipts of one phase as it goes: written ahead, then completed. */
export interface Journal {
  /**
   * Does one change: the receipt is in the record before `work` starts. `work` gives what is live after it.
   * @throws whatever `work` throws, with the receipt completed as failed.
   */
  change(
    component: string,
    states: { before: Json; intended: Json },
    work: () => Promise<Json>,
  ): Promise<Json>;
  readonly receipts: () => readonly Receipt[];
}

export interface JournalOf {
  readonly release: string;
  readonly phase: PhaseName | "rollback";
  readonly attempt: number;
  readonly approvedBy: readonly string[];
  /** Called with all receipts of the phase whenever one changed, and with that one. */
  readonly onChange: (receipts: readonly Receipt[], changed: Receipt) => Promise<void>;
  readonly log: Pick<Log, "warn">;
}

/** Opens a phase's journal where an earlier attempt left it. */
export async function openJournal(record: ReleaseRecord, of: JournalOf): Promise<Journal> {
  const { release, phase, attempt, approvedBy } = of;
  const receipts = [...(await record.receipts(release, phase))];
  const put = async (receipt: Receipt): Promise<void> => {
    const at = receipts.findIndex((known) => known.seq === receipt.seq);
    if (at === -1) receipts.push(receipt);
    else receipts[at] = receipt;
    await of.onChange(receipts, receipt);
  };
  // What was done is not undone because nobody could write it down: the intent stands in the record.
  const conclude = async (id: number, receipt: Receipt): Promise<void> => {
    for (const write of [() => put(receipt), () => record.complete(id, receipt)]) {
      await write().catch((error: unknown) => {
        of.log.warn(`${receipt.component} is ${receipt.state}, but not noted as such: ${describe(error)}`);
      });
    }
  };
  return {
    receipts: () => receipts,
    change: async (component, states, work) => {
      const intended = intend({ release, phase, attempt, approvedBy, component, ...states }, receipts.at(-1));
      const id = await record.intend(intended);
      await put(intended);
      const after = await work().catch(async (error: unknown) => {
        await conclude(id, complete(intended, "failed"));
        throw error;
      });
      await conclude(id, complete(intended, "done", after));
      return after;
    },
  };
}
