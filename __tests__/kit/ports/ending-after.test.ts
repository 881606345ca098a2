import { expect, test } from "@jest/globals";
import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { endingAfter } from "../../../kit/ports/ending-after.ts";

test("it ends with the first of its signals, for that one's reason", () => {
  const [one, two] = [new AbortController(), new AbortController()];
  const signal = endingAfter(60_000, one.signal, undefined, two.signal);
  expect(signal.aborted).toBe(false);
  two.abort("enough");
  one.abort("late");
  expect([signal.aborted, signal.reason]).toEqual([true, "enough"]);
});

test("what has ended before has ended", () => {
  expect(endingAfter(60_000, AbortSignal.abort("before")).reason).toBe("before");
});

test("it ends when its time is over", async () => {
  const signal = endingAfter(5);
  await new Promise((resolve) => signal.addEventListener("abort", resolve));
  expect(signal.reason).toMatchObject({ name: "TimeoutError" });
});

/** In a process of its own, whose collector can be called. */
const program = `
  const { endingAfter } = await import(process.argv[1]);
  const { createServer } = await import("node:http");
  const silent = createServer(() => undefined);
  await new Promise((resolve) => silent.listen(0, "127.0.0.1", resolve));
  const world = new AbortController();
  const ask = () => fetch("http://127.0.0.1:" + silent.address().port, { signal: endingAfter(100, world.signal) });
  const asked = Array.from({ length: 20 }, () => ask().catch(({ name }) => name));
  for (let turn = 0; turn < 10; turn += 1) {
    gc();
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  const late = new Promise((resolve) => setTimeout(resolve, 5000, "never"));
  const ends = await Promise.all(asked.map((one) => Promise.race([one, late])));
  console.log(JSON.stringify([...new Set(ends)]));
  process.exit();
`;

test("no collector makes it forget its end", async () => {
  expect(JSON.parse((await play(program)).stdout)).toEqual(["TimeoutError"]);
});

test("fifty at a time on one signal are not told as a leak", async () => {
  const fifty = `
    const { endingAfter } = await import(process.argv[1]);
    const stop = new AbortController();
    const all = Array.from({ length: 50 }, () => endingAfter(60000, stop.signal));
    await new Promise((resolve) => setImmediate(resolve));
    stop.abort();
    console.log(all.filter(({ aborted }) => aborted).length);
  `;
  expect(await play(fifty)).toEqual({ stdout: "50\n", stderr: "" });
});

/** Each signal is known to nobody but to what listens to it, as those of a release's parts are. */
const any = `
  const { endingAfter } = await import(process.argv[1]);
  const [world, failed] = [new AbortController(), new AbortController()];
  const kinds = {
    controllers: () => [world.signal, failed.signal],
    "one that nobody else has": () => [world.signal, new AbortController().signal],
    "one of one": () => [AbortSignal.any([world.signal, failed.signal])],
    "one of ours": () => [failed.signal, endingAfter(60000, world.signal)],
  };
  const ended = Object.fromEntries(Object.keys(kinds).map((kind) => [kind, 0]));
  for (const [kind, signals] of Object.entries(kinds))
    for (let at = 0; at < 100; at += 1)
      AbortSignal.any(signals()).addEventListener("abort", () => (ended[kind] += 1));
  for (let turn = 0; turn < 10; turn += 1) {
    gc();
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  world.abort();
  console.log(JSON.stringify(ended));
`;

test("no collector makes it forget AbortSignal.any, where no AbortSignal.timeout is among its signals", async () => {
  const all = { controllers: 100, "one that nobody else has": 100, "one of one": 100, "one of ours": 100 };
  expect(JSON.parse((await play(any)).stdout)).toEqual(all);
});

/** A module that gets the path of ours as its argument. */
function play(text: string): Promise<{ readonly stdout: string; readonly stderr: string }> {
  const module = fileURLToPath(new URL("../../../lib/kit/ports/ending-after.js", import.meta.url));
  const args = ["--expose-gc", "--input-type=module", "-e", text, module];
  return promisify(execFile)(process.execPath, args, { timeout: 20_000 });
}
