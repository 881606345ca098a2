import { afterEach, expect, test } from "@jest/globals";
import { spec } from "../../../actions/purge-cdn/spec.ts";
import { planCdn } from "../../../kit/parts/cdn/plan-cdn.ts";
import { partDigest } from "../../../kit/release/plan/plan.ts";
import { approved } from "../../support/approved.ts";
import { builtSite } from "../../support/built-site.ts";
import { type CdnWorld, cdnWorld } from "../../support/cdn-world.ts";
import { expectSummary } from "../../support/golden-summary.ts";
import { testWorld } from "../../support/test-world.ts";

const open: CdnWorld[] = [];
const visited = [
  "/",
  "/index.html",
  "/results",
  "/results/",
  "/results?rollout-route=1",
  "/results/rollout-check",
];

afterEach(async () => {
  await Promise.all(open.splice(0).map((one) => one.close()));
});

/** The old release is in the cache on every route, the new one at the origin. */
async function deployed(options?: Parameters<typeof cdnWorld>[0]): Promise<CdnWorld> {
  const made = await cdnWorld(options);
  open.push(made);
  await made.visit(...visited, "/results/abc?t=1", "/about");
  made.release("new-release");
  return made;
}

test("after it every route serves the release through the CDN, also those that nobody looked at", async () => {
  const { purge, page, cloudflare } = await deployed();
  const { outputs, report } = await purge({ marker: "new-release" });
  expect(report.verdict).toBe("pass");
  expect(report.evidence).toEqual([
    "12 of 12 routes serve new-release through cloudflare",
    "2 of 2 origins serve new-release past the CDN",
    "12 of 12 routes served another release before the purge",
    "1 of at most 3 purges were made",
  ]);
  expect(outputs).toEqual({ marker: "new-release", verified: "true", purges: "1" });
  expect(await page("/results/abc?t=1")).toContain("new-release");
  const bodies = cloudflare.state().purges.map(({ body }) => Object.keys(body));
  expect(bodies.flat().sort()).toEqual(["files", "prefixes"]);
  expectSummary("purge-cdn-pass", spec, report);
});

test("what was not named stays in the cache", async () => {
  const { purge, page } = await deployed();
  await purge({ marker: "new-release" });
  expect(await page("/about")).toContain("old-release");
});

test("a purge that was accepted but not done is an error that names every route", async () => {
  const { purge, cloudflare, page } = await deployed();
  cloudflare.change(({ zones: [zone] }) => {
    if (zone) zone.idlePurges = -1;
  });
  const { report, outputs, world } = await purge({ marker: "new-release", "verify-timeout": "1500ms" });
  expect(report.verdict).toBe("error");
  expect(report.reason).toMatch(
    /^PR452: The purge is not verified .* 3 purges\. 0 of 12 routes serve new-release/,
  );
  expect(outputs.verified).toBe("false");
  expect(report.tables?.[0]?.rows).toHaveLength(12);
  expectSummary("purge-cdn-error", spec, report);
  expect(JSON.parse(world.emitted["receipt"] ?? "")).toMatchObject({ component: "cdn", state: "failed" });
  expect(await page("/")).toContain("old-release");
});

test("a purge that is not verified says whether the old pages still work", async () => {
  const page = (path: string): string =>
    `<!doctype html><head><meta name="rollout-build" content="old-release"><script src="${path}"></script>`;
  const js = { "content-type": "text/javascript" };
  const outcome = async (script: string): Promise<string> => {
    const { purge, cloudflare } = await deployed({
      answer: (path) => (path === "/assets/app.js" ? { status: 200, body: "1", headers: js } : undefined),
    });
    cloudflare.change(({ zones: [zone], cache }) => {
      if (zone) zone.idlePurges = -1;
      const body = Buffer.from(page(script)).toString("base64");
      cache.splice(0, cache.length, ...cache.map((copy) => ({ ...copy, body })));
    });
    const { report } = await purge({ marker: "new-release" });
    return [report.next, ...(report.evidence ?? [])].join("\n");
  };
  expect(await outcome("/assets/app.js")).toMatch(/every route is whole, old or new.*\n[^]*4 of 4 old pages/);
  expect(await outcome("/assets/missing.js")).toMatch(
    /not whole: \S+missing.js does not answer.*\n[^]*2 of 4 old/,
  );
});

test("on-unverified: warn lets the chain go on, and says so", async () => {
  const { purge, cloudflare } = await deployed();
  cloudflare.change(({ zones: [zone] }) => {
    if (zone) zone.idlePurges = -1;
  });
  const { report, world } = await purge({ marker: "new-release", "on-unverified": "warn" });
  expect(report.verdict).toBe("pass");
  expect(report.reason).toMatch(/not verified/);
  expect(world.log.lines.join("\n")).toMatch(/warning: The purge is not verified/);
});

test("an old page that was cached again in between is purged again", async () => {
  const { purge, cloudflare } = await deployed();
  cloudflare.change(({ zones: [zone] }) => {
    zone?.cachedAgain.push({ path: "/results", times: 1 });
  });
  const { report, outputs } = await purge({ marker: "new-release", "verify-timeout": "10s" });
  expect(report.verdict).toBe("pass");
  expect(outputs.purges).toBe("2");
});

test("while the origin serves the old release nothing is purged", async () => {
  const { purge, release, cloudflare } = await deployed();
  release("old-release");
  const { report, outputs } = await purge({ marker: "new-release" });
  expect(report.verdict).toBe("error");
  expect(report.reason).toMatch(/0 of 2 origins serve new-release past the CDN.*Nothing was purged/);
  expect(outputs.purges).toBe("0");
  expect(cloudflare.requests).toEqual([]);
});

test("alone, without plan, record or marker, it proves what the origins serve", async () => {
  const { purge } = await deployed();
  const { outputs, report, world } = await purge();
  expect(report.verdict).toBe("pass");
  expect(outputs.marker).toBe("new-release");
  expect(world.emitted).toMatchObject({ work: "some", started: "true" });
});

test("the marker can come from the artifact of the build", async () => {
  const { purge, release } = await deployed();
  const { folder, artifact } = await builtSite();
  release(artifact.marker);
  expect((await purge({ artifact: folder })).outputs.marker).toBe(artifact.marker);
});

test("a soft purge has the origin asked, and serves the release", async () => {
  const { purge, cloudflare } = await deployed();
  const { report } = await purge({ marker: "new-release", invalidate: "true" });
  expect(report.verdict).toBe("pass");
  expect(cloudflare.state().purges.every(({ soft }) => soft)).toBe(true);
});

test("a plan without work passes no purge, one with work is done as it was approved", async () => {
  const { purge, inputs, cloudflare, release } = await deployed();
  const some = await planCdn(inputs(), "some", await testWorld());
  release("old-release");
  const none = await planCdn(inputs(), "none", await testWorld());
  expect([some.work, none.work]).toEqual(["some", "none"]);
  release("new-release");
  const idle = await purge({ ...approved(none), marker: "new-release" });
  expect(idle.report.reason).toBe("The plan says that nothing is to be purged.");
  expect(cloudflare.requests).toEqual([]);
  const { report } = await purge({ ...approved(some), marker: "new-release" });
  expect(report.verdict).toBe("pass");
});

test("other paths than the approved ones are refused before anything is purged", async () => {
  const { purge, inputs, cloudflare } = await deployed();
  const digest = partDigest(await planCdn(inputs(), "some", await testWorld()));
  await expect(purge({ ...approved(digest), paths: "everything" })).rejects.toMatchObject({
    code: "PR202",
  });
  expect(cloudflare.requests).toEqual([]);
});

test("cdn: none purges nothing and passes", async () => {
  const { purge, cloudflare } = await deployed();
  const { report } = await purge({ cdn: "none", paths: "", zone: "" });
  expect(report.reason).toBe("cdn is none: nothing to purge.");
  expect(cloudflare.requests).toEqual([]);
});
