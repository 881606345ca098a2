import { lastLines } from "../../kit/parts/web/run-command.ts";
import { type Ended, startChild } from "../engines/child.ts";

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
  const onLine = (text: string): void => {
    lines.push(text);
    if (lines.length > kept) lines.shift();
  };
  const ended = await startChild({ ...asStep(line), cwd, env, onLine }).ended;
  return { code: ended.code, tail: endOf(ended, lines.join("\n")) };
}

/** The shell that a runner gives a step of a workflow. */
export function asStep(line: string): { readonly command: string; readonly args: readonly string[] } {
  return { command: "bash", args: ["--noprofile", "--norc", "-eo", "pipefail", "-c", line] };
}

/** In a few lines what it said last, or why it could not start. */
export function endOf({ error }: Ended, said: string): string {
  return error?.message ?? lastLines(said);
}
