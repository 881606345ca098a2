import { expect, test } from "@jest/globals";
import { sayBeyond } from "../../../../../kit/parts/functions/imports/beyond-imports.ts";
import { sourcesAt } from "../../../../../kit/parts/functions/declared/sources-at.ts";
import { inspect, paths } from "../../../../support/checkout.ts";

const toldOf = ({ slug, beyond }: Awaited<ReturnType<typeof inspect>>): readonly string[] =>
  sayBeyond([{ slug, beyond }]);

const plugins = {
  "supabase/functions/f/index.ts": "import './a.ts';\nawait import(`./plugins/${Deno.args[0]}.ts`);",
  "supabase/functions/f/a.ts": "",
  "supabase/functions/f/plugins/one.ts": `import "with-map"; import "../beside.ts"; import "./gone.ts";`,
  "supabase/functions/f/plugins/mail.html": "<p>",
  "supabase/functions/f/beside.ts": "",
  "supabase/functions/f/mapped.ts": "",
  "supabase/functions/f/deno.json": `{ "imports": { "with-map": "./mapped.ts" } }`,
};

test("what an import does not name is told with file and line, and is no part of the digest", async () => {
  const found = await inspect(plugins);
  expect(paths(found)).toEqual(["a.ts", "deno.json", "index.ts"]);
  expect(toldOf(found)).toEqual([
    "supabase/functions/f/index.ts:2 of f: it imports what its text does not name, below ./plugins/. " +
      "Such a file is sent, and is part of the digest, only where `static-files` names it",
  ]);
  const other = await inspect({ ...plugins, "supabase/functions/f/plugins/one.ts": "// changed" });
  expect(other.state.digest).toBe(found.state.digest);
});

test("where static-files names it, it is sent and hashed with all that it imports, and nothing is told", async () => {
  const named = { "static-files": "f: supabase/functions/f/plugins/*.ts" };
  const found = await inspect(plugins, named);
  expect(paths(found)).toEqual(["a.ts", "beside.ts", "deno.json", "index.ts", "mapped.ts", "plugins/one.ts"]);
  expect(toldOf(found)).toEqual([]);
  const other = await inspect({ ...plugins, "supabase/functions/f/mapped.ts": "// changed" }, named);
  expect(other.state.digest).not.toBe(found.state.digest);
});

test("code that is a static file and that no import can mean is not followed", async () => {
  const found = await inspect(
    { ...plugins, "supabase/functions/f/index.ts": "import(`./other/${name}.ts`)" },
    { "static-files": "f: supabase/functions/f/plugins/*" },
  );
  expect(paths(found)).toEqual(["deno.json", "index.ts", "plugins/mail.html", "plugins/one.ts"]);
  expect(toldOf(found)).toHaveLength(1);
});

test("a name that begins with nothing may mean any code among the static files; Deno follows it nowhere", async () => {
  const files = {
    ...plugins,
    "supabase/functions/f/index.ts": "const name = Deno.args[0];\nawait import(name);",
  };
  expect(toldOf(await inspect(files))[0]).toMatch(
    /index\.ts:2 of f: .*, which Deno does not follow either\./,
  );
  const html = await inspect(files, { "static-files": "f: supabase/functions/f/plugins/*.html" });
  expect(toldOf(html)).toHaveLength(1);
  const found = await inspect(files, { "static-files": "f: supabase/functions/f/plugins/*" });
  expect(paths(found)).toContain("mapped.ts");
  expect(toldOf(found)).toEqual([]);
});

test("a file that is read by its address is told where it is there and is not sent", async () => {
  const files = {
    "supabase/functions/f/index.ts": `new URL("./a.txt", import.meta.url); new URL("./none.txt", import.meta.url); new URL(".", import.meta.url);`,
    "supabase/functions/f/a.txt": "",
  };
  expect(toldOf(await inspect(files))).toEqual([expect.stringContaining("reads ./a.txt by its address")]);
  expect(toldOf(await inspect(files, { "static-files": "f: supabase/functions/f/*.txt" }))).toEqual([]);
});

test("the same place in several functions is told once, with all their names", () => {
  const beyond = [{ where: "supabase/functions/_shared/load.ts:3", what: "imports what it likes" }];
  expect(
    sayBeyond([
      { slug: "f", beyond },
      { slug: "g", beyond },
    ]),
  ).toEqual([expect.stringMatching(/^supabase\/functions\/_shared\/load\.ts:3 of f, g: it imports/)]);
});

test("git gives the same files as the checkout, so that such a function goes back without its snapshot", async () => {
  const pattern = "supabase/functions/f/plugins/*.ts";
  const files: Readonly<Record<string, string>> = plugins;
  const read = sourcesAt({
    files: {
      commit: "a".repeat(40),
      bytes: async (path) =>
        path in files ? { bytes: Buffer.from(files[path] ?? "") } : { unread: "it is not there" },
      paths: async () => Object.keys(files),
    },
    root: "",
    functionsDirectory: "supabase/functions",
    staticFiles: { f: [pattern] },
  });
  const found = await inspect(files, { "static-files": `f: ${pattern}` });
  expect(await read("f", found.state)).toMatchObject({ source: { entrypoint: "index.ts" } });
});
