import { appendFileSync, mkdirSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { canonical } from "../canonical.ts";
import { ofOtherMajor } from "../formats.ts";
import type { Receipt } from "./receipt.ts";
import type { ReleaseRecord } from "./record.ts";

/** A line that was cut, as where the machine stopped within it, tells nothing. */
function receiptIn(line: string, file: string): Receipt | undefined {
  const receipt = valueIn(line);
  const other = ofOtherMajor("receipt", receipt, `A line of ${file}`);
  if (other !== undefined) throw other;
  return typeof receipt === "object" ? ((receipt as Receipt | null) ?? undefined) : undefined;
}

function valueIn(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

/**
 * The record of an action that stands alone without a token: receipts in `<folder>/receipts.jsonl`. It dies
 * with the job's temp folder unless the workflow uploads it. A line is written at once: to wait for another thread that
 * writes it takes longer.
 */
export function localRecord(folder: string): ReleaseRecord {
  const file = join(folder, "receipts.jsonl");
  let there = false;
  const append = async (receipt: Receipt): Promise<void> => {
    if (!there) mkdirSync(folder, { recursive: true });
    there = true;
    appendFileSync(file, `${canonical(receipt)}\n`);
  };
  const none = async (): Promise<void> => {};
  return {
    open: none,
    reopen: none,
    close: none,
    live: async () => undefined,
    unfinished: async () => undefined,
    intend: async (receipt) => {
      await append(receipt);
      return receipt.seq;
    },
    complete: (_, receipt) => append(receipt),
    receipts: async (release, phase) => {
      const lines = (await readFile(file, "utf8").catch(() => "")).split("\n");
      const all = lines
        .flatMap((line) => receiptIn(line, file) ?? [])
        .filter((one) => one.release === release && (phase === undefined || one.phase === phase));
      const last = new Map(all.map((receipt) => [`${receipt.phase}/${receipt.seq}`, receipt]));
      return [...last.values()];
    },
  };
}
