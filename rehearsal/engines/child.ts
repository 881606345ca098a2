import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import type { Reaper } from "./reaper.ts";

/** How an engine's process is started. Its environment is exactly `env`: nothing is inherited. */
export interface ChildOptions {
  readonly command: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  readonly cwd?: string | undefined;
  /** The numeric user to run as; only root may say so. */
  readonly user?: { readonly uid: number; readonly gid: number } | undefined;
  /** File descriptors that the child sees as 3, 4 and so on. */
  readonly handles?: readonly number[] | undefined;
  readonly stopSignal?: NodeJS.Signals | undefined;
  readonly reaper?: Reaper | undefined;
  readonly onLine?: ((line: string, stream: "stdout" | "stderr") => void) | undefined;
}

/** What became of a child that has ended. `error` says why it could not even start. */
export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly error?: Error;
}

/** A running process in a group of its own, so that a terminal's Ctrl-C does not reach it behind our back. */
export interface Child {
  readonly pid: number | undefined;
  readonly ended: Promise<Ended>;
  /** Its last lines of output, oldest first. */
  tail(): string;
  /** Asks the group to end, then insists after `patience` ms. Resolves when it has ended; safe to call twice. */
  stop(patience?: number): Promise<void>;
}

/** Starts a process and reads its output line by line. Never throws: a command that is not there is an `Ended`. */
export function startChild(options: ChildOptions): Child {
  const lines: string[] = [];
  const child = spawn(options.command, options.args, {
    cwd: options.cwd,
    detached: true,
    env: options.env,
    stdio: ["ignore", "pipe", "pipe", ...(options.handles ?? [])],
    ...options.user,
  });
  const adopted =
    child.pid === undefined ? undefined : options.reaper?.process(child.pid, options.stopSignal);
  for (const stream of ["stdout", "stderr"] as const) {
    const source = child[stream];
    if (!source) continue;
    createInterface({ input: source }).on("line", (line) => {
      lines.push(line);
      if (lines.length > 40) lines.shift();
      options.onLine?.(line, stream);
    });
  }
  const ended = new Promise<Ended>((resolve) => {
    child.once("error", (error) => resolve({ code: null, signal: null, error }));
    child.once("close", (code, signal) => resolve({ code, signal }));
  });
  void ended.then(() => adopted?.release());
  return {
    pid: child.pid,
    ended,
    tail: () => lines.join("\n"),
    stop: stopper(child.pid, ended, options.stopSignal),
  };
}

/** Signals a whole process group; a group that is gone already is fine. */
function signalGroup(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(-pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
  }
}

function stopper(
  pid: number | undefined,
  ended: Promise<Ended>,
  signal: NodeJS.Signals = "SIGTERM",
): (patience?: number) => Promise<void> {
  let running = true;
  void ended.then(() => (running = false));
  return async (patience = 3000) => {
    if (pid === undefined || !running) return;
    signalGroup(pid, signal);
    const insist = setTimeout(() => signalGroup(pid, "SIGKILL"), patience);
    await ended;
    clearTimeout(insist);
  };
}
