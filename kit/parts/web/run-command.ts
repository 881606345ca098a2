import { stripVTControlCharacters } from "node:util";
import type { Runtime } from "../../action/runtime.ts";
import type { ExecResult } from "../../ports/exec.ts";

/**
 * Runs a command line of the user as a `run:` step would, in the stack's folder, with this environment only.
 * With a `signal` it is ended when the job is to stop; without one only the runner ends it.
 */
export function runCommand(
  { exec, root }: Pick<Runtime, "exec" | "root">,
  command: string,
  env: Readonly<Record<string, string>>,
  signal?: AbortSignal,
): Promise<ExecResult> {
  const stoppable = signal === undefined ? {} : { signal };
  return exec("bash", ["--noprofile", "--norc", "-eo", "pipefail", "-c", command], {
    cwd: root,
    env,
    ...stoppable,
  });
}

/** The last lines of what a command printed, for a message. */
export function lastLines(tail: string, count = 12): string {
  return stripVTControlCharacters(tail).trimEnd().split("\n").slice(-count).join("\n");
}
