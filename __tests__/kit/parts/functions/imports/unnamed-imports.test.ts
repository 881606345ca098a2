import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { scanImports } from "../../../../../kit/parts/functions/imports/scan-imports.ts";
import { unnamedImports } from "../../../../../kit/parts/functions/imports/unnamed-imports.ts";

const told = (source: string): unknown[] =>
  unnamedImports(source).map((one) =>
    one.kind === "import" ? [one.line, one.starts] : [one.line, one.names],
  );

test.each([
  [`await import(name);`, [[1, undefined]]],
  ["// one\n\nawait import(`./a/${name}.ts`);", [[3, "./a/"]]],
  [
    `import("./a/" + name + ".ts"); import("./b" + ".ts")`,
    [
      [1, "./a/"],
      [1, "./b"],
    ],
  ],
  ["import(`${folder}/a.ts`)", [[1, undefined]]],
  ["import(`./\\u0061/${name}`)", [[1, undefined]]],
  [
    `import(cond ? "./a.ts" : "./b.ts"); import(("./a.ts")); import("./a.ts" as string)`,
    [
      [1, undefined],
      [1, undefined],
      [1, undefined],
    ],
  ],
  [
    `import.defer(name); import(/* which */ name, { with: { type: "json" } })`,
    [
      [1, undefined],
      [1, undefined],
    ],
  ],
  [
    `cond ? import(a) : import(b)`,
    [
      [1, undefined],
      [1, undefined],
    ],
  ],
  [`{ await import(a) }`, [[1, undefined]]],
  [`const text = \`\${await import(name)}\`;`, [[1, undefined]]],
  [
    `new URL("./a.bin", import.meta.url); new URL("a/b.txt", import.meta.url)`,
    [
      [1, "./a.bin"],
      [1, "a/b.txt"],
    ],
  ],
  [`import.meta.resolve("./a.ts")`, [[1, "./a.ts"]]],
])("what is named by no import: %s", (source, expected) => {
  expect(told(source)).toEqual(expected);
});

test.each([
  `import a from "./a.ts"; import("./a.ts"); import(\`./a.ts\`); import("./a.ts", options)`,
  'import(`npm:${name}`); import(`https://x.test/${name}.ts`); import("jsr:" + name)',
  `// import(name)\n"import(name)"; /import(name)/`,
  `class A { async import(file: File): Promise<void> {} import(file) { return 1; } }`,
  `interface A { import(file: File): void; } const b = { import(file) {} };`,
  `a.import(name); a?.import(name); import()`,
  `new URL("https://x.test", import.meta.url); new URL(name, import.meta.url); new URL("./a", base); import.meta.url`,
  `import.meta.resolve("npm:a"); import.meta.resolve(name); URL("./a", import.meta.url)`,
])("nothing is told of %s", (source) => {
  expect(told(source)).toEqual([]);
});

const line = fc.constantFrom(
  `import "./a.ts";`,
  `const b = await import("./b.ts");`,
  `const c = "import(name)";`,
  "const d = `import(${1})`;",
  `/* import(name)`.concat(" */"),
  `class E { import(name: string): void {} }`,
);
const unnamed = fc.constantFrom("await import(name);", "import(`./x/${name}.ts`);", `import("./y/" + name);`);

test("every one is found on its line, whatever stands between, and none that is named", () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(line, unnamed), { maxLength: 20 }), (lines) => {
      const isUnnamed = (text: string): boolean => /^(await )?import\([^)]*name/.test(text);
      const expected = lines.flatMap((text, at) => (isUnnamed(text) ? [at + 1] : []));
      const source = lines.join("\n");
      expect(unnamedImports(source).map((one) => one.line)).toEqual(expected);
      expect(scanImports(source)).toHaveLength(lines.filter((text) => /"\.\/[ab]\.ts"/.test(text)).length);
    }),
  );
});

test("any text at all is read without throwing", () => {
  const odd = fc.array(
    fc.constantFrom("import", "(", ")", "`", "${", "}", "+", ".", "meta", "new URL", '"./a"', "\n", "defer"),
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        odd.map((parts) => parts.join(" ")),
      ),
      (text) => Array.isArray(unnamedImports(`import ${text}`)),
    ),
  );
});
