import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { afterAll, expect, test } from "@jest/globals";

const project = resolve(import.meta.dirname, "../../..");
const folder = mkdtempSync(join(tmpdir(), "plain-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const program = `
import { loadWorkflow } from "./lib/rehearsal/player/player.js";
const home = { name: "a/b", ref: "main", sha: "${"a".repeat(40)}", folder: "." };
const text = "on: push\\njobs: { a: { runs-on: u, steps: [{ run: 'true' }] } }";
for (const path of ["one.yml", "two.yml"]) {
  const { jobs } = await loadWorkflow({ path, text, home }, { find: () => undefined, builtins: new Map() });
  console.log(path, [...jobs.keys()].join());
}
`;

test("compiled, the player loads GitHub's parser on plain Node, without a flag and without a warning", async () => {
  const config = {
    extends: join(project, "tsconfig.json"),
    compilerOptions: {
      outDir: join(folder, "lib"),
      rootDir: project,
      typeRoots: [join(project, "node_modules/@types")],
    },
    include: [join(project, "rehearsal/player")],
  };
  writeFileSync(join(folder, "tsconfig.json"), JSON.stringify(config));
  writeFileSync(join(folder, "package.json"), '{"type":"module"}');
  writeFileSync(join(folder, "program.js"), program);
  symlinkSync(join(project, "node_modules"), join(folder, "node_modules"));
  const run = promisify(execFile);
  await run(process.execPath, [join(project, "node_modules/typescript/bin/tsc"), "-p", folder]);
  const env = { PATH: process.env["PATH"] ?? "" };
  const { stdout, stderr } = await run(process.execPath, ["program.js"], { cwd: folder, env });
  expect(stderr).toBe("");
  expect(stdout).toBe("one.yml a\ntwo.yml a\n");
});
