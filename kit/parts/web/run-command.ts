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

/**
 * The last lines of what a command printed, for a message. npm gives its reason first and its usage behind it: of what
 * npm says at the end, the first lines are taken, behind the command's own last ones.
 */
export function lastLines(tail: string, count = 12): string {
  const lines = stripVTControlCharacters(tail).trimEnd().split("\n");
  const own = lines.findLastIndex((line) => !isOfNpm(line)) + 1;
  const reason = lines.slice(own).filter((line) => !saysNothing(line));
  const npm = reason.slice(0, Math.ceil(count / 3));
  return [...lines.slice(0, own).slice(npm.length - count), ...npm].join("\n");
}

function isOfNpm(line: string): boolean {
  return /^npm (error|ERR!|notice)/u.test(line);
}

function saysNothing(line: string): boolean {
  // That there is a newer npm is told behind the reason, and is none.
  return /^npm (notice.*|(error|ERR!)( A complete log of this run can be found in: .*|\s*))$/u.test(line);
}
