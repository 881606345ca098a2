import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { parseInline } from "../../../rehearsal/report/inline.ts";
import { parseMarkdown } from "../../../rehearsal/report/markdown.ts";

test("lists, numbered lists and lines that go on", () => {
  expect(parseMarkdown("- one\n  more\n* two\n1. first\n2) second\n\ntext\nand text")).toEqual([
    { kind: "list", ordered: false, items: ["one\nmore", "two"] },
    { kind: "list", ordered: true, items: ["first", "second"] },
    { kind: "paragraph", text: "text\nand text" },
  ]);
});

test("a fence holds whatever is in it, to a fence that is as long, or to the end", () => {
  expect(parseMarkdown("````\n```\n# no\n</details>\n````\n```\nopen")).toEqual([
    { kind: "fence", text: "```\n# no\n</details>" },
    { kind: "fence", text: "open" },
  ]);
});

test("a table needs its rule; rows get as many cells as there are columns", () => {
  expect(parseMarkdown("| a | b |\n| --- | :-: |\n| 1 \\| 2 |\n| 3 | 4 | 5 |\nend")).toEqual([
    {
      kind: "table",
      columns: ["a", "b"],
      rows: [
        ["1 | 2", ""],
        ["3", "4"],
      ],
    },
    { kind: "paragraph", text: "end" },
  ]);
  expect(parseMarkdown("| a |")).toEqual([{ kind: "paragraph", text: "| a |" }]);
});

test("details nest, but not without end", () => {
  const deep = `${"<details><summary>s</summary>\n".repeat(20_000)}text`;
  expect(() => parseMarkdown(deep)).not.toThrow();
  expect(parseMarkdown("<details><summary>s</summary>\n\ninner\n\n</details>\nouter")).toEqual([
    { kind: "details", summary: "s", blocks: [{ kind: "paragraph", text: "inner" }] },
    { kind: "paragraph", text: "outer" },
  ]);
});

test("bold, code and breaks; entities are resolved once", () => {
  expect(parseInline("**a * b** `x&lt;y` z<br>&amp;lt;")).toEqual([
    { kind: "bold", text: "a * b" },
    { kind: "text", text: " " },
    { kind: "code", text: "x<y" },
    { kind: "text", text: " z" },
    { kind: "break", text: "\n" },
    { kind: "text", text: "&lt;" },
  ]);
});

test("of a link its words are kept; a diagram is known as one", () => {
  expect(parseInline("see [the *log* &#38; more](https://example.com/x?q=%28a%29) now")).toEqual([
    { kind: "text", text: "see the *log* & more now" },
  ]);
  expect(parseInline("[x](javascript:alert(1))")).toEqual([
    { kind: "text", text: "[x](javascript:alert(1))" },
  ]);
  expect(parseMarkdown("```mermaid\nxychart-beta\n```")).toEqual([
    { kind: "fence", text: "xychart-beta", diagram: true },
  ]);
});

test("an address stands in its sentence without the signs that bound it, in bold as well", () => {
  expect(parseInline("at (<https://a.example/x?y=1&amp;z>). **no <https://b.example> &#42; `c`**")).toEqual([
    { kind: "text", text: "at (https://a.example/x?y=1&z). " },
    { kind: "bold", text: "no https://b.example * c" },
  ]);
});

test("marks without an end stay text", () => {
  expect(parseInline("**open `open")).toEqual([{ kind: "text", text: "**open `open" }]);
});

test("any text can be read, and a megabyte of marks is read at once", () => {
  fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => void parseMarkdown(text)));
  const began = Date.now();
  for (const mark of [
    "**a",
    "`",
    "| -",
    "* ",
    "#",
    "&lt;",
    "<details>\n",
    "|\n|-|\n",
    "# a\n",
    "- a\n\n",
    "-|",
    "**a*",
    "<https://a",
  ]) {
    const text = mark.repeat(1_000_000 / mark.length);
    parseMarkdown(text);
    parseInline(text);
  }
  expect(Date.now() - began).toBeLessThan(10_000);
});
