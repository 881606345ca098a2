import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { stringify } from "yaml";
import { evaluate, holds } from "../../../rehearsal/player/expressions/evaluate.ts";
import { fillText } from "../../../rehearsal/player/expressions/fill.ts";
import { asksForStatus, referencesIn } from "../../../rehearsal/player/expressions/walk.ts";
import { playText, stage } from "./stage.ts";

const contexts = {
  needs: {
    a: { result: "success", outputs: { x: "1", constructor: "kept" } },
    constructor: { result: "failure", outputs: {} },
  },
  inputs: { on: true, count: 3 },
  github: { event: { list: [1, "two", null] } },
};

test.each([
  ["needs.a.outputs.x", "1"],
  ["needs['A'].RESULT", "success"],
  ["needs.none.outputs.x", null],
  ["needs.none.outputs.x == ''", true],
  ["needs.*.result", ["success", "failure"]],
  ["contains(needs.*.result, 'failure')", true],
  ["join(github.event.list, '-')", "1-two-"],
  ["inputs.on && inputs.count > 2", true],
  ["inputs.count == '3'", true],
  ["fromJSON('{\"k\": [1]}').k[0]", 1],
  ["format('{0} {{x}} {1}', 'a', inputs.count)", "a {x} 3"],
  ["'it''s ''so'''", "it's 'so'"],
  ["toJSON(inputs)", '{\n  "on": true,\n  "count": 3\n}'],
  ["case(inputs.count == 3, 'three', 'else')", "three"],
])("%s", (expression, value) => {
  expect(evaluate(expression, { contexts })).toEqual(value);
});

test("a job or an output may be called constructor", () => {
  expect(evaluate("needs.constructor.result", { contexts })).toBe("failure");
  expect(evaluate("needs.a.outputs.constructor", { contexts })).toBe("kept");
  expect(evaluate("needs.a.outputs.toString", { contexts })).toBeNull();
});

test("the status functions answer what they are told, and stand nowhere else", () => {
  const status = { success: false, failure: true, cancelled: false };
  expect(holds("always() && failure() && !success() && !cancelled()", { contexts, status })).toBe(true);
  expect(() => holds("success()", { contexts })).toThrow('success() can only be used in an "if"');
  expect(() => evaluate("hashFiles('x')", { contexts })).toThrow("nothing is checked out here");
});

test("paths and status functions are found wherever they stand", () => {
  expect(referencesIn("a(needs.x.result)".replace("a(", "toJSON("))).toEqual([["needs", "x", "result"]]);
  expect(referencesIn("!(needs['X'].outputs[github.sha] == steps.*.outcome)")).toEqual([
    ["needs", "x", "outputs"],
    ["github", "sha"],
    ["steps"],
  ]);
  expect(asksForStatus("contains('x', ALWAYS())")).toBe(true);
  expect(asksForStatus("'always()' == needs.success.result")).toBe(false);
});

test("text around an expression arrives as it was written, quotes, braces, line breaks and all", async () => {
  const on = stage({});
  const piece = fc.stringMatching(/^[a-z'"{} $\\\n]{0,12}$/).filter((text) => !text.includes("${{"));
  await fc.assert(
    fc.asyncProperty(piece, piece, async (before, after) => {
      const text = `x${before}\${{ github.sha }}${after}x`;
      fc.pre(!`${before}${after}`.includes("{{") && !before.endsWith("$"));
      const job = { "runs-on": "u", steps: [{ run: text }] };
      const workflow = await on.load(stringify({ on: "push", jobs: { a: job } }));
      const found = workflow.jobs.get("a");
      const does = found?.kind === "steps" ? found.steps[0]?.does : undefined;
      const script = does?.kind === "run" ? does.script : undefined;
      expect(fillText(script, { contexts: { github: { sha: "S" } } })).toBe(`x${before}S${after}x`);
    }),
    { numRuns: 60 },
  );
});

const job = (id: string, more: string, run = "exit 0"): string =>
  `  ${id}:\n    runs-on: u\n${more.replace(/^(?=.)/gm, "    ")}\n    steps: [{ run: '${run}' }]\n`;

test("a condition of several lines is its YAML value, with and without ${{ }}", async () => {
  const folded = "needs: a\nif: >-\n  ${{ always()\n      && needs.a.result == 'failure' }}";
  const bare = "needs: a\nif: >\n  always()\n  && needs.a.result == 'failure'\n";
  const played = await playText(
    stage({}),
    `on: push\njobs:\n${job("a", "")}${job("b", folded)}${job("c", bare)}`,
  );
  expect(played.results).toEqual({ a: "success", b: "skipped", c: "skipped" });
});
