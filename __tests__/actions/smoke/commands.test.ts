import { expect, test } from "@jest/globals";
import { smoke } from "../../../actions/smoke/smoke.ts";
import { spec } from "../../../actions/smoke/spec.ts";
import { renderReport } from "../../../kit/action/report.ts";
import { liveExec } from "../../../kit/ports/live-exec.ts";
import { expectSummary } from "../../support/golden-summary.ts";
import { elements, readable } from "../../support/rendered.ts";
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
  expectSummary("smoke-pass", spec, done.report);
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

test("a runner that asks to stop ends the commands, and that is no verdict", async () => {
  const { run } = await project();
  const stop = new AbortController();
  const exec: ReturnType<typeof liveExec> = (command, args, options) => {
    stop.abort(new Error("the runner asked to stop"));
    return liveExec(() => undefined)(command, args, options);
  };
  await expect(run("npm run hang", {}, { exec, signal: stop.signal })).rejects.toThrow("asked to stop");
});

test("fifty megabytes of hostile output are obeyed by nobody, told in a few lines, and held by nobody", async () => {
  const line = `${"x".repeat(10_000)}##[error]no \\u001b[2J</details><script>alert(1)</script> | **b** @all #1 \\u{1F9EA}\\n::error::no\\n`;
  const code = `const line = "${line}"; for (let left = 50e6; left > 0; left -= line.length) require("fs").writeSync(1, line); process.exit(4)`;
  const { run } = await project({ "flood.cjs": code });
  const before = process.memoryUsage().rss;
  let [most, obeyed, seen, stopped] = [0, 0, 0, false];
  const exec = liveExec((text) => {
    seen += text.length;
    most = Math.max(most, process.memoryUsage.rss());
    if (text.startsWith("::stop-commands::")) stopped = true;
    else if (!stopped && /^\s*::|##\[/.test(text)) obeyed += 1;
  });
  const { report } = await run("node flood.cjs", {}, { exec });
  expect(seen).toBeGreaterThan(50_000_000);
  expect(obeyed).toBe(0);
  expect((most - before) / 1e6).toBeLessThan(40);
  expect(report.reason).toMatch(/^`node flood\.cjs` ended with exit code 4 after \d+\.\d s\.$/);
  const page = renderReport("Smoke", report);
  expect(page.length).toBeLessThan(10_000);
  expect(readable(page)).toContain("x".repeat(1000));
  expect(elements(page).filter((one) => /script|^<b>/.test(one))).toEqual([]);
  expect(page).not.toContain("\u001B");
}, 30_000);
