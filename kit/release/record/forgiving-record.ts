import { UserError } from "../../errors/user-error.ts";
import type { Log } from "../../ports/log.ts";
import type { ReleaseRecord } from "./record.ts";

/** No receipt of the record has this id. */
const unwritten = -1;

/**
 * The record for a way back: a release that is not healthy does not wait for GitHub. What cannot be written is
 * said, and stays in the job's own files.
 */
export function forgivingRecord(record: ReleaseRecord, log: Log): ReleaseRecord {
  const tried = async <T>(work: () => Promise<T>, otherwise: T): Promise<T> => {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      log.warn(`${error.message} The way back goes on without the record.`);
      return otherwise;
    }
  };
  return {
    ...record,
    intend: (receipt) => tried(() => record.intend(receipt), unwritten),
    complete: async (id, receipt) => {
      if (id !== unwritten) await tried(() => record.complete(id, receipt), undefined);
    },
    receipts: (release, phase) => tried(() => record.receipts(release, phase), []),
  };
}
