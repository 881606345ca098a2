import { expect, test } from "@jest/globals";

import { caller, deploy, oneProject, SECRET, settled, site, withVercel } from "./world.ts";

test("a page comes with its type, an ETag, and Vercel's marks; unchanged it is 304", async () => {
  await withVercel(oneProject(), async (vercel) => {
    const origin = vercel.origin("app.example.com");
    const first = await fetch(`${origin}/`);
    expect(first.status).toBe(200);
    expect(first.headers.get("content-type")).toBe("text/html; charset=utf-8");
    expect(first.headers.get("cache-control")).toBe("public, max-age=0, must-revalidate");
    expect(first.headers.get("x-vercel-cache")).toBe("MISS");
    expect(first.headers.get("x-vercel-id")).toMatch(/^dev1::/);
    await first.text();
    const etag = first.headers.get("etag") ?? "";
    const again = await fetch(`${origin}/`, { headers: { "if-none-match": `W/${etag}` } });
    expect([again.status, again.headers.get("x-vercel-cache"), await again.text()]).toEqual([304, "HIT", ""]);
    const head = await fetch(`${origin}/assets/app-old.js`, { method: "HEAD" });
    expect(head.headers.get("content-type")).toBe("application/javascript; charset=utf-8");
    expect(head.headers.get("cache-control")).toBe("public, max-age=31536000, immutable");
    expect((await fetch(`${origin}/`, { method: "POST" })).status).toBe(405);
  });
});

test("a route of the app gets the page, a missing asset 404 and no immutable", async () => {
  await withVercel(oneProject(), async (vercel) => {
    const origin = vercel.origin("www.example.com");
    const deep = await fetch(`${origin}/results/abc?t=1`);
    expect([deep.status, deep.headers.get("content-type")]).toEqual([200, "text/html; charset=utf-8"]);
    await deep.text();
    const missing = await fetch(`${origin}/assets/none.js`);
    expect([missing.status, missing.headers.get("cache-control")]).toEqual([404, "no-store"]);
    expect(await missing.text()).toContain("NOT_FOUND");
    const odd = await fetch(`${origin}/%E0%A4%A`);
    expect(odd.status).toBe(200);
  });
});

test("a deployment that is not ready shows nothing yet, a failed one never", async () => {
  await withVercel(oneProject(), async (vercel) => {
    const created = await deploy(vercel, site("n"), { autoAssignCustomDomains: false });
    const early = await fetch(`http://${String(created["url"])}/`, { redirect: "manual" });
    expect(early.headers.get("x-vercel-error")).toBe("DEPLOYMENT_NOT_READY_REDIRECTING");
    const failed = await deploy(vercel, { "static/index.html": "x" });
    await settled(vercel, failed["id"]);
    expect((await fetch(`http://${String(failed["url"])}/`)).status).toBe(404);
  });
});

test("a domain that points nowhere says so", async () => {
  const state = oneProject();
  for (const domain of state.projects[0]?.domains ?? []) domain.deployment = null;
  await withVercel(state, async (vercel) => {
    const page = await fetch(vercel.origin("app.example.com"));
    expect([page.status, page.headers.get("x-vercel-error")]).toEqual([404, "DEPLOYMENT_NOT_FOUND"]);
    expect((await caller(vercel)("GET", "/v4/aliases/app.example.com")).status).toBe(404);
  });
});

test("Deployment Protection: a login page on the staged address, the app with the secret, domains open", async () => {
  await withVercel(oneProject({ bypassSecret: SECRET }), async (vercel) => {
    const created = await deploy(vercel, site("n"), { autoAssignCustomDomains: false });
    const { url } = await settled(vercel, created["id"]);
    const staged = `http://${String(url)}/results/1`;
    const look = async (address: string, headers: Record<string, string> = {}): Promise<Response> =>
      await fetch(address, { headers, redirect: "manual" });
    const closed = await look(staged);
    expect([closed.status, await closed.text()]).toEqual([
      401,
      expect.stringContaining("Authentication Required"),
    ]);
    expect((await look(staged, { "x-vercel-protection-bypass": "b".repeat(32) })).status).toBe(401);
    const bypass = { "x-vercel-protection-bypass": SECRET };
    expect(await (await look(staged, bypass)).text()).toContain("content=n");
    expect((await look(`${staged}?x-vercel-protection-bypass=${SECRET}`)).status).toBe(200);
    expect((await look(vercel.origin("app.example.com"))).status).toBe(200);

    const asked = await look(`${staged}?a=1`, { ...bypass, "x-vercel-set-bypass-cookie": "true" });
    expect([asked.status, asked.headers.get("location")]).toEqual([307, "/results/1?a=1"]);
    const cookie = asked.headers.get("set-cookie")?.split(";")[0] ?? "";
    expect(cookie).not.toContain(SECRET);
    expect((await look(staged, { cookie })).status).toBe(200);
    expect((await look(staged, { cookie: "_vercel_jwt=made-up" })).status).toBe(401);
  });
});

test("a bypass secret can be made, replaced and revoked; `all` closes the domains too", async () => {
  await withVercel(oneProject({ bypassSecret: SECRET }), async (vercel) => {
    const call = caller(vercel);
    const path = "/v1/projects/web/protection-bypass";
    const made = await call("PATCH", path, {});
    const secrets = Object.keys(made.json["protectionBypass"] as object);
    expect(secrets).toHaveLength(2);
    expect((await call("PATCH", path, { generate: { secret: "short" } })).status).toBe(400);
    const revoked = await call("PATCH", path, { revoke: { secret: SECRET, regenerate: false } });
    expect(Object.keys(revoked.json["protectionBypass"] as object)).toEqual(
      secrets.filter((secret) => secret !== SECRET),
    );
    await call("PATCH", "/v9/projects/web", { ssoProtection: { deploymentType: "all" } });
    expect((await fetch(vercel.origin("app.example.com"))).status).toBe(401);
    await call("PATCH", "/v9/projects/web", { ssoProtection: null });
    expect((await fetch(vercel.origin("app.example.com"))).status).toBe(200);
  });
});
