import { spawn } from "node:child_process";
import { StringDecoder } from "node:string_decoder";
import type { Readable } from "node:stream";
import type { Clock } from "../../../kit/ports/clock.ts";

/** One process of a step. */
export interface StepProcess {
  readonly program: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  readonly cwd: string;
  readonly onLine: (line: string, stream: "stdout" | "stderr") => void;
  /** Aborted to end it as GitHub does: SIGINT, then SIGTERM, then SIGKILL to all that it started. */
  readonly stop: AbortSignal;
  readonly patience: { readonly interrupt: number; readonly terminate: number };
  readonly clock: Clock;
  readonly onSpawn: (pid: number) => void;
}

/** How a process ended. */
export interface Exit {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

/** Output that a child's own child still holds open is not waited for longer than this after its end. */
const draining = 250;

/**
 * Runs a process in a group of its own and resolves when it has ended and its output was read.
 * @throws {Error} when it cannot be started, an environment that the kernel refuses included.
 */
export async function runProcess(wanted: StepProcess): Promise<Exit> {
  refuseLongVariables(wanted.env);
  const { program, args, env, cwd, onLine, clock } = wanted;
  const child = spawn(program, args, { env, cwd, detached: true, stdio: ["ignore", "pipe", "pipe"] });
  const { pid } = child;
  if (pid !== undefined) wanted.onSpawn(pid);
  const over = new AbortController();
  const read = Promise.all([
    readLines(child.stdout, (line) => onLine(line, "stdout")),
    readLines(child.stderr, (line) => onLine(line, "stderr")),
  ]);
  const ending = pid === undefined ? undefined : endInSteps(pid, wanted, over.signal);
  try {
    const exit = await new Promise<Exit>((resolve, reject) => {
      child.once("error", reject);
      child.once("exit", (code, by) => resolve({ code, signal: by }));
    });
    await Promise.race([read, clock.sleep(draining, over.signal).catch(() => {})]);
    return exit;
  } finally {
    over.abort();
    child.stdout.destroy();
    child.stderr.destroy();
    await Promise.all([read, ending]);
  }
}

/** Kills a whole process group at once. One that is gone already is fine. */
export function killGroup(pid: number): void {
  signal(-pid, "SIGKILL");
}

async function endInSteps(
  pid: number,
  { stop, patience, clock }: StepProcess,
  over: AbortSignal,
): Promise<void> {
  if (!(await happens(stop, over))) return;
  try {
    signal(pid, "SIGINT");
    await clock.sleep(patience.interrupt, over);
    signal(pid, "SIGTERM");
    await clock.sleep(patience.terminate, over);
    killGroup(pid);
  } catch {
    // It ended in time.
  }
}

/** Resolves to true when the first signal is aborted, to false when the second is. */
function happens(first: AbortSignal, second: AbortSignal): Promise<boolean> {
  return new Promise((resolve) => {
    if (first.aborted) return resolve(true);
    const no = (): void => done(false);
    const yes = (): void => done(true);
    function done(answer: boolean): void {
      first.removeEventListener("abort", yes);
      second.removeEventListener("abort", no);
      resolve(answer);
    }
    first.addEventListener("abort", yes);
    second.addEventListener("abort", no);
  });
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
  }
}

/** Linux refuses a longer `NAME=value`, its closing zero included. */
const longest = 128 * 1024;

function refuseLongVariables(env: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries(env)) {
    const size = Buffer.byteLength(name) + Buffer.byteLength(value) + 2;
    if (size <= longest) continue;
    throw new Error(
      `Argument list too long: the environment variable ${name} has ${size} bytes, and Linux takes ${longest} at most.`,
    );
  }
}

async function readLines(source: Readable, onLine: (line: string) => void): Promise<void> {
  const decoder = new StringDecoder("utf8");
  let rest = "";
  const take = (text: string): void => {
    const lines = (rest + text).split("\n");
    rest = lines.pop() ?? "";
    for (const line of lines) onLine(line.replace(/\r$/, ""));
  };
  source.on("data", (chunk: Buffer) => take(decoder.write(chunk)));
  await new Promise<void>((resolve) => {
    source.once("end", resolve);
    source.once("close", resolve);
    source.once("error", () => resolve());
  });
  take(decoder.end());
  if (rest !== "") onLine(rest.replace(/\r$/, ""));
}
