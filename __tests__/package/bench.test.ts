import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

const root = resolve(import.meta.dirname, "../..");
let home: string;

/** The runner of benches with benches of its own beside it. */
beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), "prism-bench-"));
  for (const path of ["run.mjs", "support"])
    cpSync(join(root, "bench", path), join(home, "bench", path), { recursive: true });
  for (const path of ["lib", "node_modules"]) symlinkSync(join(root, path), join(home, path));
  // Without a lock file npm installs nothing, and asks nobody.
  mkdirSync(join(home, "peer"));
  writeFileSync(join(home, "peer/package.json"), "{}");
  bench("alone", `peers: [${JSON.stringify(join(home, "peer"))}], run: () => { throw new Error("was run") }`);
  const claims = [
    { name: "quick", ratio: 0.5, target: 1, met: true },
    { name: "small", ratio: 3, target: 2, met: false },
    { name: "on 4 cores", ratio: null, target: 1, met: null },
  ];
  bench(
    "missed",
    `run: async () => ({ columns: ["a"], rows: [{ a: 1 }], claims: ${JSON.stringify(claims)} })`,
  );
});
afterAll(() => rmSync(home, { recursive: true }));

function bench(name: string, rest: string): void {
  const text = `export default { work: "w", beside: "b", target: "t", ${rest} };\n`;
  writeFileSync(join(home, "bench", `${name}.mjs`), text);
}

function run(words: readonly string[], env: Readonly<Record<string, string>> = {}) {
  const options = { cwd: home, env: { PATH: process.env["PATH"], HOME: home, ...env } };
  const { status, stdout, stderr } = spawnSync(process.execPath, ["bench/run.mjs", ...words], options);
  return { status, out: stdout.toString(), err: stderr.toString() };
}

function resultsOf(out: string): unknown {
  return JSON.parse(out.trim().split("\n").at(-1) ?? "");
}

test("a bench whose peer cannot be installed is a red line, has no verdict, and fails nobody", () => {
  const { status, out, err } = run(["alone", "--json"], { FORCE_COLOR: "1" });
  expect(err).toContain(
    `\u001B[31malone is not measured: ${join(home, "peer")} cannot be installed\u001B[0m`,
  );
  expect(resultsOf(out)).toEqual({ results: [{ name: "alone", ratio: null, target: "t", met: null }] });
  expect(status).toBe(0);
});

test("a target that is missed is said, and is the exit status; the last line of --json has every claim", () => {
  const told = run(["missed"]);
  expect(told.out).toContain("NOT MET: small: 3.00, at most 2.00\n1 of 3 claims hold, 1 not measured");
  expect(told.status).toBe(1);
  const json = run(["missed", "--json"]);
  expect(json.status).toBe(1);
  expect(resultsOf(json.out)).toEqual({
    results: [
      { name: "missed: quick", ratio: 0.5, target: 1, met: true },
      { name: "missed: small", ratio: 3, target: 2, met: false },
      { name: "missed: on 4 cores", ratio: null, target: 1, met: null },
    ],
  });
});

test("a bench that is not there, or has no counts of its own, is named with what there is", () => {
  expect(run(["nothing"])).toMatchObject({
    status: 64,
    err: expect.stringContaining("There is no bench nothing. There are: alone, missed"),
  });
  expect(run(["missed", "--counts"])).toMatchObject({
    status: 64,
    err: expect.stringContaining("Only the bench release"),
  });
});
