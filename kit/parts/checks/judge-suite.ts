import type { VerdictWord } from "../../release/verdict.ts";
import type { SuiteReport } from "./playwright-report.ts";

/**
 * What a run of suites came to. Only `failed` says that what was tested is broken. `protected`: a login page
 * stood before it. `stale`: it was not the release.
 */
export type SuiteOutcome = "passed" | "failed" | "flaky" | "no-tests" | "infra-error" | "protected" | "stale";

/** Only `failed` may bring a release back; whatever says nothing of production is an error. */
export function verdictOf(outcome: SuiteOutcome): VerdictWord {
  if (outcome === "failed") return "fail";
  return outcome === "passed" || outcome === "flaky" ? "pass" : "error";
}

/** How a run ended and why, in one sentence without its full stop. */
export interface Judged {
  readonly outcome: SuiteOutcome;
  readonly reason: string;
}

/** Judges a report. `filters` are what was asked for: one that no test fits is a suite without tests. */
export function judgeSuite(report: SuiteReport, filters: readonly string[]): Judged {
  const { tests, errors } = report;
  const ran = tests.filter(({ status }) => status !== "skipped" && status !== "unbegun");
  const failed = ran.filter(({ status, noBrowser }) => status === "unexpected" && !noBrowser);
  if (failed.length > 0) {
    const [first] = failed;
    const more = failed.length === 1 ? "" : ` and ${failed.length - 1} more`;
    return { outcome: "failed", reason: `${first?.file} › ${first?.title} fails${more}` };
  }
  const noBrowser = ran.find((test) => test.noBrowser);
  if (noBrowser !== undefined)
    return { outcome: "infra-error", reason: `no browser starts: ${firstLine(noBrowser.error)}` };
  const others = errors.filter((error) => !error.startsWith("Error: No tests found"));
  if (others[0] !== undefined) return { outcome: "infra-error", reason: firstLine(others[0]) };
  const empty = unmatched(report, filters);
  if (empty.length > 0) return { outcome: "no-tests", reason: `no test fits ${empty.join(", ")}` };
  if (ran.length === 0) return { outcome: "no-tests", reason: "every test was skipped" };
  const flaky = ran.filter(({ status }) => status === "flaky");
  if (flaky.length > 0) {
    const titles = flaky.map(({ title }) => title).join(", ");
    return { outcome: "flaky", reason: `all tests passed, but not at the first try: ${titles}` };
  }
  return { outcome: "passed", reason: `all ${ran.length} tests passed` };
}

/** Playwright is content when one of several filters fits: here each must. */
function unmatched({ tests }: SuiteReport, filters: readonly string[]): readonly string[] {
  const files = [...new Set(tests.map(({ file }) => file))];
  return filters.filter((filter) => !files.some((file) => fits(filter, file)));
}

/** As Playwright takes a filter: a pattern over the path, or a plain part of it; `:12` names a line. */
function fits(filter: string, file: string): boolean {
  const bare = filter.replace(/(:\d+){1,2}$/, "");
  if (file.includes(bare)) return true;
  try {
    return new RegExp(bare, "i").test(file);
  } catch {
    return false;
  }
}

function firstLine(text: string): string {
  return (text.split("\n").find((line) => line.trim() !== "") ?? text).trim().slice(0, 300);
}
