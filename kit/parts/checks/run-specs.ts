import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { describe } from "../../errors/user-error.ts";
import { type BrowserCookie, isProtected } from "./access.ts";
import type { SuiteInputs } from "./inputs.ts";
import { type Judged, judgeSuite } from "./judge-suite.ts";
import { keepReport, withoutSecrets } from "./kept/keep-report.ts";
import type { Hidden } from "./kept/scrub-trace.ts";
import { scrubber } from "./kept/scrubber.ts";
import { type SuiteReport, type TestRow, readReport } from "./playwright-report.ts";
import { findPlaywright } from "./playwright-tool.ts";
import { runPlaywright } from "./run-playwright.ts";
import type { SpecRun, SuiteWorld } from "./spec-run.ts";

export interface SpecResult extends Judged {
  readonly tests: readonly TestRow[];
  readonly seconds: number;
  /** What is in the artifact of it, and what is not, a line each. */
  readonly kept: readonly string[];
}

/**
 * Runs the user's own Playwright on their suites and judges its report. What Playwright or its configuration
 * cannot do is an outcome, not an error.
 * @throws {UserError} PR461 when Playwright or its configuration is not there, PR102 for a wrong environment.
 */
export async function runSpecs(inputs: SuiteInputs, run: SpecRun, world: SuiteWorld): Promise<SpecResult> {
  const tool = await findPlaywright(world.root);
  const began = world.clock.now();
  const done = (
    judged: Judged,
    tests: readonly TestRow[] = [],
    kept: readonly string[] = [],
  ): SpecResult => ({
    ...judged,
    tests,
    seconds: (world.clock.now() - began) / 1000,
    kept,
  });
  const { cookies = [], listOnly = false } = run;
  if (!listOnly && (await isProtected(world, run.origin, cookies)))
    return done({ outcome: "protected", reason: `${run.origin} is behind a login page` });
  const hidden = hiddenOf(inputs, cookies);
  const folder = join(world.temp, "prism-rollout-suites", run.name);
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  try {
    const ran = await runPlaywright({ tool, inputs, run, world, folder });
    world.signal.throwIfAborted();
    const report = "text" in ran ? readReport(ran.text) : undefined;
    if (!("text" in ran) || report === undefined) {
      const why = "why" in ran ? ran.why : "Playwright's report is not JSON: it was cut";
      return done({ outcome: "infra-error", reason: scrubber(hidden.secrets).text(why) });
    }
    // What is missing of a report keeps it from passing; what fails in the rest has failed all the same.
    const errors = [...report.errors, ...(ran.missing === undefined ? [] : [ran.missing])];
    const clean = withoutSecrets({ ...report, errors }, hidden);
    const judged = listOnly ? judgeList(clean, inputs) : judgeRun(clean, inputs, run);
    const kept = listOnly ? [] : await keep({ ...run, text: ran.text, tests: clean.tests }, hidden, world);
    return done(judged, clean.tests, kept);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** What a person reads later decides nothing: where it cannot be kept, that is said. */
async function keep(
  run: SpecRun & { readonly text: string; readonly tests: readonly TestRow[] },
  hidden: Hidden,
  { temp }: SuiteWorld,
): Promise<readonly string[]> {
  const folder = join(temp, "prism-rollout", run.action);
  return await keepReport(run, folder, hidden).catch((error: unknown) => [
    `not in the artifact: the suites' files, which could not be kept (${describe(error)})`,
  ]);
}

/** The suites know these: whatever they write may hold them. */
function hiddenOf(
  { playwrightAccounts, secretNames }: SuiteInputs,
  cookies: readonly BrowserCookie[],
): Hidden {
  const secrets = [playwrightAccounts ?? "", ...cookies.map(({ value }) => value)];
  return { secrets: secrets.filter((one) => one.trim() !== ""), names: secretNames };
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
