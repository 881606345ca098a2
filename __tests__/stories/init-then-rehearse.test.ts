import { expect, test } from "@jest/globals";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { commit, folderWith } from "../rehearsal/own/stage.ts";

const cli = resolve(import.meta.dirname, "../../lib/cli/prism-rollout.js");

function run(folder: string, ...args: readonly string[]) {
  const temp = mkdtempSync(join(tmpdir(), "prism-init-tmp-"));
  const env = { PATH: process.env["PATH"], HOME: temp, TMPDIR: temp };
  return spawnSync(process.execPath, [cli, ...args], { cwd: folder, env, encoding: "utf8" });
}

test("what init writes for a backend alone is refused for its one gap, and released once that is filled", () => {
  const folder = folderWith({
    "supabase/config.toml": 'project_id = "back"\n\n[functions.hello]\nverify_jwt = false\n',
    "supabase/migrations/20260101000000_notes.sql": "create table public.notes (id int primary key);\n",
    "supabase/functions/hello/index.ts": 'Deno.serve(() => new Response("hello"));\n',
  });
  expect(run(folder, "init")).toMatchObject({ status: 0, stderr: "" });
  const file = join(folder, "rollout.yml");
  commit(folder, "as init wrote it");
  const refused = run(folder, "rehearse", "--approve", "all");
  expect(refused.status).toBe(70);
  expect(refused.stderr).toMatch(
    /rollout\.yml:\d+:\d+: targets\.production\.supabase: expected a text, got no value/,
  );
  const filled = readFileSync(file, "utf8").replace(
    /supabase: # FILL IN.*/,
    "supabase: abcdefghijklmnopqrst",
  );
  writeFileSync(file, filled);
  commit(folder, "filled in");
  const { status, stdout } = run(folder, "rehearse", "--approve", "all", "--from", "none", "--json");
  const told = JSON.parse(stdout.trim().split("\n").at(-1) ?? "") as { outcome: string };
  expect({ status, outcome: told.outcome }).toEqual({ status: 0, outcome: "released" });
}, 200_000);
