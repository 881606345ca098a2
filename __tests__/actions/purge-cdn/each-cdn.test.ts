import { afterEach, describe, expect, test } from "@jest/globals";
import { purgeCdn } from "../../../actions/purge-cdn/purge-cdn.ts";
import { spec } from "../../../actions/purge-cdn/spec.ts";
import { fixtures } from "../../support/cdns/fixtures.ts";
import { type CdnStage, cdnStage } from "../../support/cdns/stage.ts";
import { fakeClock } from "../../support/fake-clock.ts";
import { inputsFrom } from "../../support/inputs-of.ts";
import { testWorld } from "../../support/test-world.ts";

const open: CdnStage[] = [];

afterEach(async () => {
  await Promise.all(open.splice(0).map((one) => one.close()));
});

const page = (marker: string): string =>
  `<!doctype html><head><meta name="rollout-build" content="${marker}"></head><body>page</body>`;

/** Where addresses are beyond a CDN its pages have a tag, and the addresses that prove it are named. */
const byTag = { paths: "tag:results,tag:home", routes: "/,/results/*" };
const byPath = { paths: "/,/results/*" };

describe.each(fixtures)("$name", (fixture) => {
  // Two nodes are each asked besides, of which one is the first site's address, and the other was not visited.
  const [routes, old] = fixture.name === "http" ? [25, 15] : [10, 10];
  const isByTag = ["fastly", "vercel", "netlify"].includes(fixture.name);

  async function released(given: Readonly<Record<string, string>> = {}) {
    const stage = await cdnStage(fixture);
    open.push(stage);
    stage.release(page("old-release"));
    await stage.visit("/", "/results", "/results/", "/results?rollout-route=1", "/results/rollout-check");
    stage.release(page("new-release"));
    const purge = async (more: Readonly<Record<string, string>> = {}) => {
      const times = { "verify-timeout": "2s", "poll-interval": "100ms", marker: "new-release" };
      const paths = isByTag ? byTag : byPath;
      const inputs = { ...stage.given, ...paths, ...times, ...given, ...more };
      return await purgeCdn(
        inputsFrom(spec.inputs, inputs),
        await testWorld({ clock: fakeClock(Date.now()) }),
      );
    };
    return { ...stage, purge };
  }

  test("the action proves on every route that the release is served", async () => {
    const { purge } = await released();
    const { report, outputs } = await purge();
    expect([report.verdict, outputs.verified, outputs.purges]).toEqual(["pass", "true", "1"]);
    expect(report.evidence).toEqual([
      `${routes} of ${routes} routes serve new-release through ${fixture.name}`,
      "2 of 2 origins serve new-release past the CDN",
      `${old} of ${routes} routes served another release before the purge`,
      "1 of at most 3 purges were made",
    ]);
  });

  test("a purge that was accepted and not done is tried again, each time anew, and ends as an error", async () => {
    const { purge, standIn } = await released();
    standIn.change(({ zones }) => zones.forEach((zone) => (zone.idlePurges = -1)));
    const { report, outputs } = await purge({ "verify-timeout": "1s" });
    expect([report.verdict, outputs.verified, outputs.purges]).toEqual(["error", "false", "3"]);
    expect(report.reason).toMatch(/^PR452: The purge is not verified after 1 s and 3 purges/);
  });

  test("an old page that was cached again meanwhile is purged again", async () => {
    const { purge, standIn } = await released();
    standIn.change(({ zones }) =>
      zones.forEach((zone) => zone.cachedAgain.push({ path: "/results", times: 1 })),
    );
    const { report, outputs } = await purge({ "verify-timeout": "20s" });
    expect([report.verdict, outputs.purges]).toEqual(["pass", "2"]);
  });
});
