import { afterEach, expect, test } from "@jest/globals";
import { systemClock } from "../../../../kit/ports/clock.ts";
import { openCloudflare } from "../../../../kit/providers/cdns/cloudflare/cloudflare.ts";
import type { Pattern } from "../../../../kit/providers/cdns/pattern.ts";
import { type CdnWorld, cdnWorld } from "../../../support/cdn-world.ts";
import { fakeClock } from "../../../support/fake-clock.ts";
import { testWorld } from "../../../support/test-world.ts";

const open: CdnWorld[] = [];

afterEach(async () => {
  await Promise.all(open.splice(0).map((one) => one.close()));
});

async function start(options?: Parameters<typeof cdnWorld>[0]) {
  const made = await cdnWorld(options);
  open.push(made);
  const world = await testWorld();
  const inputs = made.inputs();
  const purge = (patterns: readonly Pattern[], clock = systemClock) =>
    openCloudflare(inputs, { ...world, clock }).purge({
      origins: made.origins,
      patterns,
      soft: false,
      key: "1",
    });
  return { ...made, asCdn: openCloudflare(inputs, world), purge };
}

test("more than a hundred items are several calls", async () => {
  const { purge, cloudflare } = await start();
  const ids = await purge(Array.from({ length: 130 }, (_, index) => ({ kind: "tag", value: `t${index}` })));
  expect(ids).toHaveLength(2);
  const sizes = cloudflare.state().purges.map(({ body }) => (body["tags"] as unknown[]).length);
  expect(sizes.sort((a, b) => b - a)).toEqual([100, 30]);
});

test("calls that do not depend on each other are made at once, four at most", async () => {
  const { inputs, origins } = await start();
  const world = await testWorld();
  let [now, most] = [0, 0];
  const http: typeof world.http = async (url, init) => {
    now += 1;
    most = Math.max(most, now);
    return await world.http(url, init).finally(() => (now -= 1));
  };
  const patterns = Array.from({ length: 600 }, (_, index) => ({ kind: "tag" as const, value: `t${index}` }));
  const cdn = openCloudflare(inputs(), { ...world, http });
  expect(await cdn.purge({ origins, patterns, soft: false, key: "1" })).toHaveLength(6);
  expect(most).toBe(4);
});

test("a call that is too long for the plan is halved until it fits", async () => {
  const { purge, cloudflare } = await start();
  const json = { success: false, errors: [{ code: 1094, message: "only 30" }], messages: [], result: null };
  cloudflare.change(({ faults }) => faults.push({ method: "POST", path: ".*", times: 1, status: 400, json }));
  const ids = await purge(Array.from({ length: 100 }, (_, index) => ({ kind: "tag", value: `t${index}` })));
  expect(ids).toHaveLength(2);
});

test("a short call that is refused is not sent again", async () => {
  const { purge, cloudflare } = await start();
  const json = { success: false, errors: [{ code: 1012, message: "no" }], messages: [], result: null };
  cloudflare.change(({ faults }) => faults.push({ method: "POST", path: ".*", times: 9, status: 400, json }));
  await expect(purge([{ kind: "tag", value: "a" }])).rejects.toMatchObject({ code: "PR304" });
  expect(cloudflare.requests).toHaveLength(1);
});

test("a Free zone's limit is waited for", async () => {
  const { purge, cloudflare } = await start({ plan: "free" });
  cloudflare.change(({ zones: [one] }) => {
    if (one) one.bucket = { tokens: 0, filledAt: Date.now() };
  });
  const clock = fakeClock();
  const asked = purge([{ kind: "tag", value: "a" }], {
    ...clock,
    sleep: async (ms) => {
      await clock.sleep(ms);
      cloudflare.change(({ zones: [one] }) => {
        if (one) one.bucket = { tokens: 1, filledAt: Date.now() };
      });
    },
  });
  expect(await asked).toHaveLength(1);
  expect(clock.slept).toEqual([12_000]);
});

test.each([
  ["HIT", "cache"],
  ["STALE", "cache"],
  ["MISS", "origin"],
  ["EXPIRED", "origin"],
  ["REVALIDATED", "origin"],
  ["DYNAMIC", "uncached"],
  ["BYPASS", "uncached"],
])("%s came from: %s", async (word, from) => {
  const { asCdn } = await start();
  const headers = new Headers({ "cf-cache-status": word, age: "12" });
  expect(asCdn.says(headers)).toEqual({ from, said: `cf-cache-status ${word}, age 12` });
  expect(asCdn.says(new Headers())).toMatchObject({ from: "unknown" });
});
