import { constants } from "node:fs";
import { mkdir, open } from "node:fs/promises";
import { dirname } from "node:path";
import { canonical } from "./canonical.ts";
import type { Receipt } from "./receipt.ts";

/**
 * Keeps all receipts of a phase as one file of canonical JSON. There may be a thousand, and the file is written whenever
 * one changes: each is put into words once, and only what has changed, and what follows it, is written. Gives the words
 * of the last one.
 */
export function receiptsFile(path: string): (all: readonly Receipt[]) => Promise<string> {
  const texts = new WeakMap<Receipt, string>();
  const textOf = (receipt: Receipt): string => {
    const text = texts.get(receipt) ?? canonical(receipt);
    texts.set(receipt, text);
    return text;
  };
  let written: readonly string[] = [];
  const write = async (all: readonly Receipt[]): Promise<string> => {
    const words = all.map(textOf);
    const changed = words.findIndex((word, index) => word !== written[index]);
    const kept = changed === -1 ? Math.min(words.length, written.length) : changed;
    // What was there before this process is nobody's.
    const from = written.length === 0 ? 0 : bytesOf(words.slice(0, kept));
    await writeFrom(path, from, textFrom(words, from === 0 ? 0 : kept));
    written = words;
    return words.at(-1) ?? "null";
  };
  // Changes of a phase may go on beside each other; their writes do not.
  let turn: Promise<unknown> = Promise.resolve();
  return (all) => {
    const mine = turn.catch(() => undefined).then(() => write(all));
    turn = mine;
    return mine;
  };
}

/** Of `[a,b`, without what follows. */
function bytesOf(words: readonly string[]): number {
  return words.length === 0 ? 0 : words.reduce((sum, word) => sum + 1 + Buffer.byteLength(word), 0);
}

function textFrom(words: readonly string[], kept: number): string {
  const rest = words.slice(kept).map((word, index) => `${kept + index === 0 ? "[" : ","}${word}`);
  return `${words.length === 0 ? "[" : rest.join("")}]\n`;
}

async function writeFrom(path: string, from: number, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const file = await open(path, constants.O_RDWR | constants.O_CREAT);
  try {
    const bytes = Buffer.from(text);
    await file.write(bytes, 0, bytes.length, from);
    await file.truncate(from + bytes.length);
  } finally {
    await file.close();
  }
}
