import { expect, test } from "@jest/globals";

import type { VercelProject } from "../../../../rehearsal/stand-ins/vercel/state.ts";
import type { VercelStandIn } from "../../../../rehearsal/stand-ins/vercel/start.ts";
import { aliasStates, caller, deploy, oneProject, settled, site, withVercel } from "./world.ts";

async function staged(vercel: VercelStandIn, marker: string): Promise<string> {
  const { id } = await deploy(vercel, site(marker), { autoAssignCustomDomains: false });
  await settled(vercel, id);
  return String(id);
}

function nextJob(vercel: VercelStandIn, fate: VercelProject["nextAliasJob"]): void {
  vercel.change((state) => state.projects.forEach((project) => (project.nextAliasJob = fate)));
}

const promote = (id: string): string => `/v10/projects/prj_web/promote/${id}`;
const rollback = (id: string): string => `/v9/projects/prj_web/rollback/${id}`;

test("a promote is refused for a preview, an unfinished build, what is live, and while another one works", async () => {
  await withVercel(oneProject(), async (vercel) => {
    const call = caller(vercel);
    const live = String(vercel.live().deployment);
    const preview = await deploy(vercel, site("p"), { target: null });
    await settled(vercel, preview["id"]);
    expect((await call("POST", promote(String(preview["id"])))).status).toBe(400);
    const unfinished = await deploy(vercel, site("u"), { autoAssignCustomDomains: false });
    expect((await call("POST", promote(String(unfinished["id"])))).status).toBe(400);
    const current = await call("POST", promote(live));
    expect(current).toMatchObject({ status: 409, json: { error: { code: "conflict" } } });
    const next = await staged(vercel, "n");
    expect((await call("POST", promote(next))).status).toBe(201);
    expect((await call("POST", promote(next))).status).toBe(409);
    expect((await call("POST", rollback(live))).status).toBe(409);
    expect((await call("POST", promote("dpl_none"))).status).toBe(404);
  });
});

test("a rollback goes to what served production only; on Hobby one step only", async () => {
  await withVercel(oneProject({ plan: "hobby" }), async (vercel) => {
    const call = caller(vercel);
    const first = String(vercel.live().deployment);
    expect((await call("POST", rollback(await staged(vercel, "never")))).status).toBe(422);
    const second = await deploy(vercel, site("second"));
    await settled(vercel, second["id"]);
    const third = await deploy(vercel, site("third"));
    await settled(vercel, third["id"]);
    const refused = await call("POST", rollback(first));
    expect(refused).toMatchObject({
      status: 402,
      json: { error: { message: expect.stringContaining("upgrade to pro") } },
    });
    const candidates = await call("GET", "/v7/deployments?projectId=prj_web&rollbackCandidate=true");
    const listed = candidates.json["deployments"] as { uid: string }[];
    expect(listed.map(({ uid }) => uid)).toEqual([second["id"]]);
    expect((await call("POST", rollback(String(second["id"])))).status).toBe(201);
  });
});

test("a queued promote answers 202 and moves nothing", async () => {
  await withVercel(oneProject(), async (vercel) => {
    const before = vercel.live();
    nextJob(vercel, "queued");
    const next = await staged(vercel, "n");
    expect((await caller(vercel)("POST", promote(next))).status).toBe(202);
    await caller(vercel)("GET", "/v9/projects/prj_web?rollbackInfo=true");
    expect(vercel.live()).toEqual(before);
  });
});

test("a promote may be accepted and then fail half-way, be skipped, get stuck, or leave no trace", async () => {
  await withVercel(oneProject(), async (vercel) => {
    const call = caller(vercel);
    const old = String(vercel.live().deployment);
    const next = await staged(vercel, "n");

    nextJob(vercel, "failed");
    await call("POST", promote(next));
    expect(await aliasStates(vercel)).toEqual(["pending", "in-progress", "failed"]);
    expect(vercel.live()).toEqual({
      deployment: old,
      domains: { "app.example.com": next, "www.example.com": old },
    });
    const failed = await call("GET", "/v9/projects/prj_web/promote/aliases?failedOnly=true");
    expect(failed.json["aliases"]).toMatchObject([{ status: "failed", alias: { deploymentId: next } }]);

    // Half-way is not «already current»: the way back is open.
    expect((await call("POST", rollback(old))).status).toBe(201);
    await aliasStates(vercel);
    expect(Object.values(vercel.live().domains)).toEqual([old, old]);

    nextJob(vercel, "skipped");
    await call("POST", promote(next));
    expect((await aliasStates(vercel)).at(-1)).toBe("skipped");
    expect(Object.values(vercel.live().domains)).toEqual([old, old]);

    nextJob(vercel, "unrecorded");
    expect((await call("POST", promote(next))).status).toBe(201);
    expect((await aliasStates(vercel)).at(-1)).toBe("skipped");

    nextJob(vercel, "stuck");
    await call("POST", promote(next));
    expect(new Set(await aliasStates(vercel))).toEqual(new Set(["pending"]));
  });
});

test("domains move one after the other", async () => {
  await withVercel(oneProject(), async (vercel) => {
    const old = String(vercel.live().deployment);
    const next = await staged(vercel, "n");
    const call = caller(vercel);
    await call("POST", promote(next));
    await call("GET", "/v9/projects/prj_web");
    await call("GET", "/v9/projects/prj_web");
    expect(vercel.live().domains).toEqual({ "app.example.com": next, "www.example.com": old });
    const listed = await call("GET", "/v1/projects/prj_web/promote/aliases");
    expect((listed.json["aliases"] as { status: string }[]).map(({ status }) => status)).toEqual([
      "completed",
      "in-progress",
    ]);
  });
});

test("a planned fault answers instead, as often as it was ordered", async () => {
  await withVercel(oneProject(), async (vercel) => {
    const error = { code: "rate_limited", message: "Too many requests" };
    vercel.change(({ faults }) =>
      faults.push({
        method: "GET",
        path: "/v9/projects/.*",
        times: 1,
        status: 429,
        json: { error },
        headers: { "retry-after": "1" },
      }),
    );
    const call = caller(vercel);
    const limited = await call("GET", "/v9/projects/prj_web");
    expect(limited).toMatchObject({ status: 429, json: { error } });
    expect(limited.headers.get("retry-after")).toBe("1");
    expect((await call("GET", "/v9/projects/prj_web")).status).toBe(200);
    expect(vercel.requests.map(({ status }) => status)).toEqual([429, 200]);
  });
});

test("the description of a rollback is kept up to 250 characters, and can be changed", async () => {
  await withVercel(oneProject(), async (vercel) => {
    const call = caller(vercel);
    const old = String(vercel.live().deployment);
    const next = await deploy(vercel, site("n"));
    await settled(vercel, next["id"]);
    expect((await call("POST", `${rollback(old)}?description=${"x".repeat(251)}`)).status).toBe(400);
    await call("POST", `${rollback(old)}?description=why`);
    await aliasStates(vercel);
    const path = `/v1/projects/prj_web/rollback/${old}/update-description`;
    expect((await call("PATCH", path, { description: "because" })).status).toBe(200);
    const { json } = await call("GET", "/v9/projects/prj_web");
    expect(json["rollbackDescription"]).toMatchObject({ description: "because", username: "standin" });
  });
});
