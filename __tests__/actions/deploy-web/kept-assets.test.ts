import { createHash } from "node:crypto";
import { afterEach, expect, test } from "@jest/globals";
import { systemHttp } from "../../../kit/ports/http.ts";
import { builtSite } from "../../support/built-site.ts";
import { vercelWorld } from "../../support/vercel-world.ts";

const open: { close(): Promise<void> }[] = [];

afterEach(async () => {
  await Promise.all(open.splice(0).map((one) => one.close()));
});

async function start(...given: Parameters<typeof vercelWorld>) {
  const made = await vercelWorld(...given);
  open.push(made.vercel);
  const release = async (text: string, more: Readonly<Record<string, string>> = {}) => {
    const { folder } = await builtSite({ text });
    return await made.deploy({ artifact: folder, ...more });
  };
  const status = async (path: string): Promise<number> =>
    (await fetch(`${made.vercel.origin("app.example.com")}/${path}`)).status;
  return { ...made, release, status };
}

const sha1 = (text: string): string => createHash("sha1").update(text).digest("hex");

test("an open tab finds what it was built with for as many releases as are kept, and then a 404", async () => {
  const { release, status } = await start();
  const two = { "keep-releases": "2" };
  for (const text of ["one", "two", "three"]) await release(text, two);
  expect(await Promise.all(["one", "two", "three"].map((text) => status(`assets/app-${text}.js`)))).toEqual([
    200, 200, 200,
  ]);
  await release("four", two);
  expect(await status("assets/app-one.js")).toBe(404);
  expect(await status("assets/app-two.js")).toBe(200);
});

test("a release that is deployed again does not push out the one before it; one that keeps none does", async () => {
  const { release, status } = await start();
  await release("one", { "keep-releases": "1" });
  await release("two", { "keep-releases": "1" });
  await release("two", { "keep-releases": "1", only: "deploy-web" });
  expect(await status("assets/app-one.js")).toBe(200);
  await release("three", { "keep-releases": "0" });
  expect(await status("assets/app-two.js")).toBe(404);
});

test("a site that another tool deployed is kept as one release, by what the host tells of it", async () => {
  const { vercel, release, status } = await start(
    {},
    { "index.html": "<p>", "assets/old.js": "1", "other.js": "2" },
  );
  const { report } = await release("one");
  expect(report.evidence).toContain("1 hashed assets of former releases stay reachable for open tabs");
  expect(await status("assets/old.js")).toBe(200);
  const page = await (await fetch(`${vercel.origin("app.example.com")}/other.js`)).text();
  expect(page).toContain("<!doctype html>");
});

test("what the host has lost is taken from the live site, and only when it is the very same", async () => {
  const { vercel, release, deploy } = await start();
  await release("one");
  const sha = sha1('document.title = "one";');
  const json = { error: { code: "missing_files", message: "Missing", missing: [sha] } };
  const fault = { method: "POST", path: "^/v13/deployments", times: 1, status: 400, json };
  vercel.change((state) => void state.faults.push(structuredClone(fault)));
  const asked = vercel.requests.length;
  await release("two");
  const uploads = () => vercel.requests.slice(asked).filter(({ path }) => path === "/v2/files").length;
  expect(uploads()).toBe(5);
  vercel.change((state) => void state.faults.push(structuredClone(fault)));
  const { folder } = await builtSite({ text: "three" });
  const http: typeof systemHttp = async (url, init) =>
    String(url).endsWith("/assets/app-one.js") ? new Response("other") : await systemHttp(url, init);
  const { report } = await deploy({ artifact: folder }, { http });
  expect(report).toMatchObject({ verdict: "pass" });
  const { files } = vercel.state().deployments.at(-1) ?? { files: [] };
  expect(files.map(({ file }) => file)).not.toContain(".vercel/output/static/assets/app-one.js");
  expect(files.map(({ file }) => file)).toContain(".vercel/output/static/assets/app-two.js");
});

test("a manifest that answers with the page, too late or with lies costs nothing but the tabs", async () => {
  const { vercel, release, deploy, status } = await start();
  await release("one");
  const lies = { schema: "prism-rollout/assets@1", releases: [{ marker: "x", files: [] }] };
  for (const [index, answer] of [new Response("<p>"), new Response(JSON.stringify(lies))].entries()) {
    const { folder } = await builtSite({ text: `next-${index}` });
    const http: typeof systemHttp = async (url, init) =>
      String(url).includes("/rollout-assets.json") ? answer : await systemHttp(url, init);
    expect((await deploy({ artifact: folder }, { http })).report.verdict).toBe("pass");
    expect(await status("assets/app-one.js")).toBe(200);
  }
  expect(vercel.live().deployment).not.toBeNull();
});

test("the manifest tells whose each hashed file is", async () => {
  const { vercel, release } = await start();
  const one = await release("one");
  const two = await release("two");
  const answer = await fetch(`${vercel.origin("app.example.com")}/rollout-assets.json`);
  expect(answer.headers.get("cache-control")).toContain("max-age=0");
  const { releases } = (await answer.json()) as { releases: { marker: string; files: { path: string }[] }[] };
  expect(releases.map(({ marker, files }) => [marker, files.map(({ path }) => path)])).toEqual([
    [two.outputs.marker, ["assets/app-two.js"]],
    [one.outputs.marker, ["assets/app-one.js"]],
  ]);
});
