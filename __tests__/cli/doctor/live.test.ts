import { expect, test } from "@jest/globals";
import type { Check } from "../../../cli/doctor/check.ts";
import { liveLine } from "../../../cli/doctor/live.ts";

/** What a terminal of so many columns is shown while a question is asked and answered. */
function shownOn(columns: number | undefined, what: string): readonly string[] {
  const shown: string[] = [];
  const write = (text: string): boolean => shown.push(text) > 0;
  const stream = { write, isTTY: true, columns } as unknown as Parameters<typeof liveLine>[0];
  const line = liveLine(stream, () => 0);
  const check: Check = { group: "This machine", what, ask: async () => ({ told: [] }) };
  line.begun(check);
  line.ended(check);
  line.end();
  return shown.map((text) => text.replace("\r\u001B[2K", ""));
}

test.each([undefined, 0])("a terminal that says it has %s columns is taken for one of 80", (columns) => {
  const asked = "0 of 1 asked; waiting 0 s for Node.js";
  expect(shownOn(columns, "Node.js")).toEqual([asked, "1 of 1 asked", ""]);
  expect(shownOn(columns, "x".repeat(100))[0]).toHaveLength(79);
});

test("the line is no wider than the terminal", () => {
  expect(shownOn(20, "Node.js")[0]).toBe("0 of 1 asked; waiti");
});
