import { expect, test } from "@jest/globals";
import { code, fenced, folded, plain, prose, table } from "../../../kit/action/markdown.ts";
import { readable, rendered } from "../../support/rendered.ts";

test("a person reads what was written", () => {
  for (const text of [
    "snake_case *and* `ticks`",
    "a < b && c > d",
    "1. first",
    "# no heading",
    "## no heading either",
    "###### x",
    "##",
    "---",
    "- - -",
    "+++ b/file",
    "===",
    "$x$ ~~y~~",
  ]) {
    expect(readable(`- ${plain(text)}`).trim()).toBe(text);
    expect(readable(`- ${code(text)}`).trim()).toBe(text);
  }
});

test("nobody is mentioned and nothing is linked, as GitHub does with what it finds in prose", () => {
  expect(plain("@ada closes #12")).toBe("@\u200bada closes #\u200b12");
  expect(rendered(plain("see https://evil.example and www.evil.example or eve@evil.example"))).not.toContain(
    "<a",
  );
});

test("SQL that ends fences and blocks stays inside of its own", () => {
  const sql = "select 1;\n```\n</details>\n````\n<img src=x>";
  const html = rendered(folded("SQL of x", fenced(sql, "sql")));
  expect(html).toMatch(/^<details><summary>SQL of x<\/summary>\s*<pre><code class="language-sql">/);
  expect(html).toMatch(/<\/code><\/pre>\s*<\/details>$/);
  expect(html).not.toContain("<img");
});

test("letters that hide, or turn a line around, are spelt out", () => {
  expect(plain("safe\u202etxt.exe")).toBe("safe\\u{202e}txt.exe".replace("\\", "&#92;"));
  expect(fenced("a\u2066b\u0000c", "sql")).toContain("a\\u{2066}b\\u{0}c");
});

test("a pipe in a name makes no cell", () => {
  const html = rendered(table(["a", "b"], [[code("x|y"), plain("p|q")]]));
  expect(html.match(/<td/g)).toHaveLength(2);
  expect(html).toContain("x|y");
  const many = rendered(table(["a", "b"], [[code("\\\\| --- |`x"), plain("\\\\| --- |`x")]]));
  expect(many.match(/<t[dh] /g)).toHaveLength(4);
  expect(many.match(/\\\\\| --- \|`x/g)).toHaveLength(2);
});

test("a message of ours keeps its code and its addresses, and nothing from outside in it is markup", () => {
  const text = prose(
    "Pass `github-token` to ![x](http://e.example) <b>@ada</b> *now* (https://a.example/errors.md#pr101).",
  );
  expect(rendered(text)).toMatch(/<code>github-token<\/code>/);
  expect(rendered(text)).toContain('<a href="https://a.example/errors.md#pr101">');
  expect(rendered(text)).not.toMatch(/<img|<b>|<em>/);
  expect(text).toContain("@\u200bada");
});

test("an address ends where it ends: it takes no tick of the code behind it, nor the sentence's own signs", () => {
  const html = rendered(
    prose("see (https://a.example/x.png)`**<b>** `and https://a.example/_y_, https://~~z~~."),
  );
  expect(html).toContain(
    '<a href="https://a.example/x.png">https://a.example/x.png</a>)<code>**&lt;b&gt;** </code>',
  );
  expect(html).toContain('<a href="https://a.example/_y_">https://a.example/_y_</a>,');
  expect(html).not.toMatch(/<b>|<em>|<del>/);
});

test("no line of a message becomes a heading or underlines one, however far it is indented; our own lists stay lists", () => {
  for (const line of ["# h", "### h", "  ## h", "---", "  ===", "--", "#"])
    expect(rendered(prose(`a sentence\n${line}\nand more`))).not.toMatch(/<h\d|<hr/);
  expect(rendered(prose("2 things:\n  - one\n  - two"))).toMatch(/<li>one<\/li>/);
});
