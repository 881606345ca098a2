import type { Table } from "../../action/report.ts";
import type { TestRow } from "./playwright-report.ts";
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

/** More rows than these nobody reads, and a summary has an end. */
const mostRows = 50;

/** A row a failing test, with its error, what failed before what wavered; the other tests are counted. */
export function suiteTables({ tests }: SpecResult): readonly Table[] {
  const of = (wanted: TestRow["status"]): readonly TestRow[] =>
    tests.filter(({ status }) => status === wanted);
  const failed = [...of("unexpected"), ...of("flaky")];
  if (failed.length === 0) return [];
  const rows = failed
    .slice(0, mostRows)
    .map(({ file, title, project, status, error }) => [
      file,
      project === "" ? title : `${title} (${project})`,
      status === "flaky" ? "passed when tried again" : short(error),
    ]);
  const others = failed.length - rows.length;
  const more = others > 0 ? [[`${others} more`, "", "in the report, in this job's artifact"]] : [];
  const columns = ["suite", "test", "what happened"];
  return [{ title: `Failing tests: ${failed.length} of ${tests.length}`, columns, rows: [...rows, ...more] }];
}

/** The words of an error without the source lines that Playwright prints around them. */
function short(error: string): string {
  const lines = error
    .split("\n")
    .filter((line) => line.trim() !== "" && !/^\s*(>?\s*\d+ \||\||at )/.test(line));
  // Cut between signs: half an emoji is none.
  return Array.from(lines.slice(0, 8).join("\n")).slice(0, 800).join("");
}
