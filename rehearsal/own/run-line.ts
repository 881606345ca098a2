import { lastLines } from "../../kit/parts/web/run-command.ts";
import { startChild } from "../engines/child.ts";

/** How a command line of the repository ended; `tail` says in a few lines what it said last, or why it could not start. */
interface RanLine {
  readonly code: number | null;
  readonly tail: string;
}

const kept = 200;

/** Runs a command line as a step would, in a folder and with this environment only. */
export async function runLine(
  line: string,
  cwd: string,
  env: Readonly<Record<string, string>>,
): Promise<RanLine> {
  const lines: string[] = [];
  const args = ["--noprofile", "--norc", "-eo", "pipefail", "-c", line];
  const onLine = (text: string): void => {
    lines.push(text);
    if (lines.length > kept) lines.shift();
  };
  const { code, error } = await startChild({ command: "bash", args, cwd, env, onLine }).ended;
  return { code, tail: error?.message ?? lastLines(lines.join("\n")) };
}
