import { closeSync, constants, ftruncateSync, mkdirSync, openSync, writeSync } from "node:fs";
import { dirname } from "node:path";
import { canonical } from "../canonical.ts";
import type { Receipt } from "./receipt.ts";

/** A receipt as it stands in the file, up to that byte. */
interface Kept {
  readonly receipt: Receipt;
  readonly text: string;
  readonly end: number;
}

/**
 * Keeps all receipts of a phase as one file of canonical JSON. There may be a thousand, and the file is written whenever
 * one changes: each is put into words once, and only what has changed, and what follows it, is written, at once: to hand
 * so little to another thread and wait for it takes longer than to write it. Gives the words of the one that has changed,
 * or of the last one.
 */
export function receiptsFile(path: string): (all: readonly Receipt[], changed?: Receipt) => Promise<string> {
  let kept: Kept[] | undefined;
  return async (all, one) => {
    // What was there before this process is nobody's.
    if (kept === undefined) mkdirSync(dirname(path), { recursive: true });
    const had = kept ?? [];
    const changed = all.findIndex((receipt, index) => receipt !== had[index]?.receipt);
    const same = had.slice(0, changed === -1 ? all.length : changed);
    const from = same.at(-1)?.end ?? 0;
    const fresh = following(all.slice(same.length), from);
    if (kept === undefined || fresh.length > 0 || same.length < had.length)
      writeFrom(path, from, textOf(fresh, from), (had.at(-1)?.end ?? 0) + ending.length);
    kept = [...same, ...fresh];
    return (kept.findLast(({ receipt }) => receipt === one) ?? kept.at(-1))?.text ?? "null";
  };
}

const ending = "]\n";

function following(receipts: readonly Receipt[], from: number): readonly Kept[] {
  let end = from;
  return receipts.map((receipt) => {
    const text = canonical(receipt);
    end += 1 + Buffer.byteLength(text);
    return { receipt, text, end };
  });
}

function textOf(fresh: readonly Kept[], from: number): string {
  const words = fresh.map(({ text }, index) => `${from === 0 && index === 0 ? "[" : ","}${text}`);
  return `${from === 0 && fresh.length === 0 ? "[" : words.join("")}${ending}`;
}

/** In one write, so that whoever is killed leaves a whole file: blank is what stood behind until then. */
function writeFrom(path: string, from: number, text: string, until: number): void {
  const file = openSync(path, constants.O_RDWR | constants.O_CREAT);
  try {
    const bytes = Buffer.from(text);
    const blank = Buffer.alloc(Math.max(0, until - from - bytes.length), "\n");
    writeSync(file, Buffer.concat([bytes, blank]), 0, bytes.length + blank.length, from);
    ftruncateSync(file, from + bytes.length);
  } finally {
    closeSync(file);
  }
}
