import { describe, expect, test } from "@jest/globals";
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { parse } from "yaml";
import { completedRollout } from "../../../cli/init/proposal/rollout-file.ts";
import type { Section } from "../../../cli/init/proposal/entries.ts";
import { folderOf, tryInit, viteAndSupabase } from "./try-init.ts";

const caller = ".github/workflows/merge-to-main.yml";

describe("a rollout.yml that is there", () => {
  const own = `# ours
build: { command: make site, output: public } # by hand

# Where it goes.
targets:
  production: { supabase: abcdefghijklmnopqrst, origins: [app.example.com], gates: none }
`;

  test("keeps every byte, and gets the sections that it lacks before its targets", async () => {
    const folder = folderOf({ ...viteAndSupabase, "rollout.yml": own });
    const { status, read } = await tryInit(folder, ["--yes"]);
    expect(status).toBe(0);
    const text = read("rollout.yml");
    expect(
      text.startsWith("# ours\nbuild: { command: make site, output: public } # by hand\n\nmigrate:\n"),
    ).toBe(true);
    expect(text.endsWith(own.slice(own.indexOf("# Where")))).toBe(true);
    expect(Object.keys(parse(text) as object)).toEqual([
      "build",
      "migrate",
      "deploy-functions",
      "deploy-web",
      "purge-cdn",
      "smoke",
      "targets",
    ]);
    expect((await tryInit(folder)).out).toMatch(/^Nothing to change/);
  });

  test("a section that stands as a comment is left out on purpose", async () => {
    const folder = folderOf({ ...viteAndSupabase, "rollout.yml": `# smoke: later\n${own}` });
    const { read } = await tryInit(folder, ["--yes"]);
    expect(Object.keys(parse(read("rollout.yml")) as object)).not.toContain("smoke");
  });

  test("its targets are those that callers are written for, in their order", async () => {
    const two = "targets:\n  preview: { gates: none }\n  live: { gates: { migrate: reviewers } }\n";
    const { read, has } = await tryInit(folderOf({ ...viteAndSupabase, "rollout.yml": two }), ["--yes"]);
    expect(has(caller)).toBe(false);
    const text = read(".github/workflows/staging-then-production.yml");
    expect(text).toContain("needs: [preview]");
    expect(text).toContain("${{ secrets.PREVIEW_DATABASE_URL }}");
    expect(read(".github/workflows/promote.yml")).toContain("options: [preview, live]");
  });

  test("a target that is asked for besides stands after the others", async () => {
    const folder = folderOf({ ...viteAndSupabase, "rollout.yml": own });
    const { read } = await tryInit(folder, ["--yes", "--target", "production", "--target", "edge"]);
    const { targets } = parse(read("rollout.yml")) as { targets: object };
    expect(Object.entries(targets)).toEqual([
      ["production", { supabase: "abcdefghijklmnopqrst", origins: ["app.example.com"], gates: "none" }],
      ["edge", expect.objectContaining({ supabase: null, origins: null })],
    ]);
  });

  test("a function that it does not name is told", async () => {
    const text = `deploy-functions: { functions: [other], verify-jwt: true }\n${own}`;
    const { out } = await tryInit(folderOf({ ...viteAndSupabase, "rollout.yml": text }), ["--dry-run"]);
    expect(out).toContain("rollout.yml: the function hello is not among deploy-functions.functions.");
  });

  test("what is wrong with it is told with its line", async () => {
    const text = `buid: { command: make }\n${own}`;
    const { out } = await tryInit(folderOf({ ...viteAndSupabase, "rollout.yml": text }), ["--dry-run"]);
    expect(out).toContain("rollout.yml:1:1: buid: unknown section; did you mean build?");
  });

  test("one that is no YAML is left, told with its line, and the callers are written all the same", async () => {
    const folder = folderOf({ ...viteAndSupabase, "rollout.yml": "build:\n  - [\n" });
    const { status, out, read, has } = await tryInit(folder);
    expect(status).toBe(1);
    expect(out).toMatch(/left {2}rollout\.yml: rollout\.yml:\d+:\d+: no YAML/);
    expect({ text: read("rollout.yml"), caller: has(caller) }).toEqual({
      text: "build:\n  - [\n",
      caller: true,
    });
  });

  test("one in brackets is left, with what to add by hand", async () => {
    const text = "{ build: { command: make }, targets: { production: { gates: none } } }\n";
    const { out, read } = await tryInit(folderOf({ ...viteAndSupabase, "rollout.yml": text }));
    expect(out).toContain("rollout.yml: add migrate, deploy-functions, deploy-web, purge-cdn, smoke by hand");
    expect(read("rollout.yml")).toBe(text);
  });
});

const section = (name: string): Section => ({
  name,
  entries: [{ key: "k", value: "v", why: "w", sure: true }],
});
const names = ["build", "migrate", "smoke", "observe"];

test("whatever a file says: every line of it stays in its order, what it lacks is there, and twice is once", () => {
  const line = fc.constantFrom("# a comment", "", "  # inside", "\t");
  const block = fc
    .tuple(fc.constantFrom(...names, "targets"), fc.boolean(), line)
    .map(([name, flow, more]) =>
      name === "targets"
        ? flow
          ? `targets: { live: { gates: none } }\n${more}`
          : `targets:\n    live:\n        gates: none\n${more}`
        : flow
          ? `${name}: { k: own }\n${more}`
          : `${name}:\n  k: own # said\n${more}`,
    );
  const file = fc.tuple(fc.uniqueArray(block, { selector: (text) => text.split(":")[0] }), fc.boolean());
  fc.assert(
    fc.property(file, fc.subarray(names), (made, wanted) => {
      const [blocks, ends] = made;
      const text = blocks.join("\n") + (ends ? "\n" : "");
      const complete = (before: string) =>
        completedRollout(before, "rollout.yml", wanted.map(section), [section("live"), section("edge")]);
      const { text: after, besides } = complete(text);
      const lines = after.split("\n");
      let from = 0;
      for (const own of text.split("\n")) from = lines.indexOf(own, from) + 1;
      expect(from).toBeGreaterThan(0);
      const keys = Object.keys((parse(after) as object | null) ?? {});
      if (besides.length === 0) expect(wanted.filter((name) => !keys.includes(name))).toEqual([]);
      else expect(after).toBe(text);
      expect(complete(after).text).toBe(after);
    }),
  );
});

test("a version that somebody has pinned in a caller stays", async () => {
  const folder = folderOf(viteAndSupabase);
  const { read } = await tryInit(folder);
  const pin = `@${"a".repeat(40)} # v1.2.3`;
  writeFileSync(join(folder, caller), read(caller).replace("@v1", pin));
  expect((await tryInit(folder)).out).toMatch(/^Nothing to change/);
  writeFileSync(join(folder, caller), read(caller).replace(/^.*contents: read.*\n/m, ""));
  await tryInit(folder, ["--yes"]);
  expect(read(caller)).toContain(`rollout.yml${pin}\n`);
});

describe("nothing is written outside of the repository, or half", () => {
  test("through a link", async () => {
    const outside = mkdtempSync(join(tmpdir(), "prism-rollout-outside-"));
    writeFileSync(join(outside, "rollout.yml"), "build: {}\n");
    const folder = folderOf(viteAndSupabase);
    symlinkSync(join(outside, "rollout.yml"), join(folder, "rollout.yml"));
    symlinkSync(outside, join(folder, ".github"));
    const { status, out } = await tryInit(folder, ["--yes"]);
    expect(status).toBe(1);
    expect(out).toContain("left  rollout.yml: it is a symbolic link");
    expect(out).toContain(`left  ${caller}: its folder leads out of the repository`);
    expect(existsSync(join(outside, "workflows"))).toBe(false);
  });

  test("where a folder cannot be made, what was written before is named", async () => {
    const folder = folderOf({ ...viteAndSupabase, ".github": "a file" });
    const { status, err, read } = await tryInit(folder);
    expect(status).toBe(1);
    expect(err).toMatch(
      /^PR105: \.github\/workflows\/\S+ cannot be written: .*Written before it: rollout\.yml\./,
    );
    expect(read("rollout.yml")).toContain("migrate:");
    expect(execFileSync("git", ["status", "--porcelain"], { cwd: folder, encoding: "utf8" })).not.toContain(
      ".part",
    );
  });

  test("a folder in the place of rollout.yml is left", async () => {
    const folder = folderOf(viteAndSupabase);
    mkdirSync(join(folder, "rollout.yml"));
    const { status, out } = await tryInit(folder);
    expect(status).toBe(1);
    expect(out).toContain("left  rollout.yml: it is there, but cannot be read");
  });
});
