import { afterEach, expect, test } from "@jest/globals";
import { bounded } from "../../../kit/ports/bounded.ts";
import { connectGitHub, runContext } from "../../../kit/ports/github.ts";
import { httpWithFile } from "../../../kit/ports/http-with-file.ts";
import { systemHttp } from "../../../kit/ports/http.ts";
import { jsonApi } from "../../../kit/ports/json-api.ts";
import { askOrigin } from "../../../kit/parts/web/ask-origin.ts";
import { systemClock } from "../../../kit/ports/clock.ts";
import { fetchPackage } from "../../../kit/shadow/engines/fetch-package.ts";
import { serve } from "../../../rehearsal/stand-ins/server.ts";
import { type Endless, serveEndless } from "../../support/serve-endless.ts";
import { testWorld } from "../../support/test-world.ts";

const MB = 1024 * 1024;
let endless: Endless;
afterEach(() => endless.close());

/** What was refused is PR306 and names the host alone; the server was let go, and had sent no more than what its pipes hold beyond the limit. */
async function expectRefused(asking: Promise<unknown>, most = 64, held = 64): Promise<void> {
  const { host } = new URL(endless.url);
  await expect(asking).rejects.toMatchObject({
    code: "PR306",
    message: `${host} answered with more than ${most} MB, and was read no further.`,
  });
  await endless.letGo();
  expect(endless.sent()).toBeLessThan((most + held) * MB);
}

test.each([false, true])(
  "an answer of a JSON API that never ends is read up to a limit (gzip: %s)",
  async (gzip) => {
    endless = await serveEndless({ gzip });
    const world = await testWorld();
    const api = jsonApi(world, { name: "Vendor", baseUrl: endless.url, headers: {}, tokenHint: "" });
    // What is packed a thousandfold is held by the pipes a thousandfold.
    await expectRefused(api("GET", "/secret-path"), 64, gzip ? 64_000 : 64);
  },
);

test("so is one that is asked for as bytes, one that is an error, and one that a request with a host of its own gets", async () => {
  endless = await serveEndless();
  const world = await testWorld();
  const api = jsonApi(world, { name: "Vendor", baseUrl: endless.url, headers: {}, tokenHint: "" });
  await expectRefused(api("GET", "/", { as: "bytes" }));
  await endless.close();
  endless = await serveEndless();
  await expectRefused(systemHttp(endless.url, { headers: { host: "app.example.com" } }));
  await endless.close();
  endless = await serveEndless();
  await expectRefused(httpWithFile(endless.url, { method: "POST", body: new Blob(["a file"]) }));
});

test("GitHub's client, which takes a broken answer for an empty one, ends in the same refusal", async () => {
  endless = await serveEndless({ begin: '{"id":1,"x":"' });
  const context = runContext({ GITHUB_REPOSITORY: "acme/app", GITHUB_API_URL: endless.url });
  const github = await connectGitHub("t0ken", context);
  await expectRefused(github.request("GET /repos/{owner}/{repo}/environments"));
  await endless.close();
  endless = await serveEndless({ begin: "just a text", type: "text/plain" });
  const again = await connectGitHub("t0ken", { ...context, apiUrl: endless.url });
  await expectRefused(again.request("GET /repos/{owner}/{repo}/issues"));
});

test("a page that never ends is no page of an origin, and is told as such", async () => {
  endless = await serveEndless({ begin: "<!doctype html>", type: "text/html" });
  const { http } = await testWorld();
  const signal = new AbortController().signal;
  const served = await askOrigin({ http, clock: systemClock, signal }, endless.url);
  expect(served).toMatchObject({ ok: false, marker: null, said: expect.stringContaining("more than 64 MB") });
});

test("a download may be larger, and has an end as well", async () => {
  endless = await serveEndless({ type: "application/gzip" });
  const most = 96 * MB;
  await expectRefused(
    systemHttp(endless.url, { most }).then((answer) => answer.arrayBuffer()),
    96,
  );
  const large = Buffer.alloc(65 * MB, "x");
  const server = await serve([], () => ({ status: 200, body: large }));
  try {
    const answer = await systemHttp(server.url, { most });
    expect((await answer.arrayBuffer()).byteLength).toBe(large.length);
    await expect((await systemHttp(server.url)).text()).rejects.toMatchObject({ code: "PR306" });
    const pin = { name: "x", title: "X", version: "1.0.0", integrity: "sha512-none" };
    const fetching = fetchPackage(server.url, await testWorld({ http: systemHttp }), pin, () => true);
    await expect(fetching).rejects.toThrow("not the archive that is pinned");
  } finally {
    await server.close();
  }
});

test("an answer within its limit is the very same: status, headers, bytes, and one without a body", async () => {
  endless = await serveEndless();
  const bytes = Buffer.from("ä whole answer");
  const server = await serve([], ({ path }) =>
    path === "/none" ? { status: 204 } : { status: 418, body: bytes, headers: { "x-own": "kept" } },
  );
  try {
    const answer = await systemHttp(`${server.url}/some`);
    expect([answer.status, answer.statusText, answer.headers.get("x-own")]).toEqual([
      418,
      "I'm a Teapot",
      "kept",
    ]);
    expect(Buffer.from(await answer.arrayBuffer())).toEqual(bytes);
    expect((await systemHttp(`${server.url}/none`)).body).toBeNull();
    const exact = bounded(new Response(bytes), bytes.length, server.url);
    expect(await exact.text()).toBe("ä whole answer");
  } finally {
    await server.close();
  }
});
