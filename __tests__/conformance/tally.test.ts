import { expect, test } from "@jest/globals";
import { tally } from "../../scripts/tally.ts";

test("where all agree the line says so, and there is nothing to tell", async () => {
  const came = await tally(2, async (count) => ["one", "two"].forEach((name) => count(name)));
  expect(came).toEqual({ line: "2 scenarios, 2 agree", problem: undefined });
});

test("a scenario that disagrees is told in one line, and the count stays the last word", async () => {
  const came = await tally(3, async (count) => {
    count("one");
    count("two", "functions list shows:\n  +  a\n  -  b");
    count("three", "something else");
  });
  expect(came).toEqual({
    line: "3 scenarios, 1 agree",
    problem: "two: functions list shows: + a - b; and 1 more",
  });
});

test("what breaks on the way is told with its place, and what was not played agrees with nobody", async () => {
  const { line, problem } = await tally(3, async (count) => {
    count("one");
    throw new TypeError("no stand-in\n  came up");
  });
  expect(line).toBe("3 scenarios, 1 agree");
  expect(problem).toMatch(/^TypeError: no stand-in came up at .*tally\.test\.ts/);
});

test("scenarios that were left out, or none at all, are no agreement", async () => {
  expect((await tally(2, async (count) => count("one"))).problem).toBe("not all were played");
  expect((await tally(0, async () => undefined)).problem).toBe("not all were played");
});
