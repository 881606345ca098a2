import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { parsePairs } from "./file-commands.ts";
import type { JobRun } from "./job-run.ts";
import type { StepLog } from "./log.ts";
import type { StepRef } from "./events.ts";

/** The files through which a step tells its runner things. */
export interface StepFiles {
  /** GITHUB_OUTPUT and its like. */
  readonly env: Readonly<Record<string, string>>;
  /** Reads what was written and acts on it. @throws {Error} when it is malformed. */
  collect(
    log: StepLog,
    ref: StepRef,
  ): Promise<{ outputs: Record<string, string>; state: Record<string, string> }>;
}

/** GitHub's limit for one step's summary. */
const longestSummary = 1024 * 1024;

/** Makes empty files for one step. */
export async function createStepFiles(run: JobRun): Promise<StepFiles> {
  const number = run.next();
  const path = (name: string): string => join(run.folders.files, `${name}-${number}`);
  const names = ["output", "env", "path", "state", "step_summary"];
  await Promise.all(names.map((name) => writeFile(path(name), "")));
  const read = (name: string): Promise<string> => readFile(path(name), "utf8").catch(() => "");
  return {
    env: Object.fromEntries(names.map((name) => [`GITHUB_${name.toUpperCase()}`, path(name)])),
    async collect(log, ref) {
      await collectSummary(await read("step_summary"), run, log, ref);
      const outputs = Object.fromEntries(parsePairs(await read("output")));
      const state = Object.fromEntries(parsePairs(await read("state")));
      for (const [name, value] of parsePairs(await read("env"))) setVariable(run, name, value);
      const added = (await read("path")).split(/\r?\n/).filter((line) => line !== "");
      run.paths.unshift(...added.toReversed());
      return { outputs, state };
    },
  };
}

function setVariable(run: JobRun, name: string, value: string): void {
  if (name === "NODE_OPTIONS") throw new Error("NODE_OPTIONS cannot be set through GITHUB_ENV.");
  if (/^(GITHUB|RUNNER)_/.test(name)) return;
  run.setEnv.set(name, value);
}

async function collectSummary(markdown: string, run: JobRun, log: StepLog, step: StepRef): Promise<void> {
  if (markdown === "") return;
  const size = Buffer.byteLength(markdown);
  if (size > longestSummary) {
    const kilobytes = Math.ceil(size / 1024);
    log.annotate(
      "error",
      `$GITHUB_STEP_SUMMARY was not uploaded: it has ${kilobytes} KiB, and 1024 KiB is the most.`,
    );
    return;
  }
  const hidden = markdown.split("\n").map((line) => run.masks.hide(line));
  run.emit({ kind: "summary", job: run.ref, step, markdown: hidden.join("\n") });
}
