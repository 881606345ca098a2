import { afterAll, afterEach, beforeAll, expect, test } from "@jest/globals";
import { createHash } from "node:crypto";
import { READ_ONLY, REF, formOf, saying, startWorld, type TestWorld } from "./world.ts";

let world: TestWorld;

beforeAll(async () => {
  world = await startWorld();
});

afterEach(async () => {
  for (const slug of Object.keys({ ...world.supabase.state().functions, ...world.supabase.state().parked })) {
    world.supabase.change((state) => {
      delete state.functions[slug];
      delete state.parked[slug];
    });
  }
  world.clock.time += 61_000;
});

afterAll(async () => {
  await world.close();
});

const functions = "/v1/projects/{ref}/functions";

test("a deployment without bundleOnly is live at once, the next one takes its place", async () => {
  const first = await world.deploy("hello", saying("one"));
  expect(first.status).toBe(201);
  expect(first.json).toMatchObject({
    slug: "hello",
    name: "hello",
    status: "ACTIVE",
    version: 1,
    verify_jwt: false,
  });
  expect(await world.call("hello")).toMatchObject({ status: 200, text: "one" });
  await world.deploy("hello", saying("two"));
  expect(await world.call("hello")).toMatchObject({ status: 200, text: "two" });
  const listed = await world.api("GET", functions);
  expect(listed.json).toEqual([expect.objectContaining({ slug: "hello", version: 2 })]);
  expect(listed.json).toEqual([
    expect.objectContaining({
      entrypoint_path: expect.stringMatching(/^file:.*\/supabase\/functions\/hello\/index\.ts$/),
    }),
  ]);
});

test("bundles wait until one PUT makes all of them live together", async () => {
  await world.deploy("a", saying("old a"));
  const parked = await Promise.all(
    ["a", "b"].map((slug) => world.deploy(slug, saying(`new ${slug}`), { bundleOnly: true })),
  );
  expect(parked.map(({ status }) => status)).toEqual([201, 201]);
  expect(await world.call("a")).toMatchObject({ text: "old a" });
  expect(await world.call("b")).toMatchObject({
    status: 404,
    json: { code: "NOT_FOUND", message: "Requested function was not found" },
  });
  const put = await world.api(
    "PUT",
    functions,
    parked.map(({ json }) => json),
  );
  expect(put.json).toMatchObject({
    functions: [
      { slug: "a", version: 2 },
      { slug: "b", version: 1 },
    ],
  });
  expect(await world.call("a")).toMatchObject({ text: "new a" });
  expect(await world.call("b")).toMatchObject({ text: "new b" });
});

test("a bundle that nobody activates makes later deployments conflict, until a PUT activates it", async () => {
  const parked = await world.deploy("a", saying("parked"), { bundleOnly: true });
  const later = await world.deploy("a", saying("later"));
  expect([later.status, later.json]).toEqual([409, { message: "deployment already exists" }]);
  await world.api("PUT", functions, [parked.json]);
  expect(await world.deploy("a", saying("later"))).toMatchObject({ status: 201, json: { version: 2 } });
});

test("a PUT names versions that exist, or changes nothing", async () => {
  const live = await world.deploy("a", saying("a"));
  const parked = await world.deploy("b", saying("b"), { bundleOnly: true });
  const put = await world.api("PUT", functions, [parked.json, { ...(live.json as object), version: 7 }]);
  expect(put).toMatchObject({ status: 400, json: { message: "a has no bundle for version 7" } });
  expect(await world.call("b")).toMatchObject({ status: 404 });
});

test("sources that cannot be put together are refused in one line, and what is live stays", async () => {
  await world.deploy("a", saying("fine"));
  const broken = await world.deploy("a", `import "./absent.ts";`);
  expect(broken.status).toBe(400);
  expect(broken.json).toEqual({
    message: expect.stringMatching(/^Failed to bundle the function \(reason: Module not found.*\)$/),
  });
  expect(await world.call("a")).toMatchObject({ text: "fine" });
  const noEntrypoint = formOf("a", "", false);
  noEntrypoint.delete("file");
  expect(await world.api("POST", `${functions}/deploy?slug=a`, noEntrypoint)).toMatchObject({ status: 400 });
});

test("a function that builds but cannot start is deployed, and answers 503", async () => {
  expect(await world.deploy("a", `throw new Error("no key")`)).toMatchObject({ status: 201 });
  expect(await world.call("a")).toMatchObject({ status: 503, json: { code: "BOOT_ERROR" } });
  const rows = world.supabase.state().logs.filter(({ source }) => source === "function_logs");
  expect(rows.map(({ event_message }) => event_message).join("")).toContain("no key");
});

test("sources come back as they were sent, and the bundle has the listed digest", async () => {
  await world.deploy("a", saying("grüße"));
  const listed = await world.api("GET", `${functions}/a`);
  const url = `${world.supabase.url}${functions}/a/body`.replace("{ref}", REF);
  const headers = { authorization: `Bearer ${READ_ONLY}` };
  const bundle = Buffer.from(await (await fetch(url, { headers })).arrayBuffer());
  expect(bundle.subarray(0, 4).toString()).toBe("EZBR");
  expect(listed.json).toMatchObject({ ezbr_sha256: createHash("sha256").update(bundle).digest("hex") });
  const form = await (
    await fetch(url, { headers: { ...headers, accept: "multipart/form-data" } })
  ).formData();
  expect(await (form.get("file") as File).text()).toBe(saying("grüße"));
  expect(JSON.parse(form.get("metadata") as string)).toEqual({
    deno2_entrypoint_path: expect.stringContaining("supabase/functions/a/index.ts"),
  });
});

test("a saved bundle sent back by PATCH is live again", async () => {
  await world.deploy("a", saying("old"));
  const path = `${world.supabase.url}${functions}/a`.replace("{ref}", REF);
  const headers = { authorization: `Bearer sbp_${"0a".repeat(20)}` };
  const saved = await (await fetch(`${path}/body`, { headers })).arrayBuffer();
  await world.deploy("a", saying("new"));
  const type = { "content-type": "application/vnd.denoland.eszip" };
  const patched = await fetch(`${path}?verify_jwt=true`, {
    method: "PATCH",
    headers: { ...headers, ...type },
    body: saved,
  });
  expect(await patched.json()).toMatchObject({ version: 3, verify_jwt: true });
  const authorization = `Bearer ${world.supabase.keys.anon}`;
  expect(await world.call("a", { headers: { authorization } })).toMatchObject({ text: "old" });
  const foreign = await fetch(path, {
    method: "PATCH",
    headers: { ...headers, ...type },
    body: "EZBRforeign",
  });
  expect(foreign.status).toBe(400);
});

test("a deleted function is gone", async () => {
  await world.deploy("a", saying("a"));
  expect(await world.api("DELETE", `${functions}/a`)).toMatchObject({ status: 200 });
  expect(await world.call("a")).toMatchObject({ status: 404 });
  expect(await world.api("GET", `${functions}/a`)).toMatchObject({
    status: 404,
    json: { message: "Function not found" },
  });
});

test("live says what is live by digest and settings, the same in a clone, and never a version", async () => {
  await world.deploy("a", saying("a"));
  const before = await world.supabase.live();
  expect(before.functions["a"]).toEqual({
    digest: expect.stringMatching(/^[0-9a-f]{64}$/),
    settings: { entrypoint_path: "supabase/functions/a/index.ts", import_map_path: null, verify_jwt: false },
  });
  await world.deploy("a", saying("b"));
  const during = await world.supabase.live();
  expect(during.functions["a"]?.digest).not.toBe(before.functions["a"]?.digest);
  await world.deploy("a", saying("a"));
  expect(await world.supabase.live()).toEqual(before);
  const clone = await world.clone(world.supabase.state());
  try {
    expect(await clone.live()).toEqual(before);
    expect(await (await fetch(`${clone.gatewayUrl}/functions/v1/a`)).text()).toBe("a");
  } finally {
    await clone.close();
  }
});

test("paths that would leave the upload are refused", async () => {
  const form = formOf("a", saying("a"), false);
  form.append("file", new Blob(["x"]), "../../escaped.ts");
  expect(await world.api("POST", `${functions}/deploy?slug=a`, form)).toMatchObject({ status: 400 });
});

test("a request in flight is answered by the version it reached", async () => {
  await world.deploy(
    "a",
    `Deno.serve(async () => { await new Promise((r) => setTimeout(r, 300)); return new Response("old"); });`,
  );
  await world.call("a", { method: "OPTIONS" });
  const slow = world.call("a");
  await world.deploy("a", saying("new"));
  expect(await slow).toMatchObject({ text: "old" });
  expect(await world.call("a")).toMatchObject({ text: "new" });
});
