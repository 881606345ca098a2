import { expect, test } from "@jest/globals";
import { renderReport } from "../../../kit/action/report.ts";

test("verdict, reason and next step are the first three lines", () => {
  const text = renderReport("Migrate", {
    verdict: "pass",
    reason: "5 of 5 applied.",
    next: "Nothing to do.",
  });
  expect(text.split("\n").filter((line) => line !== "")).toEqual([
    "## Migrate: pass",
    "**5 of 5 applied.**",
    "Next: Nothing to do.",
  ]);
});

test("names that come from outside never become markup", () => {
  const text = renderReport("Plan", {
    verdict: "pass",
    reason: "<script>",
    next: "-",
    tables: [{ title: "files", columns: ["name"], rows: [["a|b<img src=x>\nc"]] }],
    folded: [{ title: "sql", text: "```\nselect 1\n```" }],
  });
  expect(text).not.toContain("<script>");
  expect(text).toContain("| name |\n| :--- |\n| a&#124;b&#60;img src=x&#62;<br>c |");
  expect(text).toContain("````\n```\nselect 1\n```\n````");
});

test("a summary over GitHub's limit is cut and says so", () => {
  const text = renderReport("Plan", {
    verdict: "pass",
    reason: "r",
    next: "n",
    folded: [{ title: "t", text: "x".repeat(2e6) }],
  });
  expect(Buffer.byteLength(text)).toBeLessThan(1_048_576);
  expect(text).toContain("The rest was cut");
});
