import { mkdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { childEnv } from "../../ports/exec.ts";
import { lastLines } from "../web/run-command.ts";
import type { SuiteInputs } from "./inputs.ts";
import type { SpecRun, SuiteWorld } from "./run-specs.ts";
import { type PlaywrightTool, jsonReporter } from "./playwright-tool.ts";
import { suiteEnv } from "./suite-env.ts";
import { tagPattern } from "./tag-pattern.ts";
import { wrapConfig } from "./wrap-config.ts";

/** A report as Playwright has written it, or why there is none. */
export type Ran = { readonly text: string } | { readonly why: string };

/** After Playwright's own limit, what it takes to end and to write its report. */
const grace = 20_000;

/** Runs the user's Playwright; its report, which may hold secrets, is in no folder that the chain uploads. */
export async function runPlaywright(
  tool: PlaywrightTool,
  inputs: SuiteInputs,
  run: SpecRun,
  world: SuiteWorld,
): Promise<Ran> {
  const folder = join(world.temp, "prism-rollout-suites");
  const file = join(folder, `playwright-${run.name}.json`);
  await mkdir(folder, { recursive: true });
  await rm(file, { force: true });
  const { cookies = [] } = run;
  const wrapped =
    cookies.length > 0 ? await wrapConfig(world.root, inputs.playwrightConfig, cookies) : undefined;
  const config = wrapped?.path ?? inputs.playwrightConfig;
  if (run.listOnly !== true) world.log.info(`Playwright runs the suites on ${run.origin}.`);
  try {
    const ended = await world.exec("node", [tool.cli, ...argsOf(tool, inputs, run, config)], {
      cwd: world.root,
      env: childEnv(world.env, {
        ...suiteEnv(inputs, run.origin),
        PLAYWRIGHT_JSON_OUTPUT_FILE: file,
        PLAYWRIGHT_HTML_OPEN: "never",
      }),
      quiet: run.listOnly ?? false,
      prefix: "[playwright] ",
      limit: inputs.playwrightTimeout + grace,
      signal: world.signal,
    });
    const text = await readFile(file, "utf8").catch(() => "");
    if (text !== "") return { text };
    const how = ended.stopped ?? `exit code ${ended.exitCode}`;
    return { why: `Playwright ended without a report (${how}): ${gist(ended.tail)}` };
  } finally {
    await wrapped?.remove();
    await rm(file, { force: true });
  }
}

/** The line that names the error, or the last one that is no stack. */
export function gist(tail: string): string {
  const lines = lastLines(tail, 60)
    .split("\n")
    .map((line) => line.trim());
  const named = lines.find((line) => /^(\w+ ?)*Error\b.*:/.test(line));
  const last = lines.findLast((line) => line !== "" && !line.startsWith("at "));
  return (named ?? last ?? "it printed nothing").slice(0, 300);
}

function argsOf(
  tool: PlaywrightTool,
  inputs: SuiteInputs,
  { tag, listOnly = false }: SpecRun,
  config: string | undefined,
): readonly string[] {
  return [
    "test",
    ...inputs.playwright,
    ...(config === undefined ? [] : ["--config", config]),
    ...(tag === undefined ? [] : ["--grep", tagPattern(tag)]),
    // A list needs no reporters of the user's, which may upload what they are told.
    ...(listOnly ? ["--list", "--reporter=json"] : [jsonReporter(tool)]),
    `--global-timeout=${inputs.playwrightTimeout}`,
    ...(listOnly ? [] : [`--max-failures=${inputs.maxFailures}`]),
  ];
}
