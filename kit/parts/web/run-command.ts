import { stripVTControlCharacters } from "node:util";
import type { Runtime } from "../../action/runtime.ts";
import type { ExecResult } from "../../ports/exec.ts";

/**
 * Runs a command line of the user as a `run:` step would, in the stack's folder, with this environment only. It
 * ends, with all that it started, when the job is to stop.
 * @throws the signal's reason then.
 */
export async function runCommand(
  { exec, root, signal }: Pick<Runtime, "exec" | "root" | "signal">,
  command: string,
  env: Readonly<Record<string, string>>,
): Promise<ExecResult> {
  const bash = ["--noprofile", "--norc", "-eo", "pipefail", "-c", command];
  const result = await exec("bash", bash, { cwd: root, env, signal });
  signal.throwIfAborted();
  return result;
}

/** The last lines of what a command printed, for a message. */
export function lastLines(tail: string, count = 12): string {
  return stripVTControlCharacters(tail).trimEnd().split("\n").slice(-count).join("\n");
}
