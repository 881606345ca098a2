import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { childEnv } from "../ports/exec.ts";
import { KEEPER_PROGRAM } from "./keeper-program.ts";

export interface Program {
  readonly command: string;
  readonly args: readonly string[];
  readonly cwd: string;
  /** Its whole environment. */
  readonly env: Readonly<Record<string, string>>;
}

/** How a program ended; `tail` is the end of what it printed. */
export interface Ended {
  readonly code: number;
  readonly tail: string;
}

export interface Kept {
  readonly ended: Promise<Ended>;
  stop(): void;
}

/** Starts programs that do not outlive us, whatever happens to us. */
export interface Keeper {
  start(program: Program): Kept;
  /** Ends all of them; resolves when they are gone. */
  stop(): Promise<void>;
}

export function startKeeper(env: Readonly<Record<string, string | undefined>>): Keeper {
  // In a group of its own: what a terminal or runner sends to ours must not end who cleans up behind us.
  const keeper = spawn(process.execPath, ["--input-type=module", "--eval", KEEPER_PROGRAM], {
    detached: true,
    env: childEnv(env),
    stdio: ["pipe", "pipe", "ignore"],
  });
  const waiting = new Map<number, (ended: Ended) => void>();
  const gone = new Promise<void>((resolve) => {
    keeper.once("error", () => resolve());
    keeper.once("exit", () => resolve());
  });
  const lost = gone.then((): Ended => ({ code: -1, tail: "" }));
  keeper.stdin.on("error", () => undefined);
  createInterface({ input: keeper.stdout }).on("line", (line) => {
    const { id, ...ended } = JSON.parse(line) as Ended & { readonly id: number };
    waiting.get(id)?.(ended);
    waiting.delete(id);
  });
  const tell = (order: object): void => void keeper.stdin.write(`${JSON.stringify(order)}\n`);
  let count = 0;
  return {
    start(program) {
      count += 1;
      const id = count;
      const ended = new Promise<Ended>((resolve) => waiting.set(id, resolve));
      tell({ id, ...program });
      return { ended: Promise.race([ended, lost]), stop: () => tell({ stop: id }) };
    },
    async stop() {
      keeper.stdin.end();
      await gone;
    },
  };
}
