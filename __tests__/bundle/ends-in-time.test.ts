import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { readFileSync } from "node:fs";
import { startReaper } from "../../rehearsal/engines/reaper.ts";
import { serveLoopback } from "../support/serve-loopback.ts";
import { runBundle } from "./bundle-child.ts";
import { expectRefusal } from "./expect-refusal.ts";
import { type Waits, longWaits } from "./longest-waits.ts";
import { startStack } from "./stack.ts";

/** How long an action may take to begin to wait, and to end: the machine may be busy. */
const startAndEnd = 25_000;

/** What a runner waits between its SIGINT and its SIGTERM, less what it takes to notice. */
const patience = 7000;

let waits: Waits & { close(): Promise<void> };
let asked: () => void = () => undefined;

beforeAll(async () => {
  const [stack, silent] = await Promise.all([startStack(), serveLoopback(() => asked())]);
  waits = {
    stack,
    silent: silent.url,
    asked: () => new Promise<void>((done) => (asked = done)),
    close: async () => void (await Promise.all([stack.close(), silent.close()])),
  };
}, 60_000);
afterAll(() => waits.close());

test.each(longWaits.map((wait) => [wait.action, wait.waitsFor, wait] as const))(
  "SIGINT while %s waits for %s: it ends soon, says why, and loses nothing that it told",
  async (action, _, { start, told, says = "a re-run of this job goes on from there" }) => {
    const ran = await waits.stack.run(action, await start(waits));
    expectRefusal(ran, "PR503", ["asked this job to stop (SIGINT)", says], startAndEnd);
    expect(ran.afterSignal).toBeLessThan(patience);
    expect(ran.summary).toContain("error");
    expect(ran.outputs).toMatch(/^verdict<<(\S+)\nerror\n\1$/m);
    if (told !== undefined) expect(ran.outputs).toContain(`${told}<<`);
  },
  30_000,
);

test.each([
  ["build", { command: "echo begun; sleep 60" }, "Build: echo begun; sleep 60"],
  ["smoke", { install: "none", commands: "echo begun; sleep 60" }, "Running `echo begun; sleep 60`."],
])(
  "%s ends by itself when its time is over, and says what it waited for",
  async (action, inputs, last) => {
    const ran = await waits.stack.run(action, { inputs: { ...inputs, "time-limit": "2500ms" } });
    expectRefusal(ran, "PR504", [
      "did not end within its time limit of 3 s",
      `«${last}»`,
      "raise `time-limit`",
    ]);
    expect(ran.outputs).toMatch(/^verdict<<(\S+)\nerror\n\1$/m);
  },
  30_000,
);

test("an action that is done ends, whatever is still open in its process", async () => {
  const open = "import { createServer } from 'node:net'; createServer().listen(0, '127.0.0.1');";
  const env = { NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(open)}` };
  const ran = await waits.stack.run("smoke", { inputs: { install: "none", commands: "true" }, env });
  expect({ code: ran.code, errors: ran.errors }).toEqual({ code: 0, errors: [] });
  expect(ran.outputs).toMatch(/^verdict<<(\S+)\npass\n\1$/m);
}, 30_000);

test("an action that a test has left waiting is ended, and with it all that it started", async () => {
  const reaper = startReaper();
  let begun: (pid: string) => void = () => undefined;
  const shell = new Promise<string>((done) => (begun = done));
  const ran = runBundle("smoke", {
    workspace: await waits.stack.checkout(),
    inputs: { ...waits.stack.inputs("smoke"), install: "none", commands: `echo "begun $$"; ${deaf}` },
    during: (text) => {
      const [, pid] = /begun (\d+)$/m.exec(text) ?? [];
      if (pid !== undefined) begun(pid);
    },
    reaper,
  });
  const pid = await Promise.race([shell, ran.then(({ out }) => Promise.reject(new Error(out)))]);
  const was = isAtWork(pid);
  await reaper.close();
  expect(was).toBe(true);
  expect((await ran).code).toBe(null);
  expect(isAtWork(pid)).toBe(false);
}, 30_000);

const deaf = "trap '' TERM INT; while :; do sleep 1; done";

/** Whether a process is there, and not only its name until somebody asks how it ended. */
function isAtWork(pid: string): boolean {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "latin1");
    return stat.slice(stat.lastIndexOf(")") + 2).charAt(0) !== "Z";
  } catch {
    return false;
  }
}
