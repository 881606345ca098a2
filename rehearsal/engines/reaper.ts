import { spawn } from "node:child_process";
import { REAPER_PROGRAM } from "./reaper-program.ts";

/** Undoes one registration: what it named has gone by itself. */
export interface Adopted {
  release(): void;
}

/**
 * Cleans up behind a rehearsal however it ends. What is registered here is ended and removed when this
 * process is gone, be it by `close`, by a crash or by `kill -9`.
 */
export interface Reaper {
  /** Ends a process group: `signal` first (SIGTERM), SIGKILL when that did not help. */
  process(pid: number, signal?: NodeJS.Signals): Adopted;
  /** Removes a folder and all that is in it, after the processes have ended. */
  folder(path: string): Adopted;
  /** Reaps what is still registered, and resolves when it is gone. */
  close(): Promise<void>;
}

/**
 * Starts the reaper: a small process of its own that holds the other end of a pipe. When the kernel closes
 * our end, for whatever reason, it does its work. It ignores the signals that a terminal sends.
 */
export function startReaper(): Reaper {
  const child = spawn(process.execPath, ["--input-type=module", "--eval", REAPER_PROGRAM], {
    detached: true,
    env: {},
    stdio: ["pipe", "ignore", "ignore"],
  });
  const ended = new Promise<void>((resolve) => {
    child.once("error", () => resolve());
    child.once("exit", () => resolve());
  });
  child.stdin.on("error", () => {});
  child.unref();
  const tell = (...message: readonly unknown[]): void => {
    child.stdin.write(`${JSON.stringify(message)}\n`);
  };
  return {
    process(pid, signal = "SIGTERM") {
      tell("+process", pid, signal);
      return { release: () => tell("-process", pid) };
    },
    folder(path) {
      tell("+folder", path);
      return { release: () => tell("-folder", path) };
    },
    async close() {
      // Whoever waits here must not end before the reaper has.
      child.ref();
      child.stdin.end();
      await ended;
    },
  };
}
