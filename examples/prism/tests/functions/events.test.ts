import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { logOf, markOf } from "../../supabase/functions/_shared/events.ts";
import { RESULTS_VERSION } from "../../supabase/functions/_shared/version.ts";

const respondent = new Request("http://localhost/fn", { method: "POST" });
const tester = new Request("http://localhost/fn", { method: "POST", headers: { "x-synthetic": "true" } });

const printed: string[] = [];
const { log } = console;

beforeEach(() => {
  printed.length = 0;
  console.log = (line: string) => void printed.push(line);
});

afterEach(() => {
  console.log = log;
});

test("an event is one line of JSON with the version", () => {
  logOf(respondent)({ event: "scoring.completed", session_id: "s", attempt_no: 1 });
  expect(printed.map((line) => JSON.parse(line))).toEqual([
    { event: "scoring.completed", session_id: "s", attempt_no: 1, RESULTS_VERSION },
  ]);
});

test("what a test caused says so, also in the functions that are called for it", () => {
  logOf(tester)({ event: "scoring.completed", session_id: "s" });
  expect(JSON.parse(printed[0] ?? "")).toMatchObject({ synthetic: true });
  expect(markOf(tester)).toEqual({ "x-synthetic": "true" });
  expect(markOf(respondent)).toEqual({});
});
