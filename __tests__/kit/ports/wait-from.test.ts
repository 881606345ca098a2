import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { retry } from "../../../kit/ports/retry.ts";
import { waitFrom } from "../../../kit/ports/wait-from.ts";
import { fakeClock } from "../../support/fake-clock.ts";
import { recordingLog } from "../../support/recording-log.ts";

const now = Date.UTC(2026, 10, 28, 12);
const wait = (headers: Record<string, string>): number => waitFrom(new Headers(headers), now);

test.each([
  ["Retry-After in seconds", { "retry-after": "7", "x-ratelimit-reset": "31" }, 7000],
  ["Retry-After as a date", { "retry-after": new Date(now + 20_000).toUTCString() }, 20_000],
  ["X-RateLimit-Reset where there is no Retry-After", { "x-ratelimit-reset": "31" }, 31_000],
  ["X-RateLimit-Reset as a time", { "x-ratelimit-reset": String(now / 1000 + 12) }, 12_000],
  [
    "X-RateLimit-Reset where Retry-After says nothing",
    { "retry-after": "soon", "x-ratelimit-reset": "9" },
    9000,
  ],
  ["X-RateLimit-Reset where Retry-After is over", { "retry-after": "0", "x-ratelimit-reset": "9" }, 9000],
  ["nothing", {}, 0],
  ["nothing where a day is asked for", { "retry-after": "86400" }, 0],
  ["nothing where the time is over", { "x-ratelimit-reset": String(now / 1000 - 5) }, 0],
])("a service is waited for by %s", (_, headers, ms) => {
  expect(wait(headers)).toBe(ms);
});

test("whatever a service says, the wait is a number from 0 to five minutes", () => {
  const said = fc.option(fc.oneof(fc.string(), fc.integer().map(String), fc.double().map(String)), {
    nil: undefined,
  });
  fc.assert(
    fc.property(said, said, (after, reset) => {
      const get = (name: string) => (name === "retry-after" ? after : reset) ?? null;
      const ms = waitFrom({ get }, now);
      expect(ms >= 0 && ms <= 300_000).toBe(true);
    }),
  );
});

test("without a word of the service waits double, each with jitter of its own, up to the longest", async () => {
  const clock = fakeClock();
  const rolls = [0, 1, 0.5, 0, 1];
  const random = () => rolls.shift() ?? 0;
  const options = { what: "x", attempts: 6, firstWait: 500, longestWait: 4000, random };
  const never = retry({ clock, log: recordingLog() }, options, async () => ({ again: new Error("no") }));
  await expect(never).rejects.toThrow("no");
  expect(clock.slept).toEqual([500, 1250, 2250, 4000, 4000]);
});
