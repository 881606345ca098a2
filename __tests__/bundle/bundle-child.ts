import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type { Reaper } from "../../rehearsal/engines/reaper.ts";

export const root = resolve(import.meta.dirname, "../..");

/** How a bundle is started: what a runner gives it, and what a test changes of that. */
export interface Start {
  readonly workspace: string;
  readonly inputs?: Readonly<Record<string, string>>;
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** Told of the output so far, again and again; may act on the process. */
  readonly during?: (text: string, kill: Kill) => void;
  /** Told once, when the process is started. */
  readonly started?: (kill: Kill) => void;
  /** Ends it, with all that it started, where the test does not live to see its end. */
  readonly reaper?: Reaper;
}

export type Kill = (signal: NodeJS.Signals) => void;

/** What a bundle did and said, as a runner hears it. */
export interface Ran {
  readonly code: number | null;
  /** stdout and stderr together, without the lines by which a secret is masked. */
  readonly out: string;
  readonly masked: readonly string[];
  /** Each `::error::` annotation, as a person reads it. */
  readonly errors: readonly string[];
  readonly summary: string;
  readonly outputs: string;
  readonly milliseconds: number;
  /** From the first signal to the end. */
  readonly afterSignal: number | undefined;
}

/** Starts the bundle of an action as a runner does: `INPUT_*`, the command files, and nothing else. */
export async function runBundle(
  action: string,
  { workspace, inputs = {}, env = {}, during, started, reaper }: Start,
): Promise<Ran> {
  const temp = mkdtempSync(join(tmpdir(), "prism-rollout-bundle-"));
  const [summary, output] = [join(temp, "summary.md"), join(temp, "output")];
  for (const path of [summary, output]) writeFileSync(path, "");
  const given = Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]);
  const began = Date.now();
  const child = spawn(process.execPath, [join(root, "dist", `${action}.js`)], {
    cwd: workspace,
    detached: true,
    env: {
      PATH: process.env["PATH"],
      HOME: temp,
      GITHUB_WORKSPACE: workspace,
      GITHUB_OUTPUT: output,
      GITHUB_STEP_SUMMARY: summary,
      RUNNER_TEMP: temp,
      ...Object.fromEntries(given),
      ...env,
    },
  });
  const adopted = child.pid === undefined ? undefined : reaper?.process(child.pid, "SIGKILL");
  let signalled: number | undefined;
  const kill: Kill = (signal) => {
    signalled ??= Date.now();
    child.kill(signal);
  };
  started?.(kill);
  let said = "";
  const hear = (data: Buffer): void => {
    said += data.toString();
    during?.(said, kill);
  };
  child.stdout.on("data", hear);
  child.stderr.on("data", hear);
  const code = await new Promise<number | null>((done) => child.on("close", done));
  adopted?.release();
  const lines = said.split("\n");
  return {
    code,
    out: lines.filter((line) => !line.startsWith("::add-mask::")).join("\n"),
    masked: lines.filter((line) => line.startsWith("::add-mask::")),
    errors: lines.filter((line) => line.startsWith("::error::")).map(plain),
    summary: readFileSync(summary, "utf8"),
    outputs: readFileSync(output, "utf8"),
    milliseconds: Date.now() - began,
    afterSignal: signalled === undefined ? undefined : Date.now() - signalled,
  };
}

/** A command's text as the runner shows it. */
function plain(line: string): string {
  return line
    .slice("::error::".length)
    .replaceAll("%0D", "\r")
    .replaceAll("%0A", "\n")
    .replaceAll("%25", "%");
}

/** Acts when the output has these words for the first time. */
export function once(words: RegExp, act: (kill: Kill) => void): (text: string, kill: Kill) => void {
  let acted = false;
  return (text, kill) => {
    if (acted || !words.test(text)) return;
    acted = true;
    act(kill);
  };
}
