import { afterEach, expect, test } from "@jest/globals";
import { purgeCdn } from "../../../actions/purge-cdn/purge-cdn.ts";
import { spec } from "../../../actions/purge-cdn/spec.ts";
import { fakeClock } from "../../support/fake-clock.ts";
import { inputsFrom } from "../../support/inputs-of.ts";
import { serveLoopback } from "../../support/serve-loopback.ts";
import { testWorld } from "../../support/test-world.ts";

const open: { close(): Promise<void> }[] = [];

afterEach(async () => {
  await Promise.all(open.splice(0).map((one) => one.close()));
});

const page = (marker: string): string => `<meta name="rollout-build" content="${marker}">`;

/** A node that keeps the old page of the site until it is purged, and goes on keeping it where it only says so. */
async function node(purges: boolean) {
  const hosts = new Set<string | undefined>();
  let kept = true;
  const made = await serveLoopback(({ method, url = "", headers }, response) => {
    hosts.add(headers.host);
    const isPurge = method === "PURGE";
    if (isPurge) kept = !purges;
    const old = kept && !url.includes("rollout-check=");
    response.writeHead(200, { "content-type": "text/html", "x-cache": old ? "HIT" : "MISS" });
    response.end(isPurge ? "Purged" : page(old ? "old-release" : "new-release"));
  });
  open.push(made);
  return { ...made, hosts };
}

async function purged(nodes: readonly string[], origin: string) {
  const inputs = inputsFrom(spec.inputs, {
    cdn: "http",
    origins: origin,
    paths: "/",
    "purge-nodes": nodes.join(","),
    marker: "new-release",
    "verify-timeout": "1s",
    "poll-interval": "100ms",
  });
  return await purgeCdn(inputs, await testWorld({ clock: fakeClock(Date.now()) }));
}

test("each node is asked for each route, under the site's own name", async () => {
  const [one, two, three] = [await node(true), await node(true), await node(true)];
  const { report, outputs } = await purged([one.url, two.url, three.url], one.url);
  expect([report.verdict, outputs.verified]).toEqual(["pass", "true"]);
  expect(report.evidence?.[0]).toBe("3 of 3 routes serve new-release through http");
  expect([...two.hosts]).toEqual([new URL(one.url).host]);
});

test("a node that says that it was purged, and keeps the old page, is named; a reader may be sent to it", async () => {
  const [one, two] = [await node(true), await node(false)];
  const { report, outputs } = await purged([one.url, two.url], one.url);
  expect([report.verdict, outputs.verified]).toEqual(["error", "false"]);
  expect(report.reason).toContain(`${one.url}/ at ${two.url} serves old-release (x-cache HIT)`);
  expect(report.next).toContain("every route is whole, old or new");
});
