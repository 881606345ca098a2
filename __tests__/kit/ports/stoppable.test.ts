import { expect, test } from "@jest/globals";
import { mkdtemp, readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { childEnv } from "../../../kit/ports/exec.ts";
import { liveExec } from "../../../kit/ports/live-exec.ts";

const env = childEnv(process.env);
const options = { cwd: tmpdir(), env };

function recording(): { readonly exec: ReturnType<typeof liveExec>; readonly written: () => string } {
  let text = "";
  return { exec: liveExec((part) => (text += part)), written: () => text };
}

test("lines carry the prefix, also the last one without an end", async () => {
  const { exec, written } = recording();
  const done = await exec("sh", ["-c", "printf 'one\\ntwo'; echo three >&2"], { ...options, prefix: "[a] " });
  expect(done.exitCode).toBe(0);
  expect(written()).toContain("[a] one\n");
  expect(written()).toContain("[a] two\n");
  expect(written()).toContain("[a] three\n");
  expect(done.tail).toContain("two");
});

test("what looks like a workflow command comes between stop-commands and its end, also of two at once", async () => {
  const { exec, written } = recording();
  const say = (text: string): Promise<unknown> =>
    exec("sh", ["-c", `sleep 0.1; echo '${text}'`], { ...options, prefix: "" });
  await Promise.all([say("::error::one"), say("##[error]two")]);
  const token = /^::stop-commands::(\S+)\n/.exec(written())?.[1] ?? "(none)";
  expect(written().match(/::stop-commands::/g)).toHaveLength(1);
  expect(written().endsWith(`::${token}::\n`)).toBe(true);
});

test("a program over its limit is ended with all that it started, even what ignores the request", async () => {
  const folder = await mkdtemp(join(tmpdir(), "prism-rollout-stop-"));
  const stubborn = `trap '' TERM; echo $$ > ${folder}/pid; while true; do sleep 0.05; done`;
  const { exec } = recording();
  const done = await exec("sh", ["-c", `sh -c '${stubborn.replaceAll("'", `'"'"'`)}' & wait`], {
    ...options,
    limit: 400,
  });
  expect(done.stopped).toBe("time-limit");
  const pid = (await readFile(join(folder, "pid"), "utf8")).trim();
  // Where nobody collects orphans, what has ended is still listed as a zombie.
  const state = await readFile(`/proc/${pid}/stat`, "utf8").catch(() => ") Z");
  expect(state).toMatch(/\) Z/);
}, 15_000);

test("an aborted signal ends a program, and one that is aborted already does so at once", async () => {
  const { exec } = recording();
  const stop = new AbortController();
  const running = exec("sleep", ["30"], { ...options, signal: stop.signal });
  stop.abort();
  expect(await running).toMatchObject({ stopped: "signal" });
  expect(await exec("sleep", ["30"], { ...options, signal: stop.signal })).toMatchObject({
    stopped: "signal",
  });
});

test("a program that leaves something behind with our pipes does not hold us past its limit", async () => {
  const { exec } = recording();
  const done = await exec("sh", ["-c", "sleep 8 & exit 0"], { ...options, limit: 100 });
  expect(done.stopped).toBe("time-limit");
}, 15_000);

test("fifty megabytes and a line without an end pass through without filling the memory", async () => {
  let bytes = 0;
  const exec = liveExec((text) => (bytes += text.length));
  const code = "for (let i = 0; i < 50; i += 1) require('fs').writeSync(1, 'x'.repeat(1e6))";
  const done = await exec(process.execPath, ["-e", code], { ...options, prefix: "[big] " });
  expect(done.exitCode).toBe(0);
  expect(done.tail).toHaveLength(8000);
  expect(bytes).toBeGreaterThan(50_000_000);
}, 30_000);

test("a program that is not there is said so", async () => {
  const { exec } = recording();
  const running = exec("no-such-program", [], { ...options, prefix: "" });
  await expect(running).rejects.toMatchObject({ code: "PR441" });
});
