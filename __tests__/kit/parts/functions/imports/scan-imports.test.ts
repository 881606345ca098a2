import { readFileSync, readdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { scanImports } from "../../../../../kit/parts/functions/imports/scan-imports.ts";

const specifiers = (source: string): string[] => scanImports(source).map(({ specifier }) => specifier);

test.each([
  [`import a from "./a.ts";`, ["./a.ts"]],
  [`import "./a.ts"`, ["./a.ts"]],
  [`import a, { b as c, type D } from './a.ts'`, ["./a.ts"]],
  [`import * as a from "./a.ts" with { type: "json" };`, ["./a.ts"]],
  [`import type { A } from "./a.ts"`, ["./a.ts"]],
  [`import {\n  a, // one\n  b, /* two } from "./no.ts" */\n} from\n "./a.ts"`, ["./a.ts"]],
  [`import { "odd name" as a } from "./a.ts"`, ["./a.ts"]],
  [`import from from "./a.ts"; import type from "./b.ts"`, ["./a.ts", "./b.ts"]],
  [
    `export * from "./a.ts"; export * as b from "./b.ts"; export { c } from "./c.ts"`,
    ["./a.ts", "./b.ts", "./c.ts"],
  ],
  [`export type { A } from "./a.ts"; export type * from "./b.ts"`, ["./a.ts", "./b.ts"]],
  [
    `const m = await import("./a.ts"); import(\`./b.ts\`); import("./c.json", { with: { type: "json" } })`,
    ["./a.ts", "./b.ts", "./c.json"],
  ],
  [`const t = \`\${await import("./a.ts")} and import("./no.ts")\``, ["./a.ts"]],
  [`const t = \`\${\`\${ { a: import("./a.ts") } }\`}\`; import "./b.ts"`, ["./a.ts", "./b.ts"]],
  [
    `import(/* now */ "./a.ts"); import.defer("./b.ts"); import defer * as c from "./c.ts"`,
    ["./a.ts", "./b.ts", "./c.ts"],
  ],
  [`import a = require("./a.cjs"); const b = require("./b.cjs");`, ["./a.cjs", "./b.cjs"]],
])("%s", (source, expected) => {
  expect(specifiers(source)).toEqual(expected);
});

test.each([
  `// import "./no.ts"`,
  `/* import a from "./no.ts" */`,
  `const a = 'import "./no.ts"';`,
  'const a = `import b from "./no.ts"`;',
  `const a = /import "\\/no.ts"/g;`,
  `const a = /[/]import "no.ts"/;`,
  `export const a = 1; const b = { from: "./no.ts" };`,
  `export { a }; from("./no.ts")`,
  `export default function f() { return "./no.ts"; }`,
  `import.meta.resolve("./no.ts")`,
  `object.import("./no.ts"); a?.import("./no.ts")`,
  `const a = { import: "./no.ts", export: "./no.ts" };`,
  `import(name + "./no.ts"); import(\`./\${no}.ts\`)`,
  `import a = require; import b = c.d;`,
  `require(name); module.require("./no.ts"); require.resolve("./no.ts")`,
  `import.meta.defer("./no.ts"); import("./no" + ".ts"); import(("./no.ts"))`,
])("nothing is imported by %s", (source) => {
  expect(specifiers(source)).toEqual([]);
});

test("a quote inside a regular expression, a division and JSX do not hide what follows", () => {
  const source = [
    `const quote = /['"\`]/;`,
    `const half = (a + b) / 2; const third = list[0] / 3;`,
    `const view = <p>Don't <b>stop</b> at https://example.com</p>;`,
    `if (x) { y } /'/.test(z);`,
    `import { a } from "./a.ts";`,
  ].join("\n");
  expect(specifiers(source)).toEqual(["./a.ts"]);
});

test("a type that is taken from a module does not demand it, a promise of one does", () => {
  const source = `type A = import("./a.ts").B; let c: typeof import("./c.ts"); import("./d.ts").then(e); import f = require("./f.cjs"); require("./g.cjs");`;
  expect(scanImports(source).map(({ specifier, optional }) => [specifier, optional])).toEqual([
    ["./a.ts", true],
    ["./c.ts", true],
    ["./d.ts", false],
    ["./f.cjs", false],
    ["./g.cjs", true],
  ]);
});

test("what gives types only is told apart", () => {
  const source = `import type { A } from "./a.ts"; import { type B } from "./b.ts"; export type { C } from "./c.ts"; import type from "./d.ts"; import type, { e } from "./e.ts"`;
  expect(scanImports(source).filter(({ optional }) => optional)).toEqual([
    { specifier: "./a.ts", optional: true },
    { specifier: "./c.ts", optional: true },
  ]);
});

const path = fc.stringMatching(/^\.\.?\/[a-zA-Z0-9_@ -]{1,12}(\/[a-zA-Z0-9_.-]{1,8}){0,2}\.ts$/);
const name = fc.stringMatching(/^[a-z][a-zA-Z]{0,8}$/).map((word) => `${word}_`);
const statement = fc.record({ path, name, form: fc.nat(7), quote: fc.constantFrom('"', "'") }).map(write);
const noise = fc.constantFrom(
  "",
  `// import "./comment.ts"`,
  `/* it's "open */`,
  "const a = 'import';",
  "const b = /[\"'`/]\\//gi;",
  "const c = `text ${`inner ${1 / 2} }`} import`;",
  "function f(from: string) { return { from, import: 1 } }",
  "const d = 4 / 2 / 1; let e = f(1) / 2;",
  "export const g = <T,>(a: T) => a;",
  "export interface H { type: 'x'; from?: string }",
);

interface Statement {
  readonly path: string;
  readonly name: string;
  readonly form: number;
  readonly quote: string;
}

function write({ path: to, name: word, form, quote }: Statement): { text: string; path: string } {
  const text = `${quote}${to}${quote}`;
  const forms = [
    `import ${text};`,
    `import ${word} from ${text};`,
    `import { a as ${word},\n type B } from ${text}`,
    `import type * as ${word} from ${text}`,
    `export * from ${text};`,
    `export {\n ${word} as default } from ${text};`,
    `const ${word} = await import(${text});`,
    `const ${word} = \`\${await import(${text})}\`;`,
  ];
  return { text: forms[form] ?? "", path: to };
}

test("every import that is written is found, in order, whatever stands between", () => {
  const program = fc.array(fc.tuple(noise, statement), { maxLength: 12 });
  fc.assert(
    fc.property(program, (lines) => {
      const source = lines.map(([between, { text }]) => `${between}\n${text}\n`).join("");
      expect(specifiers(source)).toEqual(lines.map(([, { path: to }]) => to));
    }),
    { numRuns: 500 },
  );
});

test("any text at all is scanned without throwing", () => {
  const odd = fc.array(
    fc.constantFrom(
      "import",
      "export",
      "from",
      "`",
      "${",
      "}",
      "{",
      "/",
      "'",
      '"',
      "\\",
      "\n",
      "(",
      "*",
      " ",
      "type",
      "\\u{110000000}",
    ),
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: "binary" }),
        odd.map((parts) => parts.join("")),
      ),
      (source) => {
        expect(Array.isArray(scanImports(source))).toBe(true);
      },
    ),
    { numRuns: 2000 },
  );
});

test("in the sample's functions it finds what a plain reading of the lines finds", () => {
  const root = resolve(import.meta.dirname, "../../../../../examples/prism/supabase/functions");
  const files = readdirSync(root, { recursive: true, encoding: "utf8" }).filter((file) =>
    file.endsWith(".ts"),
  );
  for (const file of files.filter((one) => one !== "deno.d.ts")) {
    const text = readFileSync(join(root, file), "utf8");
    const lines = [...text.matchAll(/^(?:import|export)\b[^;]*?from "([^"]+)"/gm)].map(([, to]) => to);
    expect(specifiers(text)).toEqual(lines);
  }
});
