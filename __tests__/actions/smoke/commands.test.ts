import { expect, test } from "@jest/globals";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { smoke } from "../../../actions/smoke/smoke.ts";
import { liveExec } from "../../../kit/ports/live-exec.ts";
import { suiteProject } from "../../support/suite-project.ts";

const scripts = {
  test: "node -e \"console.log('tested', process.env.MODE)\"",
  lint: 'node -e "process.exitCode = 3; console.error(9)"',
  hang: 'node -e "setInterval(() => 0, 1000)"',
  slow: "node -e \"setTimeout(() => require('fs').writeFileSync('slow.txt', ''), 20000)\"",
};
const manifest = JSON.stringify({ type: "module", scripts });

async function project(files: Readonly<Record<string, string>> = {}) {
  const { world, inputs } = await suiteProject({ "package.json": manifest, ...files }, { browser: false });
  const run = (commands: string, given: Readonly<Record<string, string>> = {}, changes: object = {}) =>
    smoke(inputs({ playwright: "", stage: "before", ...given, commands }), { ...world, ...changes });
  return { world, run };
}

test("commands that pass pass, and get the declared environment only", async () => {
  const { world, run } = await project();
  let written = "";
  const exec = liveExec((text) => (written += text));
  const env = { ...world.env, GITHUB_TOKEN: "t0ken" };
  const look = "sh -c 'test -z \"$GITHUB_TOKEN\"'";
  const done = await run(`npm run test\n${look}`, { "command-env": "MODE: quick" }, { exec, env });
  expect(done.outputs).toEqual({ "commands-verdict": "pass" });
  expect(done.report).toMatchObject({ verdict: "pass", evidence: ["2 of 2 commands passed"] });
  expect(written).toContain("[npm run test] tested quick\n");
});

test("one that fails stops the others, and its output is kept", async () => {
  const { run } = await project();
  const began = Date.now();
  const { outputs, report } = await run("npm run slow, npm run lint");
  expect(Date.now() - began).toBeLessThan(10_000);
  expect(outputs).toEqual({ failed: "commands", "commands-verdict": "fail" });
  expect(report.verdict).toBe("fail");
  expect(report.reason).toMatch(/^`npm run lint` ended with exit code 3 after /);
  expect(report.evidence).toContain("1 of 2 commands were stopped: the verdict was known");
  expect(report.folded).toEqual([{ title: "npm run lint", text: expect.stringContaining("9") }]);
}, 20_000);

test("one that hangs is ended with all that it started, at its time limit", async () => {
  const { run } = await project();
  const { outputs, report } = await run("npm run hang", { "command-timeout": "1s" });
  expect(outputs).toEqual({ failed: "commands", "commands-verdict": "fail" });
  expect(report.reason).toMatch(/^`npm run hang` did not end within its time limit/);
}, 20_000);

test("a script that is not there is named before anything runs, with what was meant", async () => {
  const { run } = await project();
  await expect(run("npm run tests, npm run lint, npm run typecheck")).rejects.toMatchObject({
    code: "PR102",
    message: expect.stringContaining(
      "`npm run tests` calls the script tests; did you mean test?; `npm run typecheck` calls the script typecheck",
    ),
  });
});

test.each([
  ["npm", {}],
  ["pnpm", { "pnpm-lock.yaml": "" }],
  ["yarn", { "package.json": JSON.stringify({ packageManager: "yarn@4.1.0", scripts }) }],
] as const)(
  "the bare name of a script is run by %s where that is the package manager",
  async (name, files) => {
    const { world, run } = await project({
      ...files,
      ".bin/npm": "#!/bin/sh\necho npm $@ > ran.txt\n",
      ".bin/pnpm": "#!/bin/sh\necho pnpm $@ > ran.txt\n",
      ".bin/yarn": "#!/bin/sh\necho yarn $@ > ran.txt\n",
    });
    const { exitCode } = await world.exec("chmod", ["-R", "+x", ".bin"], {
      cwd: world.root,
      env: {},
      quiet: true,
    });
    expect(exitCode).toBe(0);
    const env = { ...world.env, PATH: `${join(world.root, ".bin")}:${world.env["PATH"]}` };
    await run("test", {}, { env });
    expect(await readFile(join(world.root, "ran.txt"), "utf8")).toBe(`${name} run test\n`);
  },
);

test("a runner that asks to stop ends the commands, and that is no verdict", async () => {
  const { run } = await project();
  const stop = new AbortController();
  const exec: ReturnType<typeof liveExec> = (command, args, options) => {
    stop.abort(new Error("the runner asked to stop"));
    return liveExec(() => undefined)(command, args, options);
  };
  await expect(run("npm run hang", {}, { exec, signal: stop.signal })).rejects.toThrow("asked to stop");
});
