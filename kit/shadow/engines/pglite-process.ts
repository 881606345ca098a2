import { spawn } from "node:child_process";
import type { Row } from "../../ports/database.ts";
import { PGLITE_PROGRAM } from "./pglite-program.ts";

/** PostgreSQL with one session, in a process of its own. */
export interface PgliteProcess {
  query(sql: string, parameters: readonly unknown[]): Promise<readonly Row[]>;
  /** Gives the command tags. */
  script(sql: string): Promise<readonly string[]>;
  stop(): Promise<void>;
}

/** Compiled once and simply, and with little room for what is young: half the memory, and it is there sooner. */
const flags = ["--liftoff-only", "--max-semi-space-size=1", "--expose-gc"];

interface Answer {
  readonly id: number;
  readonly value?: unknown;
  readonly error?: { readonly message: string };
}

/** It ends with `signal`. @throws {Error} why it does not start. */
export async function startPglite(
  index: string,
  contributions: readonly string[],
  signal?: AbortSignal,
): Promise<PgliteProcess> {
  const { ask, stop } = startProgram(signal);
  try {
    await ask(0, { index, contributions });
  } catch (error) {
    await stop();
    throw error;
  }
  let count = 0;
  const next = (): number => (count += 1);
  return {
    query: async (sql, parameters) => {
      const id = next();
      return (await ask(id, { id, sql, parameters })) as readonly Row[];
    },
    script: async (sql) => {
      const id = next();
      return (await ask(id, { id, sql })) as readonly string[];
    },
    stop,
  };
}

/** Who asks after its process has ended is told so, as are all who wait. */
function startProgram(signal: AbortSignal | undefined) {
  const child = spawn(process.execPath, [...flags, "--input-type=module", "--eval", PGLITE_PROGRAM], {
    env: {},
    serialization: "advanced",
    stdio: ["ignore", "ignore", "ignore", "ipc"],
  });
  const kill = (): void => void child.kill("SIGKILL");
  if (signal?.aborted) kill();
  signal?.addEventListener("abort", kill, { once: true });
  const waiting = new Map<number, (answer: Answer) => void>();
  const ended = new Promise<void>((resolve) => {
    const end = (why: string): void => {
      for (const [id, tell] of waiting) tell({ id, error: { message: `its process ended: ${why}` } });
      waiting.clear();
      signal?.removeEventListener("abort", kill);
      resolve();
    };
    child.once("error", ({ message }) => end(message));
    child.once("exit", (code, by) => end(by ?? `exit status ${code}`));
  });
  child.on("message", (answer: Answer) => {
    waiting.get(answer.id)?.(answer);
    waiting.delete(answer.id);
  });
  return {
    ask: async (id: number, message: object): Promise<unknown> => {
      const { value, error } = await new Promise<Answer>((resolve) => {
        waiting.set(id, resolve);
        child.send(message, (failed) => failed && resolve({ id, error: failed }));
      });
      if (error) throw Object.assign(new Error(error.message), error);
      return value;
    },
    stop: async (): Promise<void> => {
      kill();
      await ended;
    },
  };
}
