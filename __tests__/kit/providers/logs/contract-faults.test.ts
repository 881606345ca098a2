import { afterEach, describe, expect, test } from "@jest/globals";
import { html } from "../../../support/logs/answering.ts";
import { fixtures } from "../../../support/logs/fixtures.ts";
import { type SourceStage, clean, sourceStage } from "../../../support/logs/source-stage.ts";

/** The other half of the contract suite: what a source answers when it is not well. */
const open: SourceStage[] = [];

afterEach(async () => {
  await Promise.all(open.splice(0).map((one) => one.close()));
});

const minute = 60_000;

describe.each(fixtures)("$name", (fixture) => {
  const start = async (): Promise<SourceStage> => {
    const made = await sourceStage(fixture);
    open.push(made);
    return made;
  };

  test("429 is waited out as long as the source says, also where no JSON tells it", async () => {
    const { log, observe, fault, slept } = await start();
    log(...clean(40));
    fault({ status: 429, body: html, headers: { "retry-after": "200" } }, 1);
    expect((await observe({ window: "10m" })).report.verdict).toBe("pass");
    expect(slept).toEqual([minute, 200_000]);
  });

  test("429 without an end is an error, and never a pass", async () => {
    const { log, observe, fault } = await start();
    log(...clean(40));
    fault({ status: 429, body: "slow down" });
    const { report } = await observe();
    expect(report).toMatchObject({ verdict: "error", reason: expect.stringContaining("PR307") });
  });

  test.each([
    ["500", { status: 500, body: "boom" }],
    ["503", { status: 503, body: html }],
    ["a page", { status: 200, body: html }],
    ["an answer that is cut", { status: 200, body: '{"status":"succ' }],
    ["nothing", { status: 200, body: "" }],
    ["an error inside a 200", fixture.errorInside],
    ...fixture.garbage.map(([name, body]) => [name, { status: 200, body }] as const),
  ])(
    "%s is no count: an error when the budget is used up, never a pass and never a failing release",
    async (_, wrong) => {
      const { log, observe, fault, asked } = await start();
      log(...clean(40));
      fault(wrong);
      const { report } = await observe({ "error-budget": "2" });
      expect(report).toMatchObject({ verdict: "error", reason: expect.stringContaining("2 times in a row") });
      expect(asked()).toBeGreaterThan(1);
      expect(report.evidence).toContain("0 of 2 looks were answered");
    },
  );

  test("an error that passes is looked past", async () => {
    const { log, observe, fault } = await start();
    log(...clean(40));
    fault({ status: 503, body: "" }, 1);
    expect((await observe()).report.verdict).toBe("pass");
  });

  test("a token that is refused is told at once, which one to pass, and not what it is", async () => {
    const { log, observe } = await start();
    log(...clean(40));
    const { report } = await observe(fixture.wrongToken);
    expect(report).toMatchObject({
      verdict: "error",
      reason: expect.stringMatching(/PR302.*1 times in a row/),
    });
    expect(report.next).toMatch(/token/);
    for (const value of Object.values(fixture.wrongToken))
      expect(JSON.stringify(report)).not.toContain(value);
  });

  test("a name that the source does not know is told at once", async () => {
    const { log, observe, given } = await start();
    log(...clean(40));
    const told = await observe(fixture.unknown(given)).then(
      ({ report }) => report.reason,
      (error: unknown) => String(error),
    );
    expect(told).toMatch(/404|PR303/);
  });

  test("a source that never answers costs its time limit, and is no count", async () => {
    const { log, observe, fault } = await start();
    log(...clean(40));
    fault({ status: 200, body: "", silent: true });
    const { report } = await observe({ "log-timeout": "30ms", "error-budget": "2" });
    expect(report).toMatchObject({ verdict: "error", reason: expect.stringContaining("PR301") });
  });
});
