import { setTimeout as pause } from "node:timers/promises";
import { startChild } from "../engines/child.ts";
import type { Reaper } from "../engines/reaper.ts";
import type { Use } from "../release/witness.ts";
import { asStep, endOf } from "./run-line.ts";

/** Where and with what the command line runs. */
interface Place {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
  readonly reaper: Reaper;
}

/** Traffic of a command line, and what came of it. */
export interface Traffic {
  readonly use: Use;
  /** How often it ran, in a sentence or two; undefined where nothing was observed. */
  told(): string | undefined;
}

/** Milliseconds between two runs: a command that ends at once does not keep the machine from observing. */
const between = 200;

/** So many runs that all fail are no traffic: it is not tried further. */
const enough = 3;

/** Runs a command line again and again while the release is observed, and ends it with that. */
export function traffic(line: string, place: Place): Traffic {
  let [ran, failed, last] = [0, 0, ""];
  const isVain = (): boolean => ran === enough && failed === ran;
  return {
    use: async (over) => {
      while (!over.aborted && !isVain()) {
        const why = await runOnce(line, place, over);
        if (over.aborted) return;
        ran += 1;
        if (why !== undefined) [failed, last] = [failed + 1, why];
        await pause(between, undefined, { signal: over }).catch(() => undefined);
      }
    },
    told: () => {
      if (ran === 0) return undefined;
      const runs = `The traffic \`${line}\` ran ${ran === 1 ? "once" : `${ran} times`}`;
      if (failed === 0) return `${runs}.`;
      return `${runs}${isVain() ? ", and was given up" : ""}: ${failed} of ${ran} failed, at last with\n${last}`;
    },
  };
}

/** Why it failed, if it did. */
async function runOnce(
  line: string,
  { cwd, env, reaper }: Place,
  over: AbortSignal,
): Promise<string | undefined> {
  const child = startChild({ ...asStep(line), cwd, env, reaper });
  const stop = (): void => void child.stop();
  over.addEventListener("abort", stop, { once: true });
  const ended = await child.ended;
  over.removeEventListener("abort", stop);
  return ended.code === 0 ? undefined : endOf(ended, child.tail());
}
