import { stripVTControlCharacters } from "node:util";
import type { Runtime } from "../../action/runtime.ts";
import type { ExecResult } from "../../ports/exec.ts";

/** Runs a command line of the user as a `run:` step would, in the stack's folder, with this environment only. */
export function runCommand(
  { exec, root }: Pick<Runtime, "exec" | "root">,
  command: string,
  env: Readonly<Record<string, string>>,
): Promise<ExecResult> {
  return exec("bash", ["--noprofile", "--norc", "-eo", "pipefail", "-c", command], { cwd: root, env });
}

/** The last lines of what a command printed, for a message. */
export function lastLines(tail: string, count = 12): string {
  return stripVTControlCharacters(tail).trimEnd().split("\n").slice(-count).join("\n");
}
