import { afterEach, expect, test } from "@jest/globals";
import { createHash } from "node:crypto";
import { systemClock } from "../../../../kit/ports/clock.ts";
import { seedDeploy } from "../../../../rehearsal/stand-ins/netlify/seed.ts";
import { type NetlifyStandIn, startNetlify } from "../../../../rehearsal/stand-ins/netlify/start.ts";
import { newNetlifyState } from "../../../../rehearsal/stand-ins/netlify/state.ts";
import { heldToNetlify } from "./described.ts";

const open: NetlifyStandIn[] = [];

afterEach(async () => {
  await Promise.all(open.splice(0).map((one) => one.close()));
});

async function start(held = heldToNetlify()) {
  const state = newNetlifyState({
    now: Date.UTC(2026, 10, 20),
    tokens: { writes: { access: "write" }, reads: { access: "read" } },
    sites: [{ id: "site1", name: "web", domains: ["app.example.com"], env: { A: "1" }, secrets: { B: "2" } }],
  });
  seedDeploy(state, { site: "site1", files: { "index.html": "before" }, now: 1, live: true });
  seedDeploy(state, { site: "site1", files: { "index.html": "other" }, now: 2, live: false });
  const standIn = await startNetlify({ state, clock: systemClock, tell: held.tell });
  open.push(standIn);
  const ask = async (method: string, path: string, body?: unknown, token = "writes") => {
    const raw = body instanceof Uint8Array;
    const answer = await fetch(standIn.url + path, {
      method,
      headers: {
        authorization: `Bearer ${token}`,
        "content-type": raw ? "application/octet-stream" : "application/json",
      },
      ...(body === undefined ? {} : { body: raw ? new Uint8Array(body) : JSON.stringify(body) }),
    });
    const text = await answer.text();
    return {
      status: answer.status,
      json: (text === "" ? undefined : JSON.parse(text)) as Record<string, unknown>,
    };
  };
  return { standIn, ask, held };
}

const sha1 = (text: string): string => createHash("sha1").update(text).digest("hex");

test("every answer is one that Netlify's own description has, field by field", async () => {
  const { ask, held, standIn } = await start();
  const sent = { files: { "/index.html": sha1("one"), "/a b.txt": sha1("two") }, draft: true, async: true };
  const made = await ask("POST", "/sites/site1/deploys?title=x", sent);
  const id = String(made.json["id"]);
  expect(made.json).toMatchObject({ state: "preparing", required: [] });
  await ask("GET", `/deploys/${id}`);
  expect((await ask("GET", `/deploys/${id}`)).json).toMatchObject({
    state: "prepared",
    required: [sha1("one"), sha1("two")],
  });
  await ask("PUT", `/deploys/${id}/files/index.html`, Buffer.from("one"));
  await ask("PUT", `/deploys/${id}/files/a%20b.txt`, Buffer.from("two"));
  expect((await ask("PUT", `/deploys/${id}/files/index.html`, Buffer.from("wrong"))).status).toBe(422);
  await ask("GET", `/sites/site1/deploys/${id}`);
  await ask("GET", `/deploys/${id}`);
  expect((await ask("GET", `/deploys/${id}`)).json).toMatchObject({ state: "ready" });
  expect(standIn.live()).not.toBe(id);
  for (const path of ["/sites", "/sites/site1", "/sites/site1/files", "/sites/site1/deploys?per_page=2"])
    expect((await ask("GET", path)).status).toBe(200);
  expect((await ask("POST", `/sites/site1/deploys/${id}/restore`)).status).toBe(201);
  expect(standIn.live()).toBe(id);
  expect((await ask("PUT", "/sites/site1/rollback")).status).toBe(204);
  expect((await ask("POST", `/deploys/${standIn.live()}/lock`)).json).toMatchObject({ locked: true });
  expect((await ask("POST", `/deploys/${standIn.live()}/unlock`)).json).toMatchObject({ locked: false });
  const account = standIn.state().account.id;
  await ask("GET", `/accounts/${account}/env?site_id=site1`);
  await ask("PATCH", `/accounts/${account}/env/A?site_id=site1`, { context: "production", value: "3" });
  expect((await ask("GET", `/accounts/${account}/env/B?site_id=site1`)).json).toMatchObject({
    values: [],
    is_secret: true,
  });
  const second = await ask("POST", "/sites/site1/deploys", { files: { "/x": sha1("y") }, draft: true });
  expect((await ask("POST", `/deploys/${String(second.json["id"])}/cancel`)).json).toMatchObject({
    state: "error",
  });
  for (const wrong of ["/sites/none", "/deploys/none", "/sites/none/deploys"])
    expect((await ask("GET", wrong)).status).toBe(404);
  expect((await ask("GET", "/sites/site1", undefined, "nobody")).status).toBe(401);
  expect((await ask("POST", "/sites/site1/deploys", sent, "reads")).status).toBe(403);
  expect(held.problems()).toEqual([]);
  expect(held.routes()).toHaveLength(16);
});

test("the description finds a field that is not Netlify's, and one of another type", () => {
  const held = heldToNetlify();
  const said = { method: "GET", route: "/api/v1/sites/:site", path: "", sent: Buffer.from("") };
  held.tell({ ...said, status: 200, json: { id: 7, published: "x" } });
  expect(held.problems()).toEqual([
    "GET /api/v1/sites/:site 200: /id must be string",
    "GET /api/v1/sites/:site 200: /published is not described",
  ]);
});

test("a deploy that is no draft is published when it is ready, unless production is locked", async () => {
  const { ask, standIn } = await start();
  const deploy = async (text: string): Promise<string> => {
    const { json } = await ask("POST", "/sites/site1/deploys", { files: { "/index.html": sha1(text) } });
    await ask("PUT", `/deploys/${String(json["id"])}/files/index.html`, Buffer.from(text));
    for (let look = 0; look < 4; look += 1) await ask("GET", `/deploys/${String(json["id"])}`);
    return String(json["id"]);
  };
  const first = await deploy("one");
  expect(standIn.live()).toBe(first);
  await ask("POST", `/deploys/${first}/lock`);
  await deploy("two");
  expect(standIn.live()).toBe(first);
});

test("rules: a file comes before a rule, a forced rule before a file; two values of a header become one", async () => {
  const { standIn } = await start();
  standIn.change((state) => {
    const files = {
      "index.html": "page",
      "a.js": "script",
      "gone.html": "gone",
      _redirects:
        "/a.js /gone.html 404\n/b/* /gone.html 404\n/old/* /new/:splat 302\n/index.html /a.js 200!\n/* /gone.html 200",
      _headers: "/*\n  X-One: 1\n/a.js\n  X-One: 2\n  Cache-Control: max-age=9",
    };
    seedDeploy(state, { site: "site1", files, now: 3, live: true });
  });
  const get = async (path: string) => {
    const answer = await fetch(standIn.origin("app.example.com") + path, { redirect: "manual" });
    return { says: [answer.status, await answer.text()], headers: answer.headers };
  };
  expect((await get("/a.js")).says).toEqual([200, "script"]);
  expect((await get("/a.js")).headers.get("x-one")).toBe("1, 2");
  expect((await get("/b/c")).says).toEqual([404, "gone"]);
  expect((await get("/old/x/y")).headers.get("location")).toBe("/new/x/y");
  expect((await get("/index.html")).says).toEqual([200, "script"]);
  expect((await get("/any/where")).says).toEqual([200, "gone"]);
});
