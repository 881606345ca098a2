import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { purgeCdn } from "../../actions/purge-cdn/purge-cdn.ts";
import { spec } from "../../actions/purge-cdn/spec.ts";
import { httpWithHost } from "../../kit/ports/http-with-host.ts";
import { type Listening, serve } from "../../rehearsal/stand-ins/server.ts";
import { type Caches, installCaches } from "../../scripts/caches/install.ts";
import { type Cache, startNginx, startVarnish } from "../support/caches/start.ts";
import { inputsFrom } from "../support/inputs-of.ts";
import { testWorld } from "../support/test-world.ts";

/** Real Varnish and nginx from the machine's package archive. Where they cannot be had it is said, and nothing tried. */
const found = installCaches();
const caches: Caches | undefined = "why" in found ? undefined : found;
const real = caches === undefined ? test.skip : test;
if ("why" in found) process.stderr.write(`RED: no real Varnish and nginx: ${found.why}\n`);

const site = { marker: "old", server: undefined as Listening | undefined };
const nodes: Cache[] = [];
let nginx: Cache | undefined;

const section = (
  parse(readFileSync(join(import.meta.dirname, "../../examples/caches/rollout.yml"), "utf8")) as {
    "purge-cdn": { "purge-requests": Readonly<Record<string, string>> };
  }
)["purge-cdn"];

beforeAll(async () => {
  site.server = await serve([], ({ path }) => {
    const headers = { "content-type": "text/html", xkey: `all ${path.split("/")[1] || "home"}` };
    return { status: 200, body: `<meta name="rollout-build" content="${site.marker}">`, headers };
  });
  if (caches === undefined) return;
  nodes.push(await startVarnish(caches, site.server.url), await startVarnish(caches, site.server.url));
  nginx = await startNginx(caches, site.server.url);
});

afterAll(async () => {
  const all = [...nodes, nginx, site.server].flatMap((one) => one ?? []);
  await Promise.all(all.map((one) => one.close()));
});

const paths = [
  "/",
  "/about",
  "/results",
  "/results?a=1",
  "/results/",
  "/results/x/y",
  "/resultsx",
  "/results-old/y",
  "/gr%C3%BC%C3%9Fe",
];

/** Everything is asked for twice at each cache, by the first one's name: what they keep is the old page. */
async function visited(urls: readonly string[]): Promise<void> {
  site.marker = "old";
  const clean = { method: "BAN", headers: { "x-ban-url": "." } };
  const host = new URL(urls[0] ?? "").host;
  for (const url of urls) await httpWithHost(url, { ...clean, headers: { ...clean.headers, host } });
  for (const url of urls) for (const path of paths) await httpWithHost(url + path, { headers: { host } });
  site.marker = "new";
}

async function served(url: string, as = url): Promise<readonly string[]> {
  const pages = paths.map((path) => httpWithHost(url + path, { headers: { host: new URL(as).host } }));
  const texts = await Promise.all(pages.map(async (page) => await (await page).text()));
  return texts.map((text) => /content="(\w+)"/.exec(text)?.[1] ?? text);
}

async function purge(urls: readonly string[], given: Readonly<Record<string, string>>) {
  const inputs = inputsFrom(spec.inputs, {
    cdn: "http",
    origins: urls[0] ?? "",
    "purge-nodes": urls.join(","),
    "purge-requests": JSON.stringify(section["purge-requests"]),
    marker: "new",
    "verify-timeout": "2s",
    "poll-interval": "20ms",
    ...given,
  });
  return await purgeCdn(inputs, await testWorld());
}

real("Varnish with the shipped VCL: addresses and prefixes on every node, exactly, and proven", async () => {
  const urls = nodes.map(({ url }) => url);
  await visited(urls);
  const { report } = await purge(urls, { paths: "/,/results/*" });
  expect([report.verdict, report.evidence?.[0]]).toEqual(["pass", "10 of 10 routes serve new through http"]);
  const wanted = ["new", "old", "new", "new", "new", "new", "old", "old", "old"];
  for (const url of urls) expect(await served(url, urls[0])).toEqual(wanted);
});

real("Varnish: what carries a tag, and its headers say where an answer came from", async () => {
  const urls = nodes.map(({ url }) => url);
  await visited(urls);
  const { report } = await purge(urls, { paths: "tag:results", routes: "/results" });
  expect(report.verdict).toBe("pass");
  expect(report.tables?.[0]?.rows[0]?.slice(2)).toEqual([
    expect.stringMatching(/^serves old \(x-cache HIT, age \d+\)$/),
    expect.stringMatching(/^NOT|^serves new \(x-cache MISS, age 0\)$/),
  ]);
  expect((await served(urls[1] ?? "", urls[0])).slice(2, 4)).toEqual(["new", "new"]);
});

real("Varnish: a node that refuses, and one that is down, are named", async () => {
  const urls = [...nodes.map(({ url }) => url), "http://127.0.0.1:1"];
  await expect(purge(urls, { paths: "/" })).rejects.toMatchObject({
    code: "PR454",
    message: expect.stringMatching(
      /^1 of 3 cache nodes was not purged: http:\/\/127\.0\.0\.1:1 .* 2 of 3 were\.$/,
    ),
  });
});

real(
  "nginx with ngx_cache_purge: one address at a time, its queries apart; 404 is nothing to forget",
  async () => {
    const url = nginx?.url ?? "";
    await visited([url]);
    const requests = { "purge-requests": JSON.stringify({ path: "PURGE /purge{path}" }) };
    const { report } = await purge([url], { paths: "/,/results,/gr%C3%BC%C3%9Fe,/never-asked", ...requests });
    expect([report.verdict, report.evidence?.[0]]).toEqual(["pass", "4 of 4 routes serve new through http"]);
    expect(await served(url)).toEqual(["new", "old", "new", "old", "old", "old", "old", "old", "new"]);
    await expect(purge([url], { paths: "/results/*", ...requests })).rejects.toMatchObject({ code: "PR102" });
  },
);
