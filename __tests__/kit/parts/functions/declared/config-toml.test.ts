import { mkdir, mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { configDisagreements } from "../../../../../kit/parts/functions/declared/config-toml.ts";
import type { WantedFunction } from "../../../../../kit/parts/functions/declared/inspect-wanted.ts";

const wanted: WantedFunction = {
  slug: "hello",
  source: { files: [], entrypoint: "index.ts", importMap: null, statics: [] },
  state: { digest: "0", settings: { verifyJwt: false, entrypoint: "index.ts", importMap: null } },
  beyond: [],
};

async function said(toml: string): Promise<readonly string[]> {
  const root = await mkdtemp(join(tmpdir(), "prism-rollout-toml-"));
  await mkdir(join(root, "supabase"));
  await writeFile(join(root, "supabase/config.toml"), toml);
  return await configDisagreements(root, "supabase/functions", [wanted]);
}

test("what agrees, and what is of other functions, is not said", async () => {
  const toml = `[functions.hello]\nverify_jwt = false # as declared\nimport_map = ""\nentrypoint = "./functions/hello/index.ts"\nstatic_files = []\n[functions.hello2]\nverify_jwt = true\n`;
  expect(await said(toml)).toEqual([]);
  expect(await said("")).toEqual([]);
});

test("each setting that the platform's own client would take instead is said", async () => {
  const toml = `[functions."hello"]\nenabled = false\nverify_jwt = true\nimport_map = "./import_map.json"\nentrypoint = './functions/hello/main.ts'\nstatic_files = [\n  "./a.html"\n]\n`;
  const lines = await said(toml);
  expect(lines.map((line) => line.replace(/; rollout.yml decides\.$/, ""))).toEqual([
    "hello: supabase's config.toml has verify_jwt = true",
    "hello: supabase's config.toml disables it",
    'hello: supabase\'s config.toml has another entrypoint, "./functions/hello/main.ts"',
    `hello: supabase's config.toml has the import map "./import_map.json"`,
    "hello: supabase's config.toml has static_files",
  ]);
});

test.each([
  ["as one value", "[functions]\nhello = { verify_jwt = true, static_files = [] }\n"],
  ["by a dotted key", "functions.hello.verify_jwt = true\n"],
  [
    "with another function of an inherited name",
    "[functions.constructor]\n[functions.hello]\nverify_jwt = true",
  ],
])("a function's settings are found %s", async (_, toml) => {
  expect(await said(toml)).toEqual([
    "hello: supabase's config.toml has verify_jwt = true; rollout.yml decides.",
  ]);
});

test("a file that is no TOML is said once, with its line, and decides nothing", async () => {
  expect(await said("[functions.hello]\nverify_jwt = \n")).toEqual([
    "supabase's config.toml cannot be read (line 2), so what it says of functions is not known.",
  ]);
});
