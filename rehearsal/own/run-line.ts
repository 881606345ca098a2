import { startChild } from "../engines/child.ts";
import type { Reaper } from "../engines/reaper.ts";

/** How a command line of the repository ended; `tail` are its last lines. */
export interface RanLine {
  readonly code: number | null;
  readonly tail: string;
}

/** Runs a command line as a step would, in a folder and with this environment only. */
export async function runLine(
  line: string,
  cwd: string,
  env: Readonly<Record<string, string>>,
  reaper?: Reaper,
): Promise<RanLine> {
  const args = ["--noprofile", "--norc", "-eo", "pipefail", "-c", line];
  const child = startChild({ command: "bash", args, cwd, env, reaper });
  const { code, error } = await child.ended;
  const tail = error?.message ?? child.tail().split("\n").slice(-12).join("\n");
  return { code, tail };
}
