import { afterEach, expect, test } from "@jest/globals";
import { newCloudflareState } from "../../../../rehearsal/stand-ins/cloudflare/new-state.ts";
import { type CloudflareStandIn, startCloudflare } from "../../../../rehearsal/stand-ins/cloudflare/start.ts";
import type { CloudflareState } from "../../../../rehearsal/stand-ins/cloudflare/state.ts";
import type { CacheRule } from "../../../../rehearsal/stand-ins/edge/state.ts";
import { type StandInResponse, serve } from "../../../../rehearsal/stand-ins/server.ts";
import { fakeClock } from "../../../support/fake-clock.ts";

const zone = "5f0c1de4a2b94c7d8e9f001122334455";
const open: { close(): Promise<void> }[] = [];

afterEach(async () => {
  await Promise.all(open.splice(0).map((one) => one.close()));
});

async function start(rules?: readonly CacheRule[], restored?: CloudflareState) {
  const clock = fakeClock();
  const site: { answer: StandInResponse; asked: number } = { answer: { status: 200, body: "one" }, asked: 0 };
  const origin = await serve([], ({ headers }) => {
    site.asked += 1;
    const { etag } = site.answer.headers ?? {};
    return etag !== undefined && headers["if-none-match"] === etag ? { status: 304 } : site.answer;
  });
  const state =
    restored ??
    newCloudflareState({
      now: clock.now(),
      tokens: { purger: { permissions: ["cache_purge"] } },
      zones: [{ id: zone, name: "example.com", hosts: ["app.example.com"], ...(rules ? { rules } : {}) }],
    });
  const cloudflare = await startCloudflare({ state, clock, upstream: () => origin.url });
  open.push(cloudflare, origin);
  const get = async (path: string, init?: RequestInit) => {
    const response = await fetch(cloudflare.origin("app.example.com") + path, init);
    const word = response.headers.get("cf-cache-status");
    return [word, response.status, await response.text(), response.headers.get("age")] as const;
  };
  return { cloudflare, site, clock, get, origin };
}

async function purge(cloudflare: CloudflareStandIn, body: unknown, soft = false): Promise<number> {
  const path = `/zones/${zone}/${soft ? "invalidate_cache" : "purge_cache"}`;
  const headers = { authorization: "Bearer purger" };
  const response = await fetch(cloudflare.url + path, {
    method: "POST",
    headers,
    body: JSON.stringify(body),
  });
  await response.text();
  return response.status;
}

test("a page is kept for its time, then asked for again", async () => {
  const { get, clock, site } = await start([{ prefix: "/", edgeTtl: 60 }]);
  expect(await get("/")).toEqual(["MISS", 200, "one", null]);
  site.answer = { status: 200, body: "two" };
  await clock.sleep(59_000);
  expect(await get("/")).toEqual(["HIT", 200, "one", "59"]);
  await clock.sleep(1000);
  expect(await get("/")).toEqual(["EXPIRED", 200, "two", null]);
});

test("host, path and query are the key", async () => {
  const { get, site } = await start();
  for (const path of ["/a", "/a?x=1", "/a/", "/b"]) await get(path);
  expect(site.asked).toBe(4);
  expect((await get("/a?x=1"))[0]).toBe("HIT");
});

test("without a rule pages are never kept, and files as long as the origin says", async () => {
  const { get, site } = await start([]);
  expect((await get("/"))[0]).toBe("DYNAMIC");
  const headers = { "cache-control": "public, max-age=31536000, immutable" };
  site.answer = { status: 200, body: "js", headers };
  expect([(await get("/app.js"))[0], (await get("/app.js"))[0]]).toEqual(["MISS", "HIT"]);
  site.answer = { status: 200, body: "js", headers: { "cache-control": "no-store" } };
  expect((await get("/other.js"))[0]).toBe("BYPASS");
});

test("errors, writes and cookies are not kept", async () => {
  const { get, site } = await start();
  site.answer = { status: 404, body: "gone" };
  expect((await get("/a"))[0]).toBe("DYNAMIC");
  site.answer = { status: 200, body: "mine", headers: { "set-cookie": "a=b" } };
  expect((await get("/b"))[0]).toBe("BYPASS");
  site.answer = { status: 201, body: "made" };
  expect(await get("/c", { method: "POST", body: "x" })).toEqual(["DYNAMIC", 201, "made", null]);
});

test("a soft purge asks the origin whether the copy is still good", async () => {
  const { get, site, cloudflare } = await start();
  site.answer = { status: 200, body: "one", headers: { etag: '"1"' } };
  await get("/");
  await purge(cloudflare, { purge_everything: true }, true);
  expect((await get("/"))[0]).toBe("REVALIDATED");
  expect((await get("/"))[0]).toBe("HIT");
  site.answer = { status: 200, body: "two", headers: { etag: '"2"' } };
  await purge(cloudflare, { purge_everything: true }, true);
  expect((await get("/")).slice(0, 3)).toEqual(["EXPIRED", 200, "two"]);
});

test("each selector means its own copies and no others", async () => {
  const { get, cloudflare } = await start();
  const host = new URL(cloudflare.origin("app.example.com")).host;
  const paths = ["/", "/?a=1", "/results", "/results/", "/results?t=1", "/results/1", "/results-old"];
  const left = async (body: unknown): Promise<readonly string[]> => {
    for (const path of paths) await get(path);
    expect(await purge(cloudflare, body)).toBe(200);
    const kept = cloudflare.state().cache.map(({ path, query }) => path + query);
    return paths.filter((path) => !kept.includes(path));
  };
  expect(await left({ files: [`http://${host}/`] })).toEqual(["/"]);
  expect(await left({ files: [{ url: `http://${host}/?a=1` }] })).toEqual(["/?a=1"]);
  expect(await left({ prefixes: [`${host}/results`] })).toEqual(paths.slice(2, 6));
  expect(await left({ prefixes: [`${host}/results/`] })).toEqual(["/results/", "/results/1"]);
  expect(await left({ prefixes: [host] })).toEqual(paths);
  expect(await left({ hosts: [host] })).toEqual(paths);
  expect(await left({ tags: ["unknown"] })).toEqual([]);
  expect(await left({ purge_everything: true })).toEqual(paths);
});

test("a tag means what the origin gave it to, in any case", async () => {
  const { get, site, cloudflare } = await start();
  site.answer = { status: 200, body: "one", headers: { "cache-tag": "Shell, other" } };
  await get("/");
  await purge(cloudflare, { tags: ["sHELL"] });
  expect(cloudflare.state().cache).toEqual([]);
});

test("an origin that is down is told as the edge tells it, copies are served on", async () => {
  const { get, origin } = await start();
  await get("/");
  await origin.close();
  expect((await get("/")).slice(0, 3)).toEqual(["HIT", 200, "one"]);
  expect((await get("/b"))[1]).toBe(521);
});

test("a world that is saved goes on where it was", async () => {
  const first = await start();
  await first.get("/");
  const saved = JSON.parse(JSON.stringify(first.cloudflare.state())) as CloudflareState;
  await first.cloudflare.close();
  const second = await start(undefined, saved);
  expect(second.cloudflare.origin("app.example.com")).toBe(first.cloudflare.origin("app.example.com"));
  expect((await second.get("/"))[0]).toBe("HIT");
});
