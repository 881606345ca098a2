import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { readFile } from "node:fs/promises";
import { type ObserveStage, observeStage } from "../../support/observe-stage.ts";
import { type Entry, attempts, completed, start } from "../../support/observed-project.ts";

let stage: ObserveStage;

beforeEach(async () => {
  stage = await observeStage();
});

afterEach(() => stage.project.close());

const fast = { "latency-limit": "2s", window: "2m" };

/** Attempts, each with the ms that it took. */
function took(...milliseconds: readonly unknown[]): void {
  const at = start + 1_000;
  stage.project.log(
    ...milliseconds.map((duration_ms, one): Entry => ({
      slug: "finalize",
      at,
      event: completed(`t${one}`, duration_ms === undefined ? {} : { duration_ms }),
    })),
  );
}

const times = (count: number, milliseconds: unknown): readonly unknown[] =>
  Array.from({ length: count }, () => milliseconds);

test("attempts that keep to the limit pass, one slow one among them", async () => {
  took(3_000, ...times(39, 1_200));
  const { report } = await stage.observe(fast);
  expect(report).toMatchObject({
    verdict: "pass",
    reason:
      "0 of 40 attempts failed: with 0, 32 or more pass. 1 of 40 attempts took more than 2,000 ms: with 1, 21 or more pass.",
  });
  expect(report.evidence).toContain("1 of 40 attempts took more than 2,000 ms (duration_ms)");
});

test("too many slow attempts fail a release that has no failure", async () => {
  took(...times(8, 2_001), ...times(8, 500));
  const { report } = await stage.observe(fast);
  expect(report).toMatchObject({
    verdict: "fail",
    reason: expect.stringMatching(
      /^8 of 16 attempts took more than 2,000 ms: with 8, up to \d+ attempts say that the rate is not 5% but 25% or more\.$/,
    ),
  });
});

test("with the quantile that is declared more of them may be slow", async () => {
  took(...times(8, 2_001), ...times(32, 500));
  const { report } = await stage.observe({ ...fast, "latency-quantile": "80%" });
  expect(report.verdict).toBe("pass");
});

test("where no attempt says how long it took, nothing passes", async () => {
  took(...times(40, undefined));
  const { report } = await stage.observe(fast);
  expect(report).toMatchObject({
    verdict: "inconclusive",
    reason: "0 of 40 attempts say in duration_ms how many milliseconds they took.",
  });
});

test.each([
  ["a text", "900"],
  ["null", null],
  ["less than nothing", -1],
  ["a list", [900]],
  ["an object", { ms: 900 }],
  ["a condition", true],
])("%s instead of a number is no time: it neither passes nor fails", async (_, value) => {
  took(...times(40, value));
  const { report } = await stage.observe(fast);
  expect(report.verdict).toBe("inconclusive");
  expect(report.evidence).toContain("0 of 40 attempts say how long they took");
});

test("an attempt counts by its slowest entry, and what no real user caused does not count", async () => {
  took(...times(40, 500));
  for (let again = 0; again < 10; again += 1) took(2_500);
  const synthetic = Array.from({ length: 10 }, (_, one) => ({
    event: completed(`robot${one}`, { duration_ms: 9_000, synthetic: true }),
  }));
  stage.project.log(...synthetic);
  const { report } = await stage.observe(fast);
  expect(report.verdict).toBe("pass");
  expect(report.evidence).toContain("1 of 40 attempts took more than 2,000 ms (duration_ms)");
});

test("checks that can fail a release share what they may fail by chance, and the page says so", async () => {
  took(...times(40, 500));
  const given = { ...fast, baseline: "7d", "on-silence": "fail" };
  const { report, outputs } = await stage.observe(given);
  expect(report.evidence).toContain(
    "3 checks (failures, latency, silence) share 1%: each fails a good release at most 0.3333% of the time",
  );
  expect(JSON.parse(await readFile(outputs.observation ?? "", "utf8"))).toMatchObject({
    limits: { falseFail: 3_333, falsePass: 50_000 },
    latencyLimits: { tolerable: 50_000, unacceptable: 250_000, falseFail: 3_333 },
  });
  expect(report.tables?.map(({ title }) => title).join()).toContain("wrong at most 0.3333% and 5%");
});

test("one check has all of it, and says nothing of sharing", async () => {
  stage.project.log(...attempts(40, { at: start + 1_000 }));
  const { report } = await stage.observe({ window: "2m" });
  expect(report.evidence?.join()).not.toContain("share");
});

test("a preset is the two rates that are not given", async () => {
  stage.project.log(...attempts(20, { at: start + 1_000 }));
  const verdict = async (given: Readonly<Record<string, string>>): Promise<string | undefined> =>
    (await stage.observe({ window: "1m", ...given })).report.verdict;
  expect(await verdict({ preset: "coarse" })).toBe("pass");
  expect(await verdict({ preset: "default" })).toBe("inconclusive");
  expect(await verdict({ preset: "coarse", "unacceptable-rate": "10%" })).toBe("inconclusive");
  await expect(stage.observe({ preset: "strict", "tolerable-rate": "5%" })).rejects.toMatchObject({
    code: "PR102",
  });
});

test("a quantile of less than half, and a field that is no name, are refused", async () => {
  await expect(stage.observe({ ...fast, "latency-quantile": "49%" })).rejects.toMatchObject({
    code: "PR102",
  });
  await expect(stage.observe({ ...fast, "latency-field": "a'b" })).rejects.toMatchObject({ code: "PR102" });
});
