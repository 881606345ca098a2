import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { LineCounter, isScalar, parse, parseDocument, stringify, visit } from "yaml";
import { oneLineScalars } from "../../../rehearsal/player/read/one-line.ts";

/** The line and column where each scalar begins, in order. */
function places(text: string): readonly string[] {
  const lines = new LineCounter();
  const found: string[] = [];
  visit(parseDocument(text, { lineCounter: lines }), {
    Scalar(_, node) {
      const { line, col } = lines.linePos(node.range?.[0] ?? 0);
      found.push(`${line}:${col}`);
    },
  });
  return found;
}

const text = fc.stringMatching(/^[a-z$ {}'"#:&|>\n\\-]{0,30}$/);
const value = fc.letrec((tie) => ({
  node: fc.oneof(
    { maxDepth: 3 },
    text,
    fc.array(tie("node"), { maxLength: 3 }),
    fc.dictionary(fc.stringMatching(/^[a-z]{1,4}$/), tie("node"), { maxKeys: 3 }),
  ),
})).node;

test("the values stay the same, and so do the places of all that is around them", () => {
  const style = fc.constantFrom(
    "PLAIN",
    "QUOTE_DOUBLE",
    "QUOTE_SINGLE",
    "BLOCK_FOLDED",
    "BLOCK_LITERAL" as const,
  );
  fc.assert(
    fc.property(value, style, fc.boolean(), (written, type, flow) => {
      const source = stringify(written, {
        defaultStringType: type as "PLAIN",
        lineWidth: 20,
        collectionStyle: flow ? "flow" : "any",
      });
      fc.pre(parseDocument(source).errors.length === 0); // the printer's own slips
      const changed = oneLineScalars(source);
      expect(parse(changed)).toEqual(parse(source));
      expect(places(changed)).toEqual(places(source));
      visit(parseDocument(changed), {
        Scalar(_, node) {
          if (!isScalar(node) || !node.range) return;
          expect(changed.slice(node.range[0], node.range[1])).not.toContain("\n");
        },
      });
    }),
    { numRuns: 500 },
  );
});

test("a folded condition becomes one line, and what follows keeps its line", () => {
  const source = "if: >- # why\n  ${{ always()\n      && x }}\nnext: 1\n";
  const changed = oneLineScalars(source);
  expect(changed.split("\n")[0]).toBe('if: "${{ always()\\n    && x }}"');
  expect(changed.split("\n")[3]).toBe("next: 1");
});

test("what is no YAML stays as it is, for the library to complain about", () => {
  expect(oneLineScalars("a: [\n  b: |\n")).toBe("a: [\n  b: |\n");
});
