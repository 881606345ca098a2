import type { Table } from "../../action/report.ts";
import type { SpecResult } from "./run-specs.ts";

/** «x of n …» for a run of suites, and what did not run. */
export function suiteEvidence(
  { tests, outcome, seconds, kept }: SpecResult,
  what: string,
): readonly string[] {
  const ran = tests.filter(({ status }) => status !== "skipped" && status !== "unbegun");
  const passed = ran.filter(({ status }) => status === "expected" || status === "flaky").length;
  const flaky = ran.filter(({ status }) => status === "flaky").length;
  const unbegun = tests.filter(({ status }) => status === "unbegun").length;
  const skipped = tests.length - ran.length - unbegun;
  if (ran.length === 0) return [`0 of ${tests.length} Playwright tests ran ${what}: ${outcome}`];
  return [
    `${passed} of ${ran.length} Playwright tests passed ${what} in ${seconds.toFixed(1)} s`,
    ...(flaky > 0 ? [`${flaky} of ${ran.length} tests passed only when tried again`] : []),
    ...(unbegun > 0 ? [`${unbegun} of ${tests.length} tests were not begun: the verdict was known`] : []),
    ...(skipped > 0 ? [`${skipped} of ${tests.length} tests were skipped`] : []),
    ...kept,
  ];
}

/** A row a failing test, with its error; the other tests are counted. */
export function suiteTables({ tests }: SpecResult): readonly Table[] {
  const failed = tests.filter(({ status }) => status === "unexpected" || status === "flaky");
  if (failed.length === 0) return [];
  const rows = failed.map(({ file, title, project, status, error }) => [
    file,
    project === "" ? title : `${title} (${project})`,
    status === "flaky" ? "passed when tried again" : short(error),
  ]);
  return [{ title: "Failing tests", columns: ["suite", "test", "what happened"], rows }];
}

/** The words of an error without the source lines that Playwright prints around them. */
function short(error: string): string {
  const lines = error
    .split("\n")
    .filter((line) => line.trim() !== "" && !/^\s*(>?\s*\d+ \||\||at )/.test(line));
  return lines.slice(0, 8).join("\n").slice(0, 800);
}
