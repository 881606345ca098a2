import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { judgeSuite, verdictOf } from "../../../../kit/parts/checks/judge-suite.ts";
import { type TestRow, readReport } from "../../../../kit/parts/checks/playwright-report.ts";

const row = (changes: Partial<TestRow>): TestRow => ({
  file: "a.spec.ts",
  title: "works",
  project: "",
  status: "expected",
  tags: [],
  error: "",
  place: undefined,
  noBrowser: false,
  attachments: [],
  ...changes,
});

const rows = fc.array(
  fc.record({
    status: fc.constantFrom("expected", "unexpected", "flaky", "skipped", "unbegun"),
    noBrowser: fc.boolean(),
    title: fc.string(),
  }),
);
const errors = fc.array(fc.constantFrom("Error: No tests found.", "SyntaxError: x", "boom"));

test("only a test that ran and failed for its own reasons may undo a release", () => {
  fc.assert(
    fc.property(rows, errors, (some, others) => {
      const tests = some.map(row);
      const failed = tests.some(({ status, noBrowser }) => status === "unexpected" && !noBrowser);
      const { outcome } = judgeSuite({ tests, errors: others }, []);
      expect(verdictOf(outcome) === "fail").toBe(failed);
    }),
  );
});

test("nothing passes in which nothing ran", () => {
  fc.assert(
    fc.property(errors, fc.constantFrom<TestRow["status"]>("skipped", "unbegun"), (others, status) => {
      for (const tests of [[], [row({ status })]])
        expect(verdictOf(judgeSuite({ tests, errors: others }, []).outcome)).toBe("error");
    }),
  );
});

test("every filter must find its file, as Playwright would", () => {
  const tests = [row({ file: "e2e/results.token-guard.spec.ts" })];
  const judge = (filter: string): string => judgeSuite({ tests, errors: [] }, [filter]).outcome;
  for (const filter of ["results.token-guard.spec", "token-guard.spec.ts:12", "guard.*", ".", "RESULTS"])
    expect([filter, judge(filter)]).toEqual([filter, "passed"]);
  for (const filter of ["finalize", "(", "guard.spec.js"])
    expect([filter, judge(filter)]).toEqual([filter, "no-tests"]);
});

test("what is no report is none, and any JSON is read without an error", () => {
  expect(readReport("")).toBeUndefined();
  expect(readReport("{ cut")).toBeUndefined();
  fc.assert(fc.property(fc.json(), (text) => void readReport(text)));
});
