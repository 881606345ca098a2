import { type ChildProcessByStdio, spawn } from "node:child_process";
import type { Readable } from "node:stream";
import { StringDecoder } from "node:string_decoder";
import { UserError, describe } from "../errors/user-error.ts";
import { type ExecOptions, type ExecResult, keptOfTail } from "./exec.ts";
import { signalTree } from "./process-tree.ts";

const longestLine = 10_000;
const patience = 3000;

/**
 * Runs a program that can be ended before it ends by itself, which the runner's own means cannot. When it is
 * to end, it and all that it started are asked, and after three seconds made to.
 */
export async function runStoppable(
  write: (text: string) => void,
  command: string,
  args: readonly string[],
  options: ExecOptions,
): Promise<ExecResult> {
  const { cwd, env, quiet = false, prefix = "", limit, signal } = options;
  const child = spawn(command, args, { cwd, env, stdio: ["ignore", "pipe", "pipe"] });
  let tail = "";
  const out = (text: string): void => {
    tail = (tail + text).slice(-keptOfTail);
  };
  const print = quiet ? () => undefined : (line: string): void => write(`${prefix}${line}\n`);
  const flush = [child.stdout, child.stderr].map((stream) => readLines(stream, out, print));
  const stopper = stopWhen(child, { limit, signal });
  try {
    const exitCode = await new Promise<number>((resolve, reject) => {
      child.once("error", reject);
      child.once("close", (code) => resolve(code ?? 143));
    });
    for (const last of flush) last();
    const stopped = stopper.why();
    return { exitCode, tail, ...(stopped === undefined ? {} : { stopped }) };
  } catch (error) {
    throw new UserError(
      "PR441",
      `${command} could not be started: ${describe(error)}.`,
      "Install it in a step before this one, or correct the command.",
      { cause: error },
    );
  } finally {
    stopper.forget();
  }
}

function stopWhen(
  child: ChildProcessByStdio<null, Readable, Readable>,
  { limit, signal }: { readonly limit: number | undefined; readonly signal: AbortSignal | undefined },
): { readonly why: () => ExecResult["stopped"]; readonly forget: () => void } {
  let why: ExecResult["stopped"];
  const timers: NodeJS.Timeout[] = [];
  const stop = (reason: "time-limit" | "signal"): void => {
    if (why !== undefined || child.pid === undefined) return;
    why = reason;
    const known = new Set([child.pid]);
    const send = async (name: NodeJS.Signals): Promise<void> => {
      for (const pid of await signalTree([...known], name)) known.add(pid);
    };
    // Asked more than once: what was about to start another program when it was asked starts it all the same.
    void send("SIGTERM");
    timers.push(setInterval(() => void send("SIGTERM"), patience / 10));
    timers.push(setTimeout(() => void send("SIGKILL"), patience));
    // Whoever escaped into the background may hold our ends of the pipes for ever.
    const letGo = (): void => void [child.stdout, child.stderr].map((stream) => stream.destroy());
    timers.push(setTimeout(letGo, patience + 500));
  };
  if (limit !== undefined) timers.push(setTimeout(() => stop("time-limit"), limit));
  const aborted = (): void => stop("signal");
  if (signal?.aborted) aborted();
  signal?.addEventListener("abort", aborted, { once: true });
  return {
    why: () => why,
    forget: () => {
      for (const timer of timers) clearTimeout(timer);
      signal?.removeEventListener("abort", aborted);
    },
  };
}

/** Whole lines as they come; a line without an end is cut where it would fill the memory. */
function readLines(
  stream: NodeJS.ReadableStream,
  out: (text: string) => void,
  print: (line: string) => void,
): () => void {
  const decoder = new StringDecoder("utf8");
  let pending = "";
  stream.on("data", (chunk: Buffer) => {
    const text = decoder.write(chunk);
    out(text);
    const lines = (pending + text).split(/\r?\n/);
    pending = lines.pop() ?? "";
    for (const line of lines) print(line);
    if (pending.length <= longestLine) return;
    print(pending);
    pending = "";
  });
  return () => {
    if (pending !== "") print(pending);
  };
}
