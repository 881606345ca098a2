import { afterEach, describe, expect, test } from "@jest/globals";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fixtures } from "../../../support/logs/fixtures.ts";
import { type SourceStage, at, clean, sourceStage } from "../../../support/logs/source-stage.ts";

const open: SourceStage[] = [];

afterEach(async () => {
  await Promise.all(open.splice(0).map((one) => one.close()));
});

const minute = 60_000;

/** What was found, for the table in docs/sources.md. */
const found = new Map<string, Map<string, string>>();

describe.each(fixtures)("$name", (fixture) => {
  const start = async (): Promise<SourceStage> => {
    const made = await sourceStage(fixture);
    open.push(made);
    return made;
  };
  const own = new Map<string, string>();
  found.set(fixture.name, own);

  test("clean traffic passes, and it is said by whom and as whose it was counted", async () => {
    const { log, observe, asked } = await start();
    log(...clean(40));
    const { report, outputs } = await observe();
    expect(report).toMatchObject({
      verdict: "pass",
      reason: "0 of 40 attempts failed: with 0, 32 or more pass.",
    });
    expect(outputs["dashboard-url"]).toMatch(/^https?:\/\/\S+$/);
    const said = report.evidence?.find((line) => line.startsWith("Counted by "));
    expect(said === undefined).toBe(fixture.name === "supabase");
    own.set("calls", String(asked()));
  });

  test("failures fail it, as soon as they are seen", async () => {
    const { log, observe, slept } = await start();
    log(
      ...clean(15),
      ...clean(3, { event: "failure" }).map((one) => ({ ...one, session: `f${one.session ?? ""}` })),
    );
    const { report } = await observe();
    expect(report).toMatchObject({
      verdict: "fail",
      reason: expect.stringMatching(/^3 of 18 attempts failed/),
    });
    expect(slept).toEqual([minute]);
  });

  test("an attempt that is tried again counts once, or it is said that it does not", async () => {
    const { log, observe } = await start();
    log(...clean(20), { session: "s1", event: "failure" }, { session: "s1", event: "failure" });
    const { report } = await observe({ window: "1m" });
    own.set("retries", fixture.distinct ? "count once" : "count each");
    expect(report.reason).toContain(fixture.distinct ? "1 of 20 attempts failed" : "2 of 22 attempts failed");
    expect(report.evidence?.some((line) => line.includes("no attempt from its retries"))).toBe(
      !fixture.distinct,
    );
  });

  test("entries that arrive late are counted by a later look", async () => {
    const { log, observe, onSleep } = await start();
    log(...clean(20));
    let looks = 0;
    onSleep(() => {
      looks += 1;
      if (looks === 2) log(...clean(20).map((one) => ({ ...one, session: `late-${one.session ?? ""}` })));
    });
    const { report } = await observe();
    expect(report).toMatchObject({ verdict: "pass", reason: expect.stringMatching(/^0 of 40 attempts/) });
  });

  test("zero traffic never passes, whatever nobody's failures look like", async () => {
    const { observe } = await start();
    expect((await observe()).report).toMatchObject({
      verdict: "inconclusive",
      reason: expect.stringContaining("there was no traffic"),
    });
  });

  test("what was before the release, and what is not over yet, is not its own", async () => {
    const { log, observe } = await start();
    // Sentry keeps sessions by the hour: the release's name tells them apart, and the newest count as well.
    const byHour = fixture.name === "sentry";
    log(...clean(8), ...clean(8, { at: at - 2_000, event: "failure", ...(byHour ? { of: "another" } : {}) }));
    log(...clean(8, { at: at + (byHour ? 60 : 10) * minute, event: "failure" }));
    const { report } = await observe();
    expect(report.reason).toContain("0 of 8 attempts failed");
  });

  test("another version's entries are told apart, or it is said that they are not", async () => {
    const { log, observe } = await start();
    log(...clean(8), { session: "old", event: "failure", of: "another" });
    const { report } = await observe();
    const apart = fixture.attributes !== "time";
    expect(report.reason).toContain(apart ? "0 of 8 attempts failed" : "1 of 9 attempts failed");
    expect(report.evidence?.some((line) => line.includes("whichever version"))).toBe(!apart);
    const says = { function: "function and version", release: "release", time: "time" };
    own.set("attributed by", says[fixture.attributes]);
  });

  test("entries that lack a required field fail the release, or such a question is refused", async () => {
    const { log, observe } = await start();
    log(...clean(40), { session: "s1", lacking: true });
    const asking = observe({ events: "done: attempt_no" });
    own.set("required fields", fixture.fields ? "counted" : "refused");
    if (fixture.fields) {
      const { report } = await asking;
      expect(report).toMatchObject({ verdict: "fail", reason: "1 of 41 entries of done lack attempt_no." });
    } else await expect(asking).rejects.toMatchObject({ code: "PR102" });
  });

  test("entries that are cut off within a failure never pass", async () => {
    own.set("half-written entries", fixture.fields ? "never pass" : "not seen");
    if (!fixture.fields) return;
    const { log, observe } = await start();
    log(...clean(40), { session: "x", event: "failure", cut: true });
    expect((await observe()).report).toMatchObject({
      verdict: "inconclusive",
      reason: expect.stringContaining("are no whole JSON"),
    });
  });

  test("synthetic attempts are counted apart, where they can be told", async () => {
    own.set("synthetic attempts", fixture.fields ? "counted apart" : "left to the query");
    if (!fixture.fields) return;
    const { log, observe } = await start();
    log(
      ...clean(40),
      ...clean(3, { synthetic: true, event: "failure" }).map((one) => ({ ...one, session: "y" })),
    );
    const { report } = await observe();
    expect(report.verdict).toBe("pass");
    expect(report.evidence).toContain("1 of 1 synthetic attempts failed (counted apart)");
  });

  test("slow attempts are counted, or such a question is refused", async () => {
    const { log, observe, given } = await start();
    log(
      ...clean(20, { ms: 100 }),
      ...clean(20, { ms: 3_000 }).map((one) => ({ ...one, session: `y${one.session ?? ""}` })),
    );
    const queries = `${given["log-queries"] ?? ""}${fixture.latency ?? ""}`;
    const asking = observe({ "latency-limit": "2s", "log-queries": queries });
    own.set("latency", fixture.latency === undefined ? "refused" : "counted");
    if (fixture.latency === undefined) await expect(asking).rejects.toMatchObject({ code: "PR102" });
    else {
      const { report } = await asking;
      expect(report).toMatchObject({
        verdict: "fail",
        reason: expect.stringContaining("20 of 40 attempts took more than 2,000 ms"),
      });
    }
  });

  test("a release is held to what was before it", async () => {
    const { log, observe } = await start();
    const day = 24 * 60 * minute;
    const before = { at: at - day };
    log(...clean(40), ...clean(196, before).map((one) => ({ ...one, session: `old-${one.session ?? ""}` })));
    log(
      ...clean(4, { ...before, event: "failure" }).map((one) => ({
        ...one,
        session: `oldf-${one.session ?? ""}`,
      })),
    );
    const { report } = await observe({ baseline: "7d" });
    expect(report.evidence?.join("\n")).toMatch(/4 of 200/);
    own.set("baseline", "counted");
  });

  test("calls of the functions are counted, or it is said that they are not", async () => {
    const { log, observe } = await start();
    log(...clean(40));
    const lines = (await observe()).report.evidence?.filter((line) => /calls/i.test(line)) ?? [];
    const known = lines.some((line) => /^\d+ of \d+ calls/.test(line));
    own.set("calls of functions", known ? "counted" : "not known");
    expect(known || lines.some((line) => line.includes("not known"))).toBe(true);
  });
});

test("the table in docs/sources.md is what was found here (meant? npm run golden, then npm run generate)", () => {
  const file = join(import.meta.dirname, "../../../golden/sources.json");
  const all = Object.fromEntries([...found].map(([name, own]) => [name, Object.fromEntries(own)]));
  if (process.env["UPDATE_GOLDEN"] === "1") writeFileSync(file, `${JSON.stringify(all, null, 2)}\n`);
  expect(all).toEqual(JSON.parse(readFileSync(file, "utf8")));
});
