import { copyFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { afterEach, expect, test } from "@jest/globals";
import { builtSite } from "../../support/built-site.ts";
import { testWorld } from "../../support/test-world.ts";
import { writeFiles } from "../../support/vite-project.ts";
import { vercelWorld } from "../../support/vercel-world.ts";

const open: { close(): Promise<void> }[] = [];

afterEach(async () => {
  await Promise.all(open.splice(0).map((one) => one.close()));
});

/** What the live site answers, once it was deployed from a stack whose vercel.json is this text or file. */
async function deployed(
  prepare: (root: string) => Promise<void>,
): Promise<(path: string) => Promise<Response>> {
  const { vercel, deploy } = await vercelWorld();
  open.push(vercel);
  const { root } = await testWorld();
  await prepare(root);
  await deploy({ artifact: (await builtSite()).folder }, { root });
  return (path) => fetch(vercel.origin("app.example.com") + path, { redirect: "manual" });
}

test("without a vercel.json a single-page app is served: every address is the page, a missing asset is not", async () => {
  const ask = await deployed(async () => undefined);
  expect((await ask("/results/abc?t=1")).status).toBe(200);
  const missing = await ask("/assets/gone.js");
  expect([missing.status, missing.headers.get("cache-control")]).toEqual([404, "no-store"]);
  expect((await ask("/assets/app-one.js")).headers.get("cache-control")).toContain("immutable");
  expect((await ask("/")).headers.get("cache-control")).toBe("public, max-age=0, must-revalidate");
});

test("the sample app's own headers and rewrites reach production, and still no missing asset is kept", async () => {
  const ask = await deployed((root) =>
    copyFile(resolve("examples/prism/vercel.json"), join(root, "vercel.json")),
  );
  const results = await ask("/results/abc");
  expect(results.status).toBe(200);
  expect(results.headers.get("x-robots-tag")).toBe("noindex");
  expect(results.headers.get("referrer-policy")).toBe("same-origin");
  const missing = await ask("/assets/gone.js");
  expect([missing.status, missing.headers.get("cache-control")]).toEqual([404, "no-store"]);
});

test("redirects are taken over with their groups", async () => {
  const rules = { redirects: [{ source: "/old/:id", destination: "/results/:id", permanent: false }] };
  const ask = await deployed((root) => writeFiles(root, { "vercel.json": JSON.stringify(rules) }));
  const answer = await ask("/old/7");
  expect([answer.status, answer.headers.get("location")]).toEqual([307, "/results/7"]);
});

test("a vercel.json that cannot be understood stops before anything is changed", async () => {
  for (const text of ["{", '{"headers":{}}', '{"redirects":[{"source":"/(a","destination":"/"}]}']) {
    const refused = deployed((root) => writeFiles(root, { "vercel.json": text }));
    await expect(refused).rejects.toMatchObject({ code: "PR102" });
  }
});
