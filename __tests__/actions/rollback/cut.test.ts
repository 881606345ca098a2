import { afterEach, expect, test } from "@jest/globals";
import { systemHttp } from "../../../kit/ports/http.ts";
import { cutAfter, loseAnswer } from "../../support/broken-http.ts";
import { type LiveRelease, liveRelease } from "../../support/live-release.ts";
import { needsUntil } from "../../support/needs-until.ts";

const open: LiveRelease[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((one) => one.close()));
});

/** A release behind a CDN that visitors have filled with its pages. */
async function behindCdn(): Promise<LiveRelease & { pages: () => Promise<readonly string[]> }> {
  const made = await liveRelease({ cdn: true });
  open.push(made);
  const pages = async (): Promise<readonly string[]> =>
    await Promise.all(
      made.origins.flatMap((origin) =>
        ["/", "/results/4711?t=abc"].map(async (path) => await (await fetch(origin + path)).text()),
      ),
    );
  await pages();
  return { ...made, pages };
}

const needs = needsUntil("smoke", "failure", { verdict: "fail", failed: "playwright" });
const writes: readonly (readonly [what: string, method: string, path: RegExp])[] = [
  ["the rollback of the host", "POST", /\/rollback\//],
  ["the purge", "POST", /\/purge_cache$/],
  ["a bundle of a function", "POST", /\/functions\/deploy$/],
  ["the activation of the functions", "PUT", /\/functions$/],
];

test("behind a CDN nobody meets the release any more: purged hard, seen on every route", async () => {
  const made = await behindCdn();
  expect((await made.pages()).every((page) => page.includes("app-two"))).toBe(true);
  const { outputs } = await made.rollback({ needs });
  expect(outputs.outcome).toBe("rolled-back");
  expect(JSON.parse(outputs.components ?? "")).toContainEqual({ component: "cdn", outcome: "reverted" });
  expect((await made.pages()).every((page) => page.includes("app-one"))).toBe(true);
  expect(made.live()).toEqual(made.before);
});

test("a CDN that forgets nothing: the functions stay with the web that people may still meet", async () => {
  const made = await behindCdn();
  made.cloudflare.change(({ zones }) => zones.forEach((zone) => (zone.idlePurges = -1)));
  const { functions } = made.live();
  const { outputs, report } = await made.rollback({ needs });
  expect(outputs.outcome).toBe("partly-rolled-back");
  expect(JSON.parse(outputs.components ?? "")).toEqual([
    { component: "web", outcome: "reverted" },
    { component: "cdn", outcome: "failed" },
    { component: "hello", outcome: "failed" },
    { component: "world", outcome: "failed" },
  ]);
  expect(made.live()).toEqual({ web: made.before.web, functions });
  expect(report.next).toContain("purge the paths of purge-cdn");
});

test.each(writes)(
  "cut right after %s, it comes to the same when it is asked again",
  async (_, method, path) => {
    const made = await behindCdn();
    await made.rollback({ needs }, { http: cutAfter(systemHttp, method, path) }).catch(() => undefined);
    const { outputs } = await made.rollback({ needs });
    expect(outputs.outcome).toBe("rolled-back");
    expect(made.live()).toEqual(made.before);
    expect((await made.pages()).every((page) => page.includes("app-one"))).toBe(true);
  },
);

test.each(writes)("where the answer to %s is lost, it is looked up", async (_, method, path) => {
  const made = await behindCdn();
  const { outputs } = await made.rollback({ needs }, { http: loseAnswer(systemHttp, method, path) });
  const again = outputs.outcome === "rolled-back" ? outputs : (await made.rollback({ needs })).outputs;
  expect(again.outcome).toBe("rolled-back");
  expect(made.live()).toEqual(made.before);
});
