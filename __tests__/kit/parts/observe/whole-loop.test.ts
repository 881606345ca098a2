import { expect, test } from "@jest/globals";
import type { Watched } from "../../../../kit/parts/observe/watch-release.ts";
import type { Fault } from "../../../support/played-logs.ts";
import { type Played, playRelease } from "../../../support/played-release.ts";
import { seeded } from "../../../support/seeded.ts";

/** What a log source answers instead of counts. */
const wrong = {
  "a limited rate": { status: 429, body: "{}", wait: 45 },
  "a server's error": { status: 500, body: '{"message":"boom"}' },
  "an error inside of a 200": { status: 200, body: '{"result":[],"error":{"message":"backend"}}' },
  "a page": { status: 200, body: "<html>Please log in</html>" },
  "half an answer": { status: 200, body: '{"result":[{"attempts":"4' },
  "a row without most columns": { status: 200, body: '{"result":[{"attempts":"40","failed":"0"}]}' },
  "no row": { status: 200, body: '{"result":[]}' },
};

/** One answer of `every` is one of these. */
function faulty(random: () => number, every: number): Fault {
  const answers = Object.values(wrong);
  return () => (random() * every < 1 ? answers[Math.floor(random() * answers.length)] : undefined);
}

async function many(runs: number, played: Played, seed: number): Promise<readonly Watched[]> {
  const random = seeded(seed);
  const all: Watched[] = [];
  for (let run = 0; run < runs; run += 1)
    all.push(await playRelease({ fault: faulty(random, 12), ...played }, random));
  return all;
}

function share(all: readonly Watched[], word: string): number {
  return all.filter(({ verdict }) => verdict.verdict === word).length / all.length;
}

/** What is promised, and four standard deviations of as many runs. */
const bound = (promised: number, runs: number): number =>
  promised + 4 * Math.sqrt((promised * (1 - promised)) / runs);

const time = 120_000;

test(
  "through the whole loop a tolerable release is failed as seldom as promised, and most pass",
  async () => {
    const all = await many(60, { rate: 0.01 }, 1);
    expect(share(all, "fail")).toBeLessThanOrEqual(bound(0.01, all.length));
    expect(share(all, "pass")).toBeGreaterThan(0.9);
  },
  time,
);

test(
  "an unacceptable one is passed as seldom as promised, and seen within 1.3 times Wald's approximation",
  async () => {
    const all = await many(60, { rate: 0.1 }, 2);
    expect(share(all, "pass")).toBeLessThanOrEqual(bound(0.05, all.length));
    expect(share(all, "fail")).toBeGreaterThan(0.8);
    const seen = all.filter(({ verdict }) => verdict.verdict === "fail").map(({ verdict }) => verdict.n);
    // 29.2: ((1 - β) ln(1/α) + β ln β) / E(step) with the default limits, at 10 %.
    expect(seen.reduce((sum, n) => sum + n, 0) / seen.length).toBeLessThanOrEqual(1.3 * 29.2);
  },
  time,
);

test(
  "held to a noisy time before, a release that is as good is failed as seldom as promised",
  async () => {
    const all = await many(20, { rate: 0.02, before: { rate: 0.02, attempts: 250 } }, 3);
    expect(share(all, "fail")).toBeLessThanOrEqual(bound(0.01, all.length));
  },
  time,
);

test.each(Object.entries(wrong))(
  "%s instead of every count never passes, and never fails",
  async (_, answer) => {
    const { verdict } = await playRelease({ rate: 0, fault: () => answer }, seeded(4));
    expect(verdict.verdict).toBe("error");
  },
  time,
);

test("no traffic never passes", async () => {
  const { verdict } = await playRelease({ rate: 0, attempts: 0 }, seeded(5));
  expect(verdict).toMatchObject({ verdict: "inconclusive", x: 0, n: 0 });
});

test("an outage is never passed, however often the log source errs", async () => {
  const random = seeded(6);
  const all = await many(10, { rate: 1, fault: faulty(random, 2) }, 7);
  expect(share(all, "pass")).toBe(0);
});

test.each([
  ["failures that are cut off", (message: string) => cut(message, message.includes("broken"))],
  ["entries that are all cut off", (message: string) => cut(message, true)],
  ["entries that are no JSON", (message: string) => message.replaceAll('"event":', "event: ")],
])(
  "%s never pass",
  async (_, written) => {
    const all = await many(
      3,
      { rate: 0.3, written, attempts: 50, inputs: { window: "30m", "poll-interval": "5m" } },
      8,
    );
    expect(share(all, "pass")).toBe(0);
  },
  time,
);

function cut(message: string, isCut: boolean): string {
  return isCut ? message.slice(0, -4) : message;
}
