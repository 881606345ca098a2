import { expect, test } from "@jest/globals";

import { startVercel } from "../../../../rehearsal/stand-ins/vercel/start.ts";
import { aliasStates, caller, deploy, oneProject, settled, site, tickingClock, withVercel } from "./world.ts";

test("a staged deployment becomes READY and moves no domain until it is promoted", async () => {
  await withVercel(oneProject(), async (vercel) => {
    const before = vercel.live();
    const created = await deploy(vercel, site("new"), { autoAssignCustomDomains: false });
    expect(created["readyState"]).toBe("INITIALIZING");
    const ready = await settled(vercel, created["id"]);
    expect(ready).toMatchObject({ readyState: "READY", readySubstate: "STAGED", alias: [] });
    expect(vercel.live()).toEqual(before);
    const staged = await fetch(`http://${String(ready["url"])}/results/abc`);
    expect(await staged.text()).toContain("content=new");

    const call = caller(vercel);
    const accepted = await call("POST", `/v10/projects/prj_web/promote/${String(created["id"])}`, {});
    expect(accepted.status).toBe(201);
    expect(accepted.headers.get("content-type")).toBeNull();
    expect(vercel.live()).toEqual(before);
    expect(await aliasStates(vercel)).toEqual(["pending", "in-progress", "succeeded"]);
    const id = String(created["id"]);
    expect(vercel.live()).toEqual({
      deployment: id,
      domains: { "app.example.com": id, "www.example.com": id },
    });
    const page = await fetch(`${vercel.origin("app.example.com")}/assessment`);
    expect(await page.text()).toContain("content=new");
  });
});

test("without autoAssignCustomDomains:false the domains move when the deployment is READY", async () => {
  await withVercel(oneProject(), async (vercel) => {
    const created = await deploy(vercel, site("new"));
    const ready = await settled(vercel, created["id"]);
    expect(ready["readySubstate"]).toBe("PROMOTED");
    expect(vercel.live().deployment).toBe(created["id"]);
  });
});

test("a rollback pins the project: later production deployments stay STAGED until a promote", async () => {
  await withVercel(oneProject(), async (vercel) => {
    const call = caller(vercel);
    const old = vercel.live().deployment;
    const created = await deploy(vercel, site("new"));
    await settled(vercel, created["id"]);
    const back = await call("POST", `/v1/projects/prj_web/rollback/${String(old)}?description=bad`);
    expect(back.status).toBe(201);
    expect(await aliasStates(vercel)).toEqual(["pending", "in-progress", "succeeded"]);
    expect(vercel.live().deployment).toBe(old);
    const { json } = await call("GET", "/v9/projects/web");
    expect(json).toMatchObject({
      autoAssignCustomDomains: false,
      rollbackDescription: { description: "bad" },
      lastAliasRequest: { type: "rollback", toDeploymentId: old, fromDeploymentId: created["id"] },
    });
    const next = await deploy(vercel, site("next"));
    expect((await settled(vercel, next["id"]))["readySubstate"]).toBe("STAGED");
    await call("POST", `/v10/projects/prj_web/promote/${String(next["id"])}`);
    await aliasStates(vercel);
    expect((await call("GET", "/v9/projects/web")).json["autoAssignCustomDomains"]).toBe(true);
  });
});

test("the state goes on in another stand-in, which serves the same release", async () => {
  const first = await startVercel({ state: oneProject(), clock: tickingClock() });
  const created = await deploy(first, site("new"), { meta: { rolloutId: "r1" } });
  await settled(first, created["id"]);
  const saved = JSON.parse(JSON.stringify(first.state())) as ReturnType<typeof first.state>;
  const clone = await startVercel({ state: saved, clock: tickingClock() });
  try {
    expect(clone.live()).toEqual(first.live());
    expect(clone.origin("app.example.com")).not.toBe(first.origin("app.example.com"));
    const page = await fetch(clone.origin("app.example.com"));
    expect(await page.text()).toContain("content=new");
  } finally {
    await Promise.all([first.close(), clone.close()]);
  }
  const again = await startVercel({ state: saved, clock: tickingClock() });
  expect(again.origin("app.example.com")).toBe(first.origin("app.example.com"));
  await again.close();
});
