import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { annotated, nodeAction, playText, stage, steps } from "./stage.ts";

/** Resolves when a process has ended; one that only waits for its parent to notice has. */
async function gone(pid: number): Promise<void> {
  const status = `/proc/${pid}/status`;
  const deadline = Date.now() + 3000;
  while (existsSync(status) && !/^State:\s+Z/m.test(readFileSync(status, "utf8"))) {
    if (Date.now() > deadline) throw new Error(`Process ${pid} still runs.`);
    await new Promise((resolve) => setImmediate(resolve));
  }
}

test("after a failure only steps that ask for it run", async () => {
  const played = await steps(`
- { id: bad, run: exit 3 }
- run: echo default
- { if: failure(), run: "echo failure \${{ steps.bad.outcome }} \${{ job.status }}" }
- { if: always(), run: echo always }
- { if: cancelled(), run: echo cancelled }
- { if: "\${{ steps.bad.outcome == 'failure' }}", run: echo without a status }`);
  expect(played.log).toEqual(["failure failure failure", "always"]);
  expect(annotated(played)).toBe("error: Process completed with exit code 3.");
});

test("continue-on-error forgives a step", async () => {
  const step = await steps(`
- { id: bad, continue-on-error: true, run: exit 1 }
- run: echo "\${{ steps.bad.outcome }} \${{ steps.bad.conclusion }}"`);
  expect(step.log).toEqual(["failure success"]);
});

const hurry = { patience: { interrupt: 60, terminate: 60, cancel: 5000, minute: 150 } };

test("who ignores SIGINT gets SIGTERM, who ignores both is killed with all that it started", async () => {
  const files = nodeAction(
    "deaf",
    `const { spawn } = require("node:child_process");
     for (const s of ["SIGINT", "SIGTERM"]) process.on(s, () => console.log(s));
     const child = spawn("sleep", ["30"]); console.log("child " + child.pid); setInterval(() => {}, 1000);`,
  );
  const played = await steps(
    "- { timeout-minutes: 1, uses: OWNER/prism-rollout/actions/deaf@v1 }",
    "",
    hurry,
    files,
  );
  expect(played.log.slice(1)).toEqual(["SIGINT", "SIGTERM"]);
  const pid = Number(played.log[0]?.slice("child ".length));
  await gone(pid);
});

test("what a step leaves in the background serves the next steps and ends with the job; the reaper hears of both", async () => {
  const spawned = new Set<number>();
  const onSpawn = (pid: number): (() => void) => {
    spawned.add(pid);
    return () => spawned.delete(pid);
  };
  const played = await steps(
    "- run: sleep 30 & echo $! | tee pid\n- run: kill -0 $(cat pid) && echo alive",
    "",
    { onSpawn },
  );
  expect(played.log[1]).toBe("alive");
  await gone(Number(played.log[0]));
  expect(spawned.size).toBe(0);
});

test("a post step runs at the end, the last first, with its state, after a failure too", async () => {
  const program = (name: string): string => `const { appendFileSync } = require("node:fs");
if (process.env.STATE_was) console.log("post ${name} " + process.env.STATE_was + " " + process.env.INPUT_X);
else { appendFileSync(process.env.GITHUB_STATE, "was=${name}\\n"); console.log("main ${name}"); }`;
  const files = {
    ...nodeAction("one", program("one"), { inputs: "{ x: {} }", more: ", post: ../../dist/one.js" }),
    ...nodeAction("two", program("two"), { inputs: "{ x: {} }", more: ", post: ../../dist/two.js" }),
  };
  const use = (name: string): string =>
    `- { uses: OWNER/prism-rollout/actions/${name}@v1, with: { x: ${name} } }\n`;
  const played = await steps(`${use("one")}${use("two")}- run: exit 1`, "", {}, files);
  expect(played.log).toEqual(["main one", "main two", "post two two two", "post one one one"]);
});

test("a run step has its shell and its folder, from the step, the job or the workflow", async () => {
  const played = await playText(
    stage({}),
    `on: push
defaults: { run: { working-directory: a } }
jobs:
  a:
    runs-on: u
    steps: [{ run: mkdir a, working-directory: . }, { run: basename "$PWD" }, { run: "false | true; echo sh", shell: sh }]
  b:
    runs-on: u
    defaults: { run: { shell: bash, working-directory: "\${{ github.event.none || '.' }}" } }
    steps: [{ run: 'echo \${BASH_VERSION:+bash}; false | true' }]
`,
  );
  expect(played.log).toEqual(expect.arrayContaining(["a", "sh", "bash"]));
  expect(played.results).toEqual({ a: "success", b: "failure" });
});

test("hashFiles is over the workspace: the same for the same files, '' where none fits", async () => {
  const played = await steps(`
- run: mkdir sub && echo 1 > a.lock && echo 2 > sub/b.lock && ln -s a.lock link.lock
- run: echo "\${{ hashFiles('**/*.lock') == hashFiles('a.lock', 'sub/*.lock') }} \${{ hashFiles('**/*.lock', '!sub/**') == hashFiles('*.lock') }} [\${{ hashFiles('none') }}]"`);
  expect(played.log).toEqual(["true true []"]);
});

test("an expression that cannot be evaluated fails its step with a reason", async () => {
  const played = await steps("- run: echo ${{ fromJSON('{') }}");
  expect(played.results).toEqual({ one: "failure" });
  expect(played.annotations).toHaveLength(1);
});

test("an action of the workspace is read when its turn comes", async () => {
  const where = stage({});
  const source = join(where.folder, "app");
  writeFileSync(
    join(source, "action.yml"),
    "name: l\ndescription: d\nruns: { using: composite, steps: [{ run: echo local, shell: bash }] }\n",
  );
  const played = await playText(
    where,
    `on: push\njobs:\n  one:\n    runs-on: u\n    steps:\n      - run: cp ${source}/action.yml .\n      - uses: ./\n      - { uses: ./gone, if: always() }\n`,
  );
  expect(played.log).toContain("local");
  expect(annotated(played)).toContain("Can't find action.yml");
});

test("an action's main and its post are run by the world's node, with the options for it", async () => {
  const say = `console.log(process.execArgv.join(" "))`;
  const files = nodeAction("told", say, { more: ", post: ../../dist/told.js" });
  const played = await steps(
    "- uses: OWNER/prism-rollout/actions/told@v1",
    "",
    { nodeOptions: ["--no-opt", "--stack-trace-limit=7"] },
    files,
  );
  expect(played.log).toEqual(Array(2).fill("--no-opt --stack-trace-limit=7"));
});
