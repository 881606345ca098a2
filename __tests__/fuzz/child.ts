import { openSync, writeSync } from "node:fs";
import { areas } from "./areas.ts";
import { caseOf, play } from "./play.ts";
import type { AnyReading } from "./reader.ts";

/** What a process is asked to do with one area. */
export interface Order {
  readonly area: string;
  readonly only: string;
  readonly seed: number;
  /** For all of the area together. */
  readonly cases: number;
  /** The readings that need not be played: another process has. */
  readonly done: readonly string[];
  /** Where it is noted which case is under way. */
  readonly noteIn: string;
  /** Say this case, and play none. */
  readonly show?: { readonly name: string; readonly number: number };
}

const order = JSON.parse(process.argv[2] ?? "{}") as Order;
const tell = (message: unknown): Promise<void> =>
  new Promise((sent) => (process.send === undefined ? sent() : process.send(message, () => sent())));

/** Whoever asked is gone: nobody hears what is played, nor ends it and what it has started. */
const alone = (): void => void process.kill(-process.pid, "SIGKILL");
process.once("disconnect", alone);

const group = await (areas[order.area] ?? (() => Promise.reject(new Error(order.area))))();
const chosen = group.readings.filter(({ name }) => name.includes(order.only));
if (order.show === undefined) await playAll();
else await showOne(order.show);
await group.close?.();
process.off("disconnect", alone);
process.disconnect?.();

async function playAll(): Promise<void> {
  const file = openSync(order.noteIn, "w");
  const note = (name: string, number: number): void =>
    void writeSync(file, JSON.stringify([name, number]).padEnd(120), 0);
  const shares = chosen.reduce((sum, one) => sum + shareOf(one), 0);
  for (const one of chosen.filter(({ name }) => !order.done.includes(name))) {
    const cases = Math.ceil((order.cases * shareOf(one)) / shares);
    await tell(await play(one, { seed: order.seed, cases, note }));
  }
}

async function showOne({ name, number }: { readonly name: string; readonly number: number }): Promise<void> {
  const one = chosen.find((each) => each.name === name);
  await tell({ shown: one === undefined ? "(not found)" : caseOf(one, order.seed, number) });
}

function shareOf({ share = 1 }: AnyReading): number {
  return share;
}
