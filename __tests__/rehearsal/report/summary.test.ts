import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { renderReport } from "../../../kit/action/report.ts";
import type { VerdictWord } from "../../../kit/release/verdict.ts";
import { plainInline } from "../../../rehearsal/report/inline.ts";
import { type Block, parseMarkdown } from "../../../rehearsal/report/markdown.ts";
import { mainHead, readSummary } from "../../../rehearsal/report/summary.ts";

const verdicts: readonly VerdictWord[] = ["pass", "fail", "inconclusive", "error"];
// One line without the marks of inline Markdown; what those do has its own tests.
const line = fc.stringMatching(/^[A-Za-z<&>"'|0-9](?:[A-Za-z<&>"'| 0-9]*[A-Za-z<&>"'|0-9])?$/);

test("what an action reports is read back: head, evidence, tables, folded texts", () => {
  const table = fc.record({
    title: line,
    columns: fc.array(line, { minLength: 1, maxLength: 3 }),
    cell: line,
  });
  const folded = fc.record({ title: line, text: fc.string() });
  const words = fc.record({ reason: line, next: line, item: line, verdict: fc.constantFrom(...verdicts) });
  fc.assert(
    fc.property(words, table, folded, ({ reason, next, item, verdict }, { title, columns, cell }, fold) => {
      const rows = [columns.map(() => cell)];
      const markdown = renderReport("Smoke", {
        verdict,
        reason,
        next,
        evidence: [item],
        tables: [{ title, columns, rows }],
        folded: [fold],
      });
      const { heads, rest } = readSummary(markdown);
      expect(heads).toMatchObject([{ title: "Smoke", verdict, reason, next }]);
      expect(rest.map(plain)).toEqual([
        { kind: "list", ordered: false, items: [item] },
        { kind: "heading", level: 3, text: title },
        { kind: "table", columns, rows },
        {
          kind: "details",
          summary: fold.title,
          blocks: [{ kind: "fence", text: fold.text.replace(/\r\n?/g, "\n") }],
        },
      ]);
    }),
  );
});

test("evidence that is told already is left out, other lists stay", () => {
  const markdown = renderReport("Plan", {
    verdict: "pass",
    reason: "Fine.",
    next: "Nothing to do.",
    evidence: ["1 of 1 <files>", "2 of 2 gates"],
  });
  expect(readSummary(markdown, ["1 of 1 <files>"]).rest).toEqual([
    { kind: "list", ordered: false, items: ["2 of 2 gates"] },
  ]);
  expect(readSummary(markdown, ["1 of 1 <files>", "2 of 2 gates"]).rest).toEqual([]);
});

test("of several heads, the last that does not pass tells most, and all of them stay in the text", () => {
  const head = (title: string, verdict: string): string =>
    `## ${title}: ${verdict}\n\n**Why ${title}.**\n\nNext: ${title}.\n`;
  const summary = readSummary([head("A", "pass"), head("B", "fail"), head("C", "pass")].join("\n"));
  expect(mainHead(summary, "a")?.title).toBe("B");
  expect(summary.rest).toHaveLength(9);
  expect(mainHead(readSummary(head("A", "pass")), "other")?.title).toBe("A");
  const passing = readSummary([head("A", "pass"), head("Deploy web", "pass"), head("C", "pass")].join("\n"));
  expect(mainHead(passing, "deploy-web")?.title).toBe("Deploy web");
});

test("a summary of another form has no head and is kept whole", () => {
  for (const text of [
    "",
    "hello",
    "## A: pass\n\nnot bold\n\nNext: x",
    "### A: pass\n\n**b**\n\nNext: x",
    "## A: great\n\n**b**\n\nNext: x",
  ]) {
    expect(readSummary(text)).toEqual({ heads: [], rest: parseMarkdown(text) });
  }
});

function plain(block: Block): unknown {
  switch (block.kind) {
    case "heading":
    case "paragraph":
      return { ...block, text: plainInline(block.text) };
    case "list":
      return { ...block, items: block.items.map(plainInline) };
    case "table":
      return {
        ...block,
        columns: block.columns.map(plainInline),
        rows: block.rows.map((row) => row.map(plainInline)),
      };
    case "details":
      return { ...block, summary: plainInline(block.summary), blocks: block.blocks.map(plain) };
    default:
      return block;
  }
}
