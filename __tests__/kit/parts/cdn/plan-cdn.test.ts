import { afterEach, expect, test } from "@jest/globals";
import { edgesOf } from "../../../../kit/parts/cdn/edges.ts";
import { refuseUndeclaredCdn } from "../../../../kit/parts/cdn/look-for-edges.ts";
import type { Runtime } from "../../../../kit/action/runtime.ts";
import { provenAt } from "../../../../kit/parts/cdn/routes.ts";
import { systemHttp } from "../../../../kit/ports/http.ts";
import { planCdn } from "../../../../kit/parts/cdn/plan-cdn.ts";
import { partDigest } from "../../../../kit/release/plan/plan.ts";
import { serve } from "../../../../rehearsal/stand-ins/server.ts";
import { type CdnWorld, cdnWorld, zone } from "../../../support/cdn-world.ts";
import { testWorld } from "../../../support/test-world.ts";

const open: CdnWorld[] = [];

afterEach(async () => {
  await Promise.all(open.splice(0).map((one) => one.close()));
});

async function start(options?: Parameters<typeof cdnWorld>[0]) {
  const made = await cdnWorld(options);
  open.push(made);
  const plan = async (web: "none" | "some", given?: Readonly<Record<string, string>>) =>
    await planCdn(made.inputs({ "cdn-token": "", ...given }), web, await testWorld());
  return { ...made, plan };
}

test("there is work when the web has some; the plan needs no token", async () => {
  const { plan, cloudflare, origins } = await start();
  const part = await plan("some");
  expect(part).toMatchObject({ phase: "purge-cdn", work: "some", undo: { possible: "yes" } });
  expect(part.decisions).toEqual({
    cdn: "cloudflare",
    zone,
    origins,
    paths: ["/", "/index.html", "/results/*"],
    soft: false,
  });
  expect(part.details?.at(-1)).toEqual({
    what: "/results/*",
    how: ["deleted from the cache", `proven at ${4 * origins.length} addresses`],
    beware: [],
  });
  expect(part.unverified).toEqual([
    "one runner sees one location of cloudflare",
    "copies of /, /index.html under a query (/?utm_…) are others, and stay until they expire",
  ]);
  expect((await plan("none")).work).toBe("none");
  expect(cloudflare.requests).toEqual([]);
});

test("what a purge left behind is work, although the web has none", async () => {
  const { plan, visit, release } = await start();
  await visit("/");
  release("new-release");
  expect((await plan("none")).work).toBe("some");
});

test("ten plans in a row are equal", async () => {
  const { plan } = await start();
  const digests: string[] = [];
  for (let count = 0; count < 10; count += 1) digests.push(partDigest(await plan("some")));
  expect(new Set(digests).size).toBe(1);
});

test("cdn: none is refused where a CDN answers, unless that edge is known", async () => {
  const { plan, origins } = await start();
  await expect(plan("some", { cdn: "none" })).rejects.toMatchObject({
    code: "PR451",
    message: expect.stringMatching(`cdn is none, but ${origins[0] ?? ""} is answered by cloudflare`),
  });
  const part = await plan("some", { cdn: "none", "ignore-edges": "cloudflare" });
  expect(part.work).toBe("none");
});

test("no section purge-cdn is refused where a CDN answers", async () => {
  const { origins, behind } = await start();
  const declared = { cdn: undefined, ignored: [] };
  await expect(refuseUndeclaredCdn(await testWorld(), origins, declared)).rejects.toThrow(
    /has no section purge-cdn/,
  );
  expect(await refuseUndeclaredCdn(await testWorld(), [behind], declared)).toHaveLength(1);
});

test("a cache that ignores queries needs to be told how to get past it", async () => {
  const { plan, behind, visit, release, purge } = await start({ ignoresQueries: true });
  await visit("/");
  await expect(plan("some")).rejects.toMatchObject({
    code: "PR453",
    fix: expect.stringMatching(/host-origins/),
  });
  const past = { "host-origins": `${behind},${behind}` };
  expect((await plan("some", past)).work).toBe("some");
  release("new-release");
  const { report } = await purge({ marker: "new-release", ...past });
  expect(report.verdict).toBe("pass");
});

test("a declared CDN of which there is no sign, a tag and an origin without an answer are said", async () => {
  const { plan, behind } = await start();
  const origins = `${behind},http://127.0.0.1:1`;
  const { unverified } = await plan("some", { origins, paths: "/,tag:shell" });
  expect(unverified).toEqual([
    "one runner sees one location of cloudflare",
    "no address is known that proves tag:shell",
    `${behind} is declared behind cloudflare, but its answer has no sign of it`,
    expect.stringMatching(/^http:\/\/127.0.0.1:1 gives no answer/),
  ]);
});

test.each([
  ["cloudflare", { "cf-ray": "8f-AMS" }],
  ["cloudflare", { server: "cloudflare" }],
  ["fastly", { "x-served-by": "cache-ams21035-AMS, cache-fra1" }],
  ["cloudfront", { via: "1.1 abc.cloudfront.net (CloudFront)" }],
  ["akamai", { server: "AkamaiGHost" }],
  ["bunny", { server: "BunnyCDN-DE1-1047" }],
  ["varnish", { "x-varnish": "123" }],
  ["cloudfront", { "x-cache": "Miss from cloudfront" }],
  ["akamai", { "x-cache": "TCP_HIT from a23-45-67-89.deploy.akamaitechnologies.com" }],
  ["bunny", { "cdn-cache": "HIT" }],
  ["vercel", { "x-vercel-cache": "HIT" }],
  ["netlify", { "cache-status": '"Netlify Edge"; fwd=miss' }],
  ["azure-front-door", { "x-azure-ref": "0abc" }],
])("%s is known by %j", (name, headers) => {
  expect(edgesOf(new Headers(headers)).map((edge) => edge.name)).toEqual([name]);
});

test.each([
  { server: "Vercel", "x-vercel-id": "fra1::abc", "x-vercel-cache": "HIT", age: "4" },
  { server: "Netlify", "x-nf-request-id": "1", "cache-status": '"Netlify Edge"; hit' },
  { via: "1.1 squid", "x-cache": "HIT from proxy" },
  { server: "nginx", "x-served-by": "web-3" },
])("a host's own edge and a proxy on the way are none: %j", (headers) => {
  const mustBeDeclared = edgesOf(new Headers(headers)).filter(({ isHosts }) => !isHosts);
  expect(mustBeDeclared).toEqual([]);
});

test("hashed assets are never purged: what means nothing else is skipped, and said", async () => {
  const { plan, inputs } = await start();
  const part = await plan("some", { paths: "/,/assets/*,/assets/app-1a2b.js,/assets-list" });
  expect(part.decisions).toMatchObject({ paths: ["/", "/assets-list"] });
  expect(part.says.at(-1)).toBe(
    "skipped /assets/*, /assets/app-1a2b.js: hashed assets never change under their address",
  );
  const other = await plan("some", { paths: "/,/static/js/*,/static/*", assets: "static/js/" });
  expect(other.decisions).toMatchObject({ paths: ["/", "/static/*"] });
  expect(other.details?.at(-1)?.beware).toEqual([
    "The hashed assets of /static/js/ lie below it and go along.",
  ]);
  await expect(planCdn(inputs({ paths: "/assets/*" }), "some", await testWorld())).rejects.toMatchObject({
    code: "PR102",
    message: expect.stringContaining("nothing to purge: skipped /assets/*"),
  });
});

test("where tags alone are purged, `/` proves it, or the routes that are named", async () => {
  const { plan, origins, inputs } = await start();
  const tags = { paths: "tag:shell" };
  expect(provenAt(inputs(tags)).map(({ path }) => path)).toEqual(origins.map(() => "/"));
  const named = { ...tags, routes: "/results/*" };
  expect(provenAt(inputs(named))).toHaveLength(4 * origins.length);
  const part = await plan("some", named);
  expect(part.unverified).toEqual(["one runner sees one location of cloudflare"]);
  expect(part.decisions).toMatchObject({ routes: ["/results/*"] });
  expect(() => inputs({ routes: "tag:shell" })).toThrow(/routes: expected paths that can be asked for/);
});

test("the same site under www or the bare name is said, where it serves the app and is no origin", async () => {
  const { inputs, behind } = await start();
  const asked: string[] = [];
  const http: Runtime["http"] = (url, init) => {
    const { origin, pathname } = new URL(url);
    asked.push(origin);
    return systemHttp(behind + pathname, init);
  };
  const world = await testWorld({ http });
  const doubts = async (origins: string) =>
    (await planCdn(inputs({ origins }), "some", world)).unverified.filter((text) => text.includes("as well"));
  expect(await doubts("www.example.com")).toEqual([
    "https://example.com serves the app as well, but is none of origins: its copies are neither purged nor looked at",
  ]);
  expect(await doubts("example.com")).toHaveLength(1);
  expect(await doubts("example.com,www.example.com")).toEqual([]);
  expect(await doubts("app.example.com")).toEqual([]);
});

test.each([
  [{ "x-varnish": "32770 3" }, "cdn: http"],
  [{ "x-amz-cf-id": "abc==" }, "cdn: cloudfront"],
  [{ "x-served-by": "cache-ams21035-AMS" }, "cdn: fastly"],
  [{ "x-azure-ref": "0abc" }, "Purge it yourself"],
])("where nobody declared what sends %j, it says what to write: %s", async (headers, advice) => {
  const edge = await serve([], () => ({ status: 200, body: "page", headers }));
  try {
    const none = { cdn: "none", ignored: [] };
    await expect(refuseUndeclaredCdn(await testWorld(), [edge.url], none)).rejects.toMatchObject({
      code: "PR451",
      fix: expect.stringContaining(advice),
    });
    const declared = { cdn: advice.replace("cdn: ", ""), ignored: [] };
    const refused = refuseUndeclaredCdn(await testWorld(), [edge.url], declared);
    if (advice.startsWith("cdn")) expect(await refused).toHaveLength(1);
    else await expect(refused).rejects.toMatchObject({ code: "PR451" });
  } finally {
    await edge.close();
  }
});
