import { expect, test } from "@jest/globals";
import { mkdtempSync } from "node:fs";
import { PassThrough } from "node:stream";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { readOptions } from "../../../cli/rehearse/options.ts";
import { rehearse } from "../../../cli/rehearse/rehearse.ts";
import { isSample } from "../../../cli/rehearse/which.ts";
import { commit, folderWith } from "../../rehearsal/own/stage.ts";

const suite = resolve(import.meta.dirname, "../../..");

/** Runs the command in a folder where nobody can be asked; nothing of it gets as far as a world. */
async function said(folder: string, ...args: readonly string[]) {
  const [out, err] = [new PassThrough(), new PassThrough()];
  const terminal = {
    stdin: process.stdin,
    stdout: out as unknown as NodeJS.WriteStream & { fd: 1 },
    stderr: err as unknown as NodeJS.WriteStream & { fd: 2 },
    env: { PATH: process.env["PATH"] ?? "" },
    cwd: () => folder,
  };
  const status = await rehearse(args, terminal);
  const text = (stream: PassThrough): string => String(stream.read() ?? "");
  return { status, out: text(out), err: text(err) };
}

test("a clone of the suite plays the sample, any other folder its own stack", () => {
  const plain = { sample: false, repo: undefined };
  expect(isSample(plain, suite)).toBe(true);
  expect(isSample(plain, join(suite, "examples/prism"))).toBe(true);
  expect(isSample(plain, tmpdir())).toBe(false);
  expect(isSample({ ...plain, sample: true }, tmpdir())).toBe(true);
  expect(isSample({ ...plain, repo: "." }, suite)).toBe(false);
});

test("what only the sample can play means the sample, and does not go with words for a stack of one's own", () => {
  expect(readOptions(["--fail", "smoke", "--approve", "all"], false)).toMatchObject({ sample: true });
  expect(readOptions(["--sample", "--from", "main"], false)).toEqual({
    wrong: "--from is for a stack of your own, --sample for the sample",
  });
  expect(readOptions(["--cdn", "http", "--target", "live"], false)).toMatchObject({
    wrong: expect.stringContaining("--target"),
  });
});

test.each([
  ["smoke", "checks"],
  ["commands", "checks"],
  ["commands", "commands"],
])("--fail %s is refused beside --skip %s: nothing would fail", (fail, skip) => {
  const wrong = `--fail ${fail} goes without --skip ${skip}, which leaves out what is to fail`;
  expect(readOptions(["--fail", fail, "--skip", skip, "--approve", "all"], false)).toEqual({ wrong });
});

test("smoke can fail where only the commands are left out", () => {
  expect(readOptions(["--fail", "smoke", "--skip", "commands"], false)).toMatchObject({ fail: ["smoke"] });
});

const impossible: readonly (readonly [string, () => string, readonly string[], string, RegExp, RegExp])[] = [
  [
    "no configuration",
    () => mkdtempSync(join(tmpdir(), "prism-own-")),
    [],
    "PR101",
    /^There is no rollout\.yml in /,
    /npx prism-rollout init/,
  ],
  [
    "a ref, and no git",
    () => folderWith({ "rollout.yml": "targets: { live: {} }\n" }),
    ["--from", "main"],
    "PR105",
    /^--from names "main", but .* is in no git repository\.$/,
    /leave --from out/,
  ],
];
test.each(impossible)(
  "%s: with --json the last line says why nothing is played, and what to do",
  async (_, folder, args, code, reason, next) => {
    const { status, out, err } = await said(folder(), "--json", "--quiet", ...args);
    expect(status).toBe(70);
    const told = JSON.parse(out) as { readonly reason: string; readonly next: string };
    expect(told).toEqual({
      schema: "prism-rollout/rehearsal@1",
      outcome: "not-played",
      code,
      reason: expect.stringMatching(reason),
      next: expect.stringMatching(next),
      phases: [],
    });
    expect(err).toContain(told.reason);
    expect(err).toContain(told.next);
  },
);

test("a folder without rollout.yml is told who writes one; no trace of a stack", async () => {
  const { status, err } = await said(mkdtempSync(join(tmpdir(), "prism-own-")));
  expect(status).toBe(70);
  expect(err).toContain("There is no rollout.yml in");
  expect(err).toContain("npx prism-rollout init");
  expect(err).not.toMatch(/^\s+at /m);
});

test("what is wrong in rollout.yml is told with its line before anything is started", async () => {
  const folder = folderWith({ "rollout.yml": "migrat: {}\ntargets: { live: { zone: [a, b] } }\n" });
  const { status, err, out } = await said(folder);
  expect({ status, out }).toEqual({ status: 70, out: "" });
  expect(err).toContain("rollout.yml:1:1: migrat: unknown section; did you mean migrate?");
});

test("one wrong key is told in a sentence that ends once", async () => {
  const folder = folderWith({ "rollout.yml": "migrat: {}\ntargets: { live: {} }\n" });
  expect((await said(folder)).err).toMatch(/did you mean migrate\?\n/);
});

test("of several targets none of which is production one has to be named", async () => {
  const folder = folderWith({ "rollout.yml": "targets: { a: {}, b: {} }\n" });
  expect(await said(folder)).toMatchObject({
    status: 70,
    err: expect.stringContaining("Name one by --target."),
  });
  expect((await said(folder, "--target", "c")).err).toContain('has no target "c"');
});

test("a file for --env that is not there, or has a line that is no assignment, is told by its name, not its values", async () => {
  const folder = folderWith({ "rollout.yml": "targets: { live: {} }\n", "wrong.env": "A=1\nhunter2\n" });
  commit(folder);
  expect((await said(folder, "--env", "none.env")).err).toContain("none.env cannot be read");
  const { err } = await said(folder, "--env", "wrong.env");
  expect(err).toContain("line 2 is not NAME=value");
  expect(err).not.toContain("hunter2");
});
