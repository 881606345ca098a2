import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type Reaper, startReaper } from "../../../rehearsal/engines/reaper.ts";
import { traffic } from "../../../rehearsal/own/traffic.ts";
import { env, folderWith } from "./stage.ts";

let reaper: Reaper;
beforeAll(() => {
  reaper = startReaper();
});
afterAll(() => reaper.close());

/** Runs it until it has written so many lines to `ran`, or until it ends by itself. */
async function runUntil(line: string, lines: number) {
  const cwd = folderWith({ ran: "" });
  const over = new AbortController();
  const began = traffic(line, { cwd, env: { ...env, BASE_URL: "http://127.0.0.1:1" }, reaper });
  const ran = (): readonly string[] => readFileSync(join(cwd, "ran"), "utf8").split("\n").slice(0, -1);
  const watch = setInterval(() => (ran().length >= lines ? over.abort() : undefined), 10);
  await began.use(over.signal);
  clearInterval(watch);
  return { ran: ran(), told: began.told() };
}

function stateOf(pid = ""): string {
  try {
    return /\) (.)/.exec(readFileSync(`/proc/${pid}/stat`, "latin1"))?.[1] ?? "";
  } catch {
    return "gone";
  }
}

test("the command runs again and again, with the addresses and nothing of a secret, until observe has ended", async () => {
  const { ran, told } = await runUntil('echo "$BASE_URL${TOKEN:-}" >> ran', 3);
  expect(ran).toEqual(Array(3).fill("http://127.0.0.1:1"));
  expect(told).toMatch(/^The traffic `echo .* ran (2|3) times\.$/);
});

test("one that is still at work then is ended, with all that it has started", async () => {
  const { ran, told } = await runUntil("(sleep 600) & echo $! >> ran; wait", 1);
  // Where nobody collects orphans, what has ended is still listed as a zombie.
  expect(stateOf(ran[0])).toMatch(/^(gone|Z)$/);
  expect(told).toBeUndefined();
});

test("one that only fails is given up, and why it failed is told", async () => {
  const { ran, told } = await runUntil("echo x >> ran; echo no such page >&2; exit 3", 9);
  expect(ran).toHaveLength(3);
  expect(told).toMatch(/ran 3 times, and was given up: 3 of 3 failed, at last with\nno such page$/);
});

test("one that fails at times is not given up", async () => {
  const { ran, told } = await runUntil('echo x >> ran; [ "$(wc -l < ran)" -gt 2 ]', 5);
  expect(ran).toHaveLength(5);
  expect(told).toMatch(/: 2 of [45] failed/);
});
