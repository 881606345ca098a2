import { mkdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import type { Runtime } from "../../action/runtime.ts";
import { childEnv } from "../../ports/exec.ts";
import { lastLines } from "../web/run-command.ts";
import { type BrowserCookie, isProtected } from "./access.ts";
import type { SuiteInputs } from "./inputs.ts";
import { type Judged, judgeSuite } from "./judge-suite.ts";
import { type SuiteReport, type TestRow, readReport } from "./playwright-report.ts";
import { type PlaywrightTool, findPlaywright, jsonReporter } from "./playwright-tool.ts";
import { suiteEnv } from "./suite-env.ts";
import { wrapConfig } from "./wrap-config.ts";

export type SuiteWorld = Pick<
  Runtime,
  "exec" | "env" | "root" | "temp" | "signal" | "clock" | "http" | "log"
>;

/** Which tests, and against what. */
export interface SpecRun {
  /** Names this run's files: `staged`, `production`, `list`. */
  readonly name: string;
  /** The address under test, without a path. */
  readonly origin: string;
  /** Only the tests that have it; not every suite has one. */
  readonly tag?: string | undefined;
  /** What lets a browser in, where the address is protected. */
  readonly cookies?: readonly BrowserCookie[];
  /** Only collects the tests: proves that the configuration loads and what there is to run. */
  readonly listOnly?: boolean;
}

export interface SpecResult extends Judged {
  readonly tests: readonly TestRow[];
  readonly seconds: number;
}

/** After Playwright's own limit, what it takes to end and to write its report. */
const grace = 20_000;

/**
 * Runs the user's own Playwright on their suites and judges its report. What Playwright or its configuration
 * cannot do is an outcome, not an error.
 * @throws {UserError} PR461 when Playwright or its configuration is not there, PR102 for a wrong environment.
 */
export async function runSpecs(inputs: SuiteInputs, run: SpecRun, world: SuiteWorld): Promise<SpecResult> {
  const tool = await findPlaywright(world.root);
  const began = world.clock.now();
  const done = (judged: Judged, tests: readonly TestRow[]): SpecResult => ({
    ...judged,
    tests,
    seconds: (world.clock.now() - began) / 1000,
  });
  const { cookies = [], listOnly = false } = run;
  if (!listOnly && (await isProtected(world, run.origin, cookies)))
    return done({ outcome: "protected", reason: `${run.origin} is behind a login page` }, []);
  const ran = await runPlaywright(tool, inputs, run, world);
  world.signal.throwIfAborted();
  if ("report" in ran) {
    const judged = listOnly ? judgeList(ran.report, inputs) : judgeRun(ran.report, inputs, run);
    return done(judged, ran.report.tests);
  }
  return done({ outcome: "infra-error", reason: ran.why }, []);
}

function judgeRun(report: SuiteReport, inputs: SuiteInputs, { tag }: SpecRun): Judged {
  const judged = judgeSuite(report, tag === undefined ? inputs.playwright : []);
  return judged.outcome === "no-tests" && tag !== undefined
    ? { ...judged, reason: `no test has the tag ${tag}` }
    : judged;
}

/** Nothing ran, so all that can be wrong is the configuration, a file, or a filter. */
function judgeList({ tests, errors }: SuiteReport, inputs: SuiteInputs): Judged {
  const listed = tests.map((test) => ({ ...test, status: "expected" as const }));
  const judged = judgeSuite({ tests: listed, errors }, inputs.playwright);
  return judged.outcome === "passed" ? { ...judged, reason: `${tests.length} tests are there` } : judged;
}

type Ran = { readonly report: SuiteReport } | { readonly why: string };

async function runPlaywright(
  tool: PlaywrightTool,
  inputs: SuiteInputs,
  run: SpecRun,
  world: SuiteWorld,
): Promise<Ran> {
  const folder = join(world.temp, "prism-rollout", "smoke");
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
    const report = readReport(await readFile(file, "utf8").catch(() => ""));
    if (report !== undefined) return { report };
    const how = ended.stopped ?? `exit code ${ended.exitCode}`;
    return { why: `Playwright ended without a report (${how}): ${gist(ended.tail)}` };
  } finally {
    await wrapped?.remove();
  }
}

/** The line that names the error, or the last one that is no stack. */
function gist(tail: string): string {
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

/** A tag as a pattern: one that another tag begins with is not the same. */
export function tagPattern(tag: string): string {
  return `${tag.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}(?![\\w-])`;
}
