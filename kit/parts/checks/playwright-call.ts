import { type ExecResult, childEnv } from "../../ports/exec.ts";
import { lastLines } from "../web/run-command.ts";
import type { SuiteInputs } from "./inputs.ts";
import type { PlaywrightTool } from "./playwright-tool.ts";
import type { SpecRun, SuiteWorld } from "./spec-run.ts";
import { suiteEnv } from "./suite-env.ts";
import { tagPattern } from "./tag-pattern.ts";

/** All that one run of Playwright needs. */
export interface PlaywrightCall {
  readonly tool: PlaywrightTool;
  readonly inputs: SuiteInputs;
  readonly run: SpecRun;
  readonly world: SuiteWorld;
  /** For what may hold secrets: nobody uploads it, and it is gone after the run. */
  readonly folder: string;
  readonly config?: string | undefined;
}

/** A report as Playwright has written it, and what is missing of it; or why there is none. */
export type Ran = { readonly text: string; readonly missing?: string } | { readonly why: string };

/** After Playwright's own limit, what it takes to end and to write its report. */
const grace = 20_000;

export interface Part {
  /** Which of several that run at once. */
  readonly name?: string;
  /** What is left of the time for all suites, in ms. */
  readonly left?: number;
}

/** `playwright test` with the suites' own environment. `how` says which reporters, and which part of the tests. */
export async function callPlaywright(
  call: PlaywrightCall,
  how: readonly string[],
  env: Readonly<Record<string, string>>,
  { name = "", left = call.inputs.playwrightTimeout }: Part = {},
): Promise<ExecResult> {
  const { tool, inputs, run, world } = call;
  return await world.exec("node", [tool.cli, ...argsOf(call, left), ...how], {
    cwd: world.root,
    env: childEnv(world.env, { ...suiteEnv(inputs, run.origin), PLAYWRIGHT_HTML_OPEN: "never", ...env }),
    quiet: run.listOnly ?? false,
    prefix: name === "" ? "[playwright] " : `[playwright ${name}] `,
    limit: left + grace,
    signal: world.signal,
  });
}

/** How it ended, and the line that names the error, or the last one that is no stack. */
export function ending({ stopped, exitCode, tail }: ExecResult): string {
  const lines = lastLines(tail, 60)
    .split("\n")
    .map((line) => line.trim());
  const named = lines.find((line) => /^(\w+ ?)*Error\b.*:/.test(line));
  const last = lines.findLast((line) => line !== "" && !line.startsWith("at "));
  return `${stopped ?? `exit code ${exitCode}`}: ${(named ?? last ?? "it printed nothing").slice(0, 300)}`;
}

function argsOf({ inputs, run, config }: PlaywrightCall, left: number): readonly string[] {
  const { tag, listOnly = false } = run;
  const tags = [...(tag === undefined ? [] : [[tag]]), ...(inputs.tags.length === 0 ? [] : [inputs.tags])];
  return [
    "test",
    ...inputs.playwright,
    ...(config === undefined ? [] : ["--config", config]),
    ...(tags.length === 0 ? [] : ["--grep", tags.map(anyOf).join("")]),
    ...(inputs.retries === undefined ? [] : [`--retries=${inputs.retries}`]),
    `--global-timeout=${left}`,
    ...(listOnly ? [] : [`--max-failures=${inputs.maxFailures}`]),
  ];
}

/** Playwright looks for one pattern only: several conditions are looked for from the beginning, one after the other. */
function anyOf(tags: readonly string[]): string {
  return `(?=[^]*(?:${tags.map(tagPattern).join("|")}))`;
}
