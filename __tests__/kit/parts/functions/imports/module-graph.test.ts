import { symlink } from "node:fs/promises";
import { join, resolve } from "node:path";
import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { inspectWanted } from "../../../../../kit/parts/functions/declared/inspect-wanted.ts";
import { functionsInputs } from "../../../../../kit/parts/functions/inputs.ts";
import { relativeTo, sourceDigest } from "../../../../../kit/parts/functions/declared/source.ts";
import { uploadOf } from "../../../../../kit/parts/functions/change/upload.ts";
import { checkout, given, inspect, paths } from "../../../../support/checkout.ts";
import { inputsFrom } from "../../../../support/inputs-of.ts";

test("a circle of modules ends, and each file is there once", async () => {
  const found = await inspect({
    "supabase/functions/f/index.ts": `import "./a.ts"; import "./b.ts";`,
    "supabase/functions/f/a.ts": `export * from "./b.ts";`,
    "supabase/functions/f/b.ts": `import "./a.ts"; import data from "../_shared/data.json" with { type: "json" };`,
    "supabase/functions/_shared/data.json": `{ "import": "./nothing.ts" }`,
  });
  expect(paths(found)).toEqual(["../_shared/data.json", "a.ts", "b.ts", "index.ts"]);
});

test("an import map is followed: exact names, folders, scopes, comments, and a map that is elsewhere", async () => {
  const found = await inspect({
    "supabase/functions/f/deno.jsonc": `{ /* here */ "importMap": "../map.json", }`,
    "supabase/functions/map.json": `{ // the map
      "imports": { "lib/": "./_shared/lib/", "one": "./_shared/one.ts", "npm": "npm:x@1" },
      "scopes": { "./_shared/lib/": { "one": "./_shared/other.ts" } }
    }`,
    "supabase/functions/f/index.ts": `import "one"; import "lib/a.ts"; import "npm"; import "jsr:@std/x"; import "node:fs"; import "https://x.test/y.ts";`,
    "supabase/functions/_shared/one.ts": "",
    "supabase/functions/_shared/other.ts": "",
    "supabase/functions/_shared/lib/a.ts": `import "one";`,
  });
  expect(paths(found)).toEqual([
    "../_shared/lib/a.ts",
    "../_shared/one.ts",
    "../_shared/other.ts",
    "../map.json",
    "deno.jsonc",
    "index.ts",
  ]);
  expect(found.state.settings.importMap).toBe("deno.jsonc");
});

test("static files come along and are named to the platform", async () => {
  const found = await inspect(
    {
      "supabase/functions/f/index.ts": "",
      "supabase/functions/f/mail/a.html": "<p>",
      "supabase/functions/f/mail/deep/b.html": "<p>",
      "supabase/functions/f/mail/c.txt": "",
    },
    { "static-files": "f: ./supabase/functions/f/**/*.html" },
  );
  expect(paths(found)).toEqual(["index.ts", "mail/a.html", "mail/deep/b.html"]);
  expect(uploadOf("f", found.source, false, "supabase/functions").metadata.static_patterns).toEqual([
    "supabase/functions/f/mail/a.html",
    "supabase/functions/f/mail/deep/b.html",
  ]);
});

test("a monorepo's shared code is taken from beside the stack, and no sent path leads upwards", async () => {
  const found = await inspect(
    {
      "apps/prism/supabase/functions/f/index.ts": `import "../../../../../packages/shared/a.ts";`,
      "packages/shared/a.ts": "",
    },
    {},
    { folder: "apps/prism" },
  );
  const upload = uploadOf("f", found.source, false, "supabase/functions");
  expect(upload.files.map(({ path }) => path)).toEqual([
    "workspace/workspace/supabase/functions/f/index.ts",
    "packages/shared/a.ts",
  ]);
});

test.each([
  [
    "a module that is not there",
    `import "./gone.ts";`,
    /f: supabase\/functions\/f\/gone\.ts, imported by supabase\/functions\/f\/index\.ts, cannot be read/,
  ],
  ["a module outside of the repository", `import "../../../../etc/passwd";`, /is outside of the repository/],
  ["a module at the machine's root", `import "/etc/hosts";`, /is outside of the repository/],
  ["a module of another case in its name", `import "./Index.TS";`, /cannot be read/],
])("%s is refused by name", async (_, text, message) => {
  const failure = inspect({ "supabase/functions/f/index.ts": text });
  await expect(failure).rejects.toMatchObject({ code: "PR424", message: expect.stringMatching(message) });
});

test("a link that leads out of the repository is refused; types that are generated later are not missed", async () => {
  const outside = await checkout({ "secret.ts": "" });
  const root = await checkout({
    "supabase/functions/f/index.ts": `import type { A } from "./generated.ts";\nimport "./link.ts";`,
  });
  await symlink(join(outside, "secret.ts"), join(root, "supabase/functions/f/link.ts"));
  await expect(inspect({}, {}, { root })).rejects.toMatchObject({
    code: "PR424",
    message: expect.stringContaining("link.ts"),
  });
});

test.each([
  [{ functions: "f, f" }, /f is listed twice/],
  [{ functions: "f, 2f" }, /names of functions .*"2f" is none/],
  [{ functions: "f", "verify-jwt": "g: true" }, /g has settings, but is not listed/],
  [{ functions: "" }, /functions: required|no function is listed/],
])("names are checked: %j", async (more, message) => {
  await expect(async () => inspect({ "supabase/functions/f/index.ts": "" }, more)).rejects.toMatchObject({
    code: "PR102",
    message: expect.stringMatching(message),
  });
});

test("the sample is sent as Supabase's own client 3.1.0 was seen to send it", async () => {
  const root = resolve(import.meta.dirname, "../../../../../examples/prism");
  const inputs = inputsFrom(functionsInputs, { ...given, functions: "finalizeAssessment" });
  const [found] = await inspectWanted(inputs, { root, env: {} });
  if (found === undefined) throw new Error("nothing was inspected");
  const { files, metadata } = uploadOf(found.slug, found.source, false, "supabase/functions");
  expect(metadata).toEqual({
    entrypoint_path: "supabase/functions/finalizeAssessment/index.ts",
    import_map_path: "",
    static_patterns: [],
    verify_jwt: false,
    name: "finalizeAssessment",
  });
  const shared = "endpoint events insights scoring store supabase-store token-guard version";
  expect(files.map(({ path }) => path).sort()).toEqual([
    ...shared.split(" ").map((name) => `supabase/functions/_shared/${name}.ts`),
    "supabase/functions/finalizeAssessment/handler.ts",
    "supabase/functions/finalizeAssessment/index.ts",
  ]);
});

const segment = fc.stringMatching(/^[a-zA-Z_][a-zA-Z0-9_-]{0,6}$/);
const place = fc.array(segment, { minLength: 1, maxLength: 3 }).map((parts) => `${parts.join("/")}.ts`);
const files = fc.uniqueArray(fc.record({ path: place, content: fc.uint8Array({ maxLength: 30 }) }), {
  selector: ({ path }) => path,
  maxLength: 8,
});

test("a digest depends on paths and contents, not on their order", () => {
  fc.assert(
    fc.property(files, fc.infiniteStream(fc.nat()), (some, random) => {
      const shuffled = some
        .map((file) => ({ file, key: random.next().value as number }))
        .sort((a, b) => a.key - b.key)
        .map(({ file }) => file);
      expect(sourceDigest(shuffled)).toBe(sourceDigest(some));
    }),
  );
});

test("a digest changes with any byte and any name", () => {
  fc.assert(
    fc.property(
      files.filter((some) => some.length > 0),
      fc.nat(),
      (some, pick) => {
        const at = pick % some.length;
        const edited = some.map((file, index) =>
          index === at ? { ...file, content: new Uint8Array([...file.content, 1]) } : file,
        );
        const renamed = some.map((file, index) => (index === at ? { ...file, path: `${file.path}x` } : file));
        expect(new Set([some, edited, renamed, some.slice(1)].map(sourceDigest)).size).toBe(4);
      },
    ),
  );
});

test("a path from the entrypoint does not depend on where the tree lies", () => {
  fc.assert(
    fc.property(
      place,
      place,
      fc.array(fc.array(segment, { maxLength: 4 }), { minLength: 2, maxLength: 2 }),
      (entry, path, roots) => {
        const [a, b] = roots.map((root) =>
          relativeTo([...root, entry].join("/"), `/${[...root, path].join("/")}`),
        );
        expect(a).toBe(b);
      },
    ),
  );
});
