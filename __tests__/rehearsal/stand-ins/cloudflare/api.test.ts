import { afterEach, expect, test } from "@jest/globals";
import { newCloudflareState } from "../../../../rehearsal/stand-ins/cloudflare/new-state.ts";
import { type CloudflareStandIn, startCloudflare } from "../../../../rehearsal/stand-ins/cloudflare/start.ts";
import { fakeClock } from "../../../support/fake-clock.ts";

const zone = "5f0c1de4a2b94c7d8e9f001122334455";
const open: CloudflareStandIn[] = [];

afterEach(async () => {
  await Promise.all(open.splice(0).map((one) => one.close()));
});

async function start(plan: "free" | "pro" = "pro") {
  const clock = fakeClock();
  const state = newCloudflareState({
    now: clock.now(),
    tokens: {
      purger: { permissions: ["cache_purge"] },
      looker: { permissions: [] },
      elsewhere: { permissions: ["cache_purge"], zones: ["0".repeat(32)] },
    },
    zones: [{ id: zone, name: "example.com", hosts: ["app.example.com"], plan }],
  });
  const cloudflare = await startCloudflare({ state, clock, upstream: () => "http://127.0.0.1:1" });
  open.push(cloudflare);
  const post = async (body: unknown, authorization: string | null = "Bearer purger", at = zone) => {
    const response = await fetch(`${cloudflare.url}/zones/${at}/purge_cache`, {
      method: "POST",
      headers: authorization === null ? {} : { authorization },
      body: typeof body === "string" ? body : JSON.stringify(body),
    });
    const json = (await response.json()) as { success: boolean; errors: { code: number }[]; result: unknown };
    return { status: response.status, code: json.errors[0]?.code, headers: response.headers, ...json };
  };
  return { cloudflare, clock, post };
}

test("an accepted purge answers with an id of its own", async () => {
  const { post, cloudflare } = await start();
  const { status, success, result } = await post({ tags: ["a"] });
  expect([status, success]).toEqual([200, true]);
  expect(result).toEqual({ id: expect.stringMatching(/^[0-9a-f]{32}$/) });
  expect(cloudflare.state().purges).toHaveLength(1);
});

test.each([
  ["nothing", {}, 1012],
  ["two selectors", { tags: ["a"], hosts: ["b"] }, 1012],
  ["a list that is empty", { tags: [] }, 1012],
  ["101 items", { tags: Array.from({ length: 101 }, (_, index) => `t${index}`) }, 1094],
  ["everything: false", { purge_everything: false }, 1012],
  ["a prefix with a scheme", { prefixes: ["https://app.example.com/a"] }, 1138],
  ["a prefix with a query", { prefixes: ["app.example.com/a?b"] }, 1138],
  ["a URL of somebody else", { files: ["https://other.example.org/"] }, 1016],
  ["a path for a URL", { files: ["/a"] }, 1016],
  ["broken JSON", "{", 6007],
])("%s is refused", async (_, body, code) => {
  const { post, cloudflare } = await start();
  const answer = await post(body);
  expect([answer.status, answer.success, answer.code]).toEqual([400, false, code]);
  expect(cloudflare.state().purges).toEqual([]);
});

test.each([
  ["no token", null, zone, 400, 9106],
  ["a token of another shape", "Bearer a b", zone, 400, 6003],
  ["an unknown token", "Bearer nobody", zone, 401, 10000],
  ["a token without the permission", "Bearer looker", zone, 403, 10000],
  ["a token of another zone", "Bearer elsewhere", zone, 403, 10000],
  ["a zone that is a name", "Bearer purger", "example.com", 400, 7003],
  ["a zone that is not ours", "Bearer purger", "1".repeat(32), 403, 10000],
])("%s is refused", async (_, authorization, at, status, code) => {
  const { post } = await start();
  const answer = await post({ purge_everything: true }, authorization, at);
  expect([answer.status, answer.code]).toEqual([status, code]);
});

test("a Free zone takes 25 purges, then five a minute; purges by URL are not counted", async () => {
  const { post, clock } = await start("free");
  for (let count = 0; count < 25; count += 1) expect((await post({ tags: ["a"] })).status).toBe(200);
  const refused = await post({ tags: ["a"] });
  expect([refused.status, refused.headers.get("retry-after")]).toEqual([429, "12"]);
  expect((await post({ files: ["https://app.example.com/"] })).status).toBe(200);
  await clock.sleep(12_000);
  expect((await post({ tags: ["a"] })).status).toBe(200);
});

test("a failure that is ordered comes instead of the answer", async () => {
  const { post, cloudflare } = await start();
  const json = { success: false, errors: [{ code: 1, message: "no" }], messages: [], result: null };
  cloudflare.change(({ faults }) => faults.push({ method: "POST", path: ".*", times: 1, status: 200, json }));
  expect((await post({ tags: ["a"] })).success).toBe(false);
  expect((await post({ tags: ["a"] })).success).toBe(true);
  expect(cloudflare.requests.map(({ status }) => status)).toEqual([200, 200]);
});
