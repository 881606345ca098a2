import { expect, test } from "@jest/globals";
import { renderReport } from "../../../../kit/action/report.ts";
import { annotate } from "../../../../kit/parts/checks/annotate.ts";
import { type TestRow, readReport } from "../../../../kit/parts/checks/playwright-report.ts";
import { suiteTables } from "../../../../kit/parts/checks/say-suite.ts";
import { hostile } from "../../../support/hostile.ts";
import { recordingLog } from "../../../support/recording-log.ts";
import { elements } from "../../../support/rendered.ts";

const place = { file: "/repo/e2e/a.spec.ts", line: 7 };

/** As Playwright writes a test that failed, with its title and error. */
function failing(title: string, message: string, more: object = {}): readonly TestRow[] {
  const results = [{ status: "failed", errors: [{ message, location: { ...place, column: 1 } }] }];
  const tests = [{ status: "unexpected", expectedStatus: "passed", results, ...more }];
  const specs = [{ title, file: "a.spec.ts", line: 3, tests }];
  return (
    readReport(JSON.stringify({ suites: [{ title: "a.spec.ts", file: "a.spec.ts", specs }] }))?.tests ?? []
  );
}

function pageOf(tests: readonly TestRow[]): string {
  const result = { outcome: "failed", reason: "x", tests, seconds: 1, kept: [] } as const;
  return renderReport("Smoke", { verdict: "fail", reason: "x", next: "y", tables: suiteTables(result) });
}

/** What shapes a page: an error may have lines, code and addresses as our own messages do. */
function blocks(page: string): readonly string[] {
  return elements(page).filter((one) => !/^<\/?(?:br|a|code)\b/.test(one));
}

/** Whether half a sign stands alone: an emoji that was cut. */
function halves(text: string): boolean {
  return /[\uD800-\uDFFF]/u.test(text);
}

test("titles and errors are text in a summary, whatever they hold, and no longer than somebody reads", () => {
  const calm = blocks(pageOf(failing("calm", "calm")));
  for (const text of [...hostile, "\u{1F9EA}".repeat(5000), "x".repeat(10_000), "\u001B[31mred\u001B[39m"]) {
    const page = pageOf(failing(text, text));
    expect(blocks(page)).toEqual(calm);
    expect(page.length).toBeLessThan(20_000);
    expect(halves(page)).toBe(halves(text));
    expect(page).not.toContain("\u001B");
  }
});

test("a title with lines in it is one line, which no log takes for a command", () => {
  const [row] = failing("a\n::error::b\r\n  c", "boom");
  expect(row?.title).toBe("a ::error::b c");
});

test("a test that fails in several projects is one annotation at its line, and a row for each", () => {
  const log = recordingLog();
  const tests = ["chromium", "firefox"].flatMap((projectName) => failing("works", "boom", { projectName }));
  annotate(tests, { log, env: { GITHUB_WORKSPACE: "/repo" }, root: "/repo/app" });
  expect(log.lines).toEqual(["error: works (chromium, firefox): boom (e2e/a.spec.ts:7)"]);
  const [table] = suiteTables({ outcome: "failed", reason: "x", tests, seconds: 1, kept: [] });
  expect(table?.rows).toHaveLength(2);
});

test("of hundreds of failing tests ten are annotations and fifty are rows, and the others are counted", () => {
  const log = recordingLog();
  const tests = Array.from({ length: 300 }, (_, index) => failing(`test ${index}`, "boom")).flat();
  annotate(tests, { log, env: {}, root: "/repo" });
  expect(log.lines.filter((line) => line.startsWith("error: "))).toHaveLength(10);
  expect(log.lines.at(-1)).toBe("info: 290 more failing tests are in the summary.");
  const [table] = suiteTables({ outcome: "failed", reason: "x", tests, seconds: 1, kept: [] });
  expect(table?.title).toBe("Failing tests: 300 of 300");
  expect(table?.rows).toHaveLength(51);
  expect(table?.rows.at(-1)).toEqual(["250 more", "", "in the report, in this job's artifact"]);
});
