import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { parse } from "yaml";
import { sectionText } from "../../../cli/init/proposal/entries.ts";
import { parseConfig } from "../../../kit/config/config.ts";
import { specs } from "../../../scripts/specs.ts";
import { type Files, folderOf, tryInit, viteAndSupabase } from "./try-init.ts";

test("whatever was found, it stands in YAML as it was, on a line of its own with its comment", () => {
  const text = fc.oneof(
    fc.string(),
    fc.string({ unit: "binary" }),
    fc.constantFrom("no", "1", "a: b", "# x", "x\n- y"),
  );
  const { tie } = fc.letrec((again) => ({
    tie: fc.oneof(
      { maxDepth: 2 },
      text,
      fc.boolean(),
      fc.array(again("tie"), { maxLength: 3 }),
      fc.dictionary(text, again("tie"), { maxKeys: 3, noNullPrototype: true }),
    ),
  }));
  fc.assert(
    fc.property(tie, text, (value, why) => {
      // Lone surrogates are no text that a file can hold.
      fc.pre(
        JSON.stringify(value) === JSON.stringify(JSON.parse(Buffer.from(JSON.stringify(value)).toString())),
      );
      const written = sectionText({ name: "s", entries: [{ key: "k", value, why, sure: true }] });
      expect(written.split("\n")).toHaveLength(3);
      expect(parse(written)).toEqual({ s: { k: value } });
    }),
  );
});

const word = fc.oneof(
  fc.constantFrom(
    "",
    "vite",
    "../..",
    "https://a.example",
    "npm run x",
    "${{ x }}",
    "a\nb",
    "supabase functions deploy --no-verify-jwt",
  ),
  fc.string(),
);
const anything = fc.oneof(fc.json(), fc.string(), fc.constantFrom("", "{", "[]", "null", "\u0000"));
const values = fc.oneof(
  word,
  fc.integer(),
  fc.constant(null),
  fc.array(word),
  fc.dictionary(word, word, { maxKeys: 2 }),
);

/** As they are named, with other things in them than they should have. */
const files: fc.Arbitrary<Files> = fc
  .record(
    {
      "package.json": fc.oneof(
        anything,
        fc
          .record({
            name: values,
            scripts: fc.oneof(values, fc.record({ build: values, lint: values })),
            devDependencies: fc.oneof(values, fc.constant({ vite: "8" })),
            homepage: values,
          })
          .map((value) => JSON.stringify(value)),
      ),
      "vercel.json": fc.oneof(
        anything,
        fc.record({ outputDirectory: values, git: values }).map((value) => JSON.stringify(value)),
      ),
      ".vercel/project.json": fc.oneof(
        anything,
        fc.record({ projectId: values, orgId: values }).map((value) => JSON.stringify(value)),
      ),
      ".vercel/repo.json": fc.oneof(
        anything,
        fc.record({ projects: values }).map((value) => JSON.stringify(value)),
      ),
      ".netlify/state.json": fc.oneof(
        anything,
        fc.record({ siteId: values }).map((value) => JSON.stringify(value)),
      ),
      "netlify.toml": fc.oneof(
        anything,
        word.map((value) => `[build]\npublish = ${JSON.stringify(value)}\n`),
      ),
      "supabase/config.toml": fc.oneof(
        anything,
        word.map(
          (value) =>
            `project_id = ${JSON.stringify(value)}\n[auth]\nsite_url = ${JSON.stringify(value)}\n[functions.hello]\nverify_jwt = false\nimport_map = ${JSON.stringify(value)}\nstatic_files = [${JSON.stringify(value)}]\n`,
        ),
      ),
      "supabase/.temp/project-ref": anything,
      "vite.config.ts": word.map((value) => `export default { build: { outDir: "${value}" } };`),
      "playwright.config.ts": word.map(
        (value) => `export default { testDir: "${value}", use: { baseURL: ${value} } };`,
      ),
      ".env.production": word.map((value) => `VITE_FLAG=true\nVITE_X=${value}\n${value}`),
      ".github/workflows/old.yml": fc.oneof(
        anything,
        word.map((value) => `jobs:\n  x:\n    steps:\n      - run: ${value}\n`),
      ),
    },
    { requiredKeys: [] },
  )
  .map(
    (some) =>
      Object.fromEntries(Object.entries(some).filter(([, text]) => typeof text === "string")) as Files,
  );

test("whatever its files hold, a repository gets a rollout.yml in which nothing is wrong but what is to be filled in", async () => {
  const { "package.json": _, ...backend } = viteAndSupabase;
  await fc.assert(
    fc.asyncProperty(files, async (some) => {
      const folder = folderOf({ ...backend, ...some }, { git: false });
      const { status, out, read } = await tryInit(folder, ["--json"]);
      expect(status).toBe(0);
      const { fill } = JSON.parse(out) as { fill: readonly { line: number }[] };
      const { issues } = parseConfig(read("rollout.yml"), "rollout.yml", "production", specs);
      expect(issues.filter((issue) => !issue.includes(", got no value;"))).toEqual([]);
      expect(issues).toHaveLength(fill.length);
    }),
    { numRuns: 40 },
  );
}, 60_000);
