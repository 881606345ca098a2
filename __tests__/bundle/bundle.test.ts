import { expect, test } from "@jest/globals";
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { startWeight } from "../../scripts/start-weight.ts";

const root = resolve(import.meta.dirname, "../..");
const actions = readdirSync(join(root, "actions"));

interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly summary: string;
}

/** Starts a bundle as a runner does: `INPUT_*` and the command files, and nothing else. */
async function run(
  action: string,
  inputs: Readonly<Record<string, string>> = {},
  file?: string,
): Promise<Ran> {
  const workspace = mkdtempSync(join(tmpdir(), "prism-rollout-bundle-"));
  if (file !== undefined) writeFileSync(join(workspace, "rollout.yml"), file);
  const summary = join(workspace, "summary.md");
  const output = join(workspace, "output");
  for (const path of [summary, output]) writeFileSync(path, "");
  const given = Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]);
  const child = spawn(process.execPath, [join(root, "dist", `${action}.js`)], {
    cwd: workspace,
    env: {
      PATH: process.env["PATH"],
      GITHUB_WORKSPACE: workspace,
      GITHUB_OUTPUT: output,
      GITHUB_STEP_SUMMARY: summary,
      RUNNER_TEMP: workspace,
      ...Object.fromEntries(given),
    },
  });
  let out = "";
  child.stdout.on("data", (data: Buffer) => (out += data.toString()));
  child.stderr.on("data", (data: Buffer) => (out += data.toString()));
  const code = await new Promise<number | null>((done) => child.on("close", done));
  return { code, out, summary: readFileSync(summary, "utf8") };
}

test.each(actions)(
  "%s without inputs, or with an unreadable file, says what is wrong and shows no stack",
  async (action) => {
    const { code, out, summary } = await run(
      action,
      { target: "production", "database-url": "postgres://u:hunter2@h/d" },
      "migrate: [1\n",
    );
    expect(code).toBe(1);
    expect(out.match(/^::error::/gm)).toHaveLength(1);
    expect(out).toContain("PR101: rollout.yml is not YAML. rollout.yml:2:1");
    expect(out).not.toMatch(/\n\s+at /);
    expect(out.replace(/^::add-mask::.*$/gm, "")).not.toContain("hunter2");
    expect(summary).toContain("error");
  },
);

test("a file that is not there is named with its folder", async () => {
  const { code, out } = await run("plan", { target: "production" });
  expect(code).toBe(1);
  expect(out).toContain("PR101: rollout.yml in ");
});

test("every stub stands for an action, and what all of them load keeps its weight", () => {
  const stubs = readdirSync(join(root, "dist")).filter((file) =>
    actions.some((action) => file === `${action}.js`),
  );
  expect(stubs).toHaveLength(actions.length);
  expect(startWeight(join(root, "dist"))).toBeLessThanOrEqual(1_200_000);
});
