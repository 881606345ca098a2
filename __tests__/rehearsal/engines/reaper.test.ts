import { expect, test } from "@jest/globals";
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { chmod, mkdir, mkdtemp, readdir, readFile, rmdir } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { startChild } from "../../../rehearsal/engines/child.ts";
import { startReaper } from "../../../rehearsal/engines/reaper.ts";

/** Polls, because what is watched for belongs to no process of ours. */
async function becomesTrue(check: () => Promise<boolean> | boolean, seconds = 15): Promise<boolean> {
  for (let n = 0; n < seconds * 20; n += 1) {
    if (await check()) return true;
    await wait(50);
  }
  return false;
}

/** The processes of a group; one that is dead but not yet collected by its parent does not count. */
async function membersOf(group: number): Promise<string[]> {
  const pids = (await readdir("/proc")).filter((name) => /^\d+$/.test(name));
  const stats = await Promise.all(pids.map((pid) => readFile(`/proc/${pid}/stat`, "utf8").catch(() => "")));
  return stats.filter((stat) => {
    const [state, , ofGroup] = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    return Number(ofGroup) === group && state !== "Z";
  });
}

/** The command lines of all processes whose command or environment mentions one of these texts. */
async function processesWith(...texts: readonly string[]): Promise<string[]> {
  const pids = (await readdir("/proc")).filter((name) => /^\d+$/.test(name));
  const read = (pid: string, file: string): Promise<string> =>
    readFile(`/proc/${pid}/${file}`, "utf8").catch(() => "");
  const all = await Promise.all(
    pids.map(async (pid) => [await read(pid, "cmdline"), await read(pid, "environ")] as const),
  );
  return all.filter((one) => texts.some((text) => one.join("\0").includes(text))).map(([command]) => command);
}

test("after kill -9 nothing is left: no process, no folder", async () => {
  const temporary = await mkdtemp(join(tmpdir(), "prism-rollout-test-"));
  await chmod(temporary, 0o755);
  const victim = spawn(
    process.execPath,
    [
      "--import",
      join(import.meta.dirname, "run-typescript.mjs"),
      join(import.meta.dirname, "reaper-victim.ts"),
    ],
    { stdio: ["ignore", "pipe", "inherit"], env: { ...process.env, TMPDIR: temporary } },
  );
  const line = await new Promise<string>((resolve) =>
    victim.stdout.once("data", (data) => resolve(String(data))),
  );
  const said = JSON.parse(line) as { folder: string; status: number; port: number; group: number };
  const { folder, port, group } = said;
  const mentions = [temporary, `-p\0${port}\0`, `127.0.0.1:${port}/`];
  expect(said.status).toBe(200);
  expect(existsSync(folder)).toBe(true);
  expect(await membersOf(group)).toHaveLength(2);
  // The victim itself, PostgreSQL, PostgREST and Deno, at least.
  expect((await processesWith(...mentions)).length).toBeGreaterThanOrEqual(4);

  victim.kill("SIGKILL");

  expect(await becomesTrue(() => !existsSync(folder))).toBe(true);
  expect(await membersOf(group)).toEqual([]);
  expect(await becomesTrue(async () => (await processesWith(...mentions)).length === 0)).toBe(true);
  expect(await becomesTrue(async () => (await readdir(temporary)).length === 0)).toBe(true);
  await rmdir(temporary);
}, 30_000);

test("what has ended by itself is left alone, and close reaps the rest", async () => {
  const reaper = startReaper();
  const folder = await mkdtemp(join(tmpdir(), "prism-rollout-test-"));
  await mkdir(join(folder, "kept"));
  reaper.folder(join(folder, "kept")).release();
  reaper.folder(join(folder, "gone"));
  await mkdir(join(folder, "gone"));
  const child = startChild({
    command: process.execPath,
    args: ["-e", "setInterval(() => {}, 1000)"],
    env: {},
    reaper,
  });
  await reaper.close();
  expect((await child.ended).signal).toBe("SIGTERM");
  expect(await readdir(folder)).toEqual(["kept"]);
  const last = startReaper();
  last.folder(folder);
  await last.close();
  expect(existsSync(folder)).toBe(false);
});

test("a command that is not there is an ending with a reason, not an exception", async () => {
  const child = startChild({ command: "/nowhere/at-all", args: [], env: {} });
  expect((await child.ended).error?.message).toContain("ENOENT");
  await child.stop();
});
