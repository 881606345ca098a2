import { describe, expect, test } from "@jest/globals";
import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { listFiles } from "../../../cli/init/repository/list-files.ts";
import { openRepository } from "../../../cli/init/repository/open-repository.ts";
import { lineOfError, readJson, readToml } from "../../../cli/init/repository/read-json.ts";
import { findPlaywright } from "../../../cli/init/survey/playwright.ts";
import { parse } from "yaml";
import { type Files, folderOf, tryInit, viteAndSupabase } from "./try-init.ts";

test.each([
  ["package.json", '{\n  "name": "x",\n  bad\n}', "package.json:3: no JSON"],
  ["package.json", '{\n  "name": "x"', "package.json:2: no JSON"],
  ["package.json", "[]", "package.json:1: JSON, but no mapping"],
  ["package.json", "", "package.json:1: no JSON"],
  ["vercel.json", '{\n  "a": 1,\n}', "vercel.json:3: no JSON"],
  ["netlify.toml", "[build]\npublish = dist\n", "netlify.toml:2: no TOML"],
  ["supabase/config.toml", 'a = "x"\n[functions.hello\n', "supabase/config.toml:2: no TOML"],
])("%s that cannot be read is told with its line, and the rest goes on: %j", async (path, text, says) => {
  const files = {
    ...viteAndSupabase,
    "web/package.json": viteAndSupabase["package.json"] ?? "",
    [path]: text,
  };
  const { status, out, has } = await tryInit(folderOf(files));
  expect(status).toBe(0);
  expect(out).toContain(says);
  expect(has("rollout.yml")).toBe(true);
});

test("what a parser quotes of a file is not repeated", async () => {
  const files = {
    ...viteAndSupabase,
    "vercel.json": '{ "token": s3cr3t-value }',
    "netlify.toml": "key = s3cr3t-value",
  };
  expect((await tryInit(folderOf(files))).out).not.toContain("s3cr3t");
});

test("whatever JSON is broken how, its line is one of its lines", () => {
  const broken = fc.tuple(fc.json(), fc.nat(), fc.string({ maxLength: 4 })).map(([json, at, more]) => {
    const text = JSON.stringify(JSON.parse(json), null, 2);
    const place = at % (text.length + 1);
    return text.slice(0, place) + more + text.slice(place + 1);
  });
  fc.assert(
    fc.property(broken, (text) => {
      try {
        JSON.parse(text);
      } catch (error) {
        const line = lineOfError(text, error);
        expect(line).toBeGreaterThanOrEqual(1);
        expect(line).toBeLessThanOrEqual(text.split("\n").length);
      }
    }),
  );
});

test("whatever stands in a file, reading it ends with a mapping or a problem", async () => {
  const folder = folderOf({ "a.json": "", "a.toml": "" });
  await fc.assert(
    fc.asyncProperty(fc.oneof(fc.string(), fc.json(), fc.string({ unit: "binary" })), async (text) => {
      writeFileSync(join(folder, "a.json"), text);
      writeFileSync(join(folder, "a.toml"), text);
      const repository = await openRepository(folder);
      const read = [await readJson(repository, "a.json"), await readToml(repository, "a.toml")];
      expect(repository.problems).toHaveLength(read.filter((one) => one === undefined).length);
      for (const problem of repository.problems) expect(problem).toMatch(/^a\.(json|toml):\d+: [^\n]*$/);
    }),
    { numRuns: 50 },
  );
});

describe("the variable that gives Playwright its address", () => {
  const specs: Files = { "e2e/login.spec.ts": "" };
  const address = async (config: string): Promise<string | undefined> => {
    const folder = folderOf({
      ...specs,
      "playwright.config.ts": `export default { testDir: "e2e", ${config} };`,
    });
    return (await findPlaywright(await openRepository(folder), ""))?.address?.value;
  };

  test.each([
    ["use: {}", "PLAYWRIGHT_TEST_BASE_URL"],
    ["use: { baseURL: process.env.BASE_URL }", "BASE_URL"],
    ['use: { baseURL: process.env["APP_URL"] || "http://localhost:3000" }', "APP_URL"],
    ['use: { baseURL: "http://localhost:3000" }', undefined],
    ["use: { baseURL: `http://localhost:${process.env.PORT}` }", undefined],
  ])("%s: %s", async (config, name) => {
    expect(await address(config)).toBe(name);
  });

  test("is found where it is declared", async () => {
    const text =
      "const baseURL = process.env.SITE_URL ?? local;\nexport default { testDir: 'e2e', use: { baseURL } };\n";
    const folder = folderOf({ ...specs, "playwright.config.ts": text });
    expect((await findPlaywright(await openRepository(folder), ""))?.address?.value).toBe("SITE_URL");
  });

  test("suites that would not reach a release are left out, and it is told", async () => {
    const files = {
      ...viteAndSupabase,
      ...specs,
      "playwright.config.ts": 'export default { testDir: "e2e", use: { baseURL: "http://localhost" } };',
    };
    const { out, read } = await tryInit(folderOf(files));
    expect(parse(read("rollout.yml"))).not.toHaveProperty("smoke.playwright");
    expect(read("rollout.yml")).toContain(
      "# playwright: [login.spec] # once playwright.config.ts takes its baseURL",
    );
    expect(out).toContain("playwright.config.ts sets its own baseURL");
  });
});

test("several projects are named, and a person chooses", async () => {
  const [one, two] = ["abcdefghijklmnopqrst", "bcdefghijklmnopqrstu"];
  const files = {
    ...viteAndSupabase,
    "src/supabase.ts": `const url = "https://${one}.supabase.co";`,
    "src/config.ts": `export const other = "https://${two}.supabase.co";`,
  };
  const { read } = await tryInit(folderOf(files));
  expect(read("rollout.yml")).toMatch(
    /supabase: # FILL IN: .*found: bcdefghijklmnopqrstu \(src\/config\.ts:1\), abcdefghijklmnopqrst \(src\/supabase\.ts:1\)/,
  );
});

test("what the build reads and no committed file sets is to be filled in", async () => {
  const files = {
    ...viteAndSupabase,
    "src/env.ts": "\nexport const url = import.meta.env.VITE_API_URL;\n",
    ".env.local": "VITE_API_URL=http://here\n",
  };
  const { read, out } = await tryInit(folderOf(files));
  expect(read("rollout.yml")).toContain(
    "build-env: # FILL IN: { NAME: value }, public values that no committed .env file sets: VITE_API_URL (src/env.ts:2)",
  );
  expect(out).not.toContain("http://here");
});

test("without git the folder is looked through, but not dependencies, output and what links lead to", async () => {
  const outside = mkdtempSync(join(tmpdir(), "prism-rollout-outside-"));
  mkdirSync(join(outside, "supabase/migrations"), { recursive: true });
  writeFileSync(join(outside, "supabase/migrations/0001_theirs.sql"), "");
  const folder = folderOf(
    { ...viteAndSupabase, "node_modules/x/package.json": "{ bad", "dist/package.json": "{ bad" },
    { git: false },
  );
  symlinkSync(outside, join(folder, "elsewhere"));
  const { status, out } = await tryInit(folder);
  expect(status).toBe(0);
  expect(out).toContain("This folder is in no git repository: a release is a commit on GitHub.");
  expect(out).not.toContain("no JSON");
  expect(out).not.toContain("elsewhere");
});

test("without git what is nearest to the top is looked at first, and it is told where that is not all", async () => {
  const folder = folderOf({ "a/b/c/deep.ts": "", "a/b/near.ts": "", "z/top.ts": "" }, { git: false });
  expect(await listFiles(folder, 2)).toEqual({ files: ["a/b/near.ts", "z/top.ts"], left: true });
  expect(await listFiles(folder)).toEqual({
    files: ["a/b/c/deep.ts", "a/b/near.ts", "z/top.ts"],
    left: false,
  });
});

test("a file that leads out of the repository is not read", async () => {
  const outside = mkdtempSync(join(tmpdir(), "prism-rollout-outside-"));
  writeFileSync(join(outside, "vercel.json"), '{ "outputDirectory": "stolen" }');
  const folder = folderOf(viteAndSupabase);
  symlinkSync(join(outside, "vercel.json"), join(folder, "vercel.json"));
  const { out, read } = await tryInit(folder);
  expect(out).toContain("vercel.json: it leads out of the repository; it was not looked at.");
  expect(read("rollout.yml")).toContain("output: dist");
});

test("started in a folder of the repository, it is that folder that is looked at, and callers go to the top", async () => {
  const files = Object.fromEntries(
    Object.entries(viteAndSupabase).map(([path, text]) => [`apps/one/${path}`, text]),
  );
  const folder = folderOf({ ...files, "apps/two/supabase/migrations/0001_other.sql": "" });
  await tryInit(join(folder, "apps/one"));
  const { has, read, out } = await tryInit(folder, ["--dry-run", "--json"]);
  expect(has("apps/one/rollout.yml")).toBe(true);
  expect(read(".github/workflows/rollback.yml")).toContain("working-directory: apps/one");
  expect(out).toContain("apps/two/supabase looks like a Supabase folder, too");
});

test("events that functions log are offered as a comment: which of them are failures nobody guesses", async () => {
  const source =
    'console.log(JSON.stringify({ event: "order.placed" }));\nconsole.error({ event: "order.failed" });\n';
  const { read } = await tryInit(
    folderOf({ ...viteAndSupabase, "supabase/functions/hello/index.ts": source }),
  );
  expect(parse(read("rollout.yml"))).not.toHaveProperty("observe");
  expect(read("rollout.yml")).toContain(
    "#   events: { order.placed: [] } # supabase/functions/hello/index.ts:1",
  );
  expect(read("rollout.yml")).toContain("#   failures: [order.failed]");
});
