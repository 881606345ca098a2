import { expect, test } from "@jest/globals";

import { caller, oneProject, withVercel } from "./world.ts";

test("a token is asked for, must be known, and reads or writes as it may", async () => {
  const state = oneProject();
  state.tokens["elsewhere"] = { access: "write", projects: ["prj_other"] };
  await withVercel(state, async (vercel) => {
    const anonymous = await caller(vercel, null)("GET", "/v2/user");
    expect(anonymous).toMatchObject({ status: 401, json: { error: { missingToken: true } } });
    const wrong = await caller(vercel, "wrong")("GET", "/v2/user");
    expect(wrong).toMatchObject({ status: 403, json: { error: { code: "forbidden", invalidToken: true } } });
    const reader = caller(vercel, "reader");
    expect((await reader("GET", "/v9/projects/prj_web")).status).toBe(200);
    expect((await reader("PATCH", "/v9/projects/prj_web", {})).status).toBe(403);
    expect((await caller(vercel, "elsewhere")("GET", "/v9/projects/web")).status).toBe(403);
  });
});

test("another team's scope is refused; an unknown project or path is not found", async () => {
  await withVercel(oneProject(), async (vercel) => {
    const call = caller(vercel);
    expect((await call("GET", "/v9/projects/web?teamId=team_standin")).status).toBe(200);
    expect((await call("GET", "/v9/projects/web?slug=standin")).status).toBe(200);
    expect((await call("GET", "/v9/projects/web?teamId=team_other")).status).toBe(403);
    expect(await call("GET", "/v9/projects/other")).toMatchObject({
      status: 404,
      json: { error: { code: "not_found", message: "Project not found" } },
    });
    expect((await call("GET", "/v99/nothing")).status).toBe(404);
  });
});

test("autoAssignCustomDomains can be changed; a field that is not Vercel's is refused", async () => {
  await withVercel(oneProject(), async (vercel) => {
    const call = caller(vercel);
    const changed = await call("PATCH", "/v9/projects/web", { autoAssignCustomDomains: false });
    expect(changed).toMatchObject({ status: 200, json: { autoAssignCustomDomains: false } });
    expect((await call("PATCH", "/v9/projects/web", { nonsense: 1 })).status).toBe(400);
    const broken = await fetch(`${vercel.url}/v9/projects/web`, {
      method: "PATCH",
      headers: { authorization: "Bearer writer", "content-type": "application/json" },
      body: "{",
    });
    expect(broken.status).toBe(400);
  });
});

test("a domain is known by its name and by the host that browsers use", async () => {
  await withVercel(oneProject(), async (vercel) => {
    const call = caller(vercel);
    const { json } = await call("GET", "/v9/projects/web/domains?target=production&verified=true");
    const domains = json["domains"] as { name: string; verified: boolean }[];
    expect(domains.map(({ name }) => `http://${name}`)).toEqual([
      vercel.origin("app.example.com"),
      vercel.origin("www.example.com"),
    ]);
    for (const name of ["app.example.com", domains[0]?.name ?? ""]) {
      const alias = await call("GET", `/v4/aliases/${encodeURIComponent(name)}?projectId=prj_web`);
      expect(alias.json).toMatchObject({
        alias: domains[0]?.name,
        deploymentId: vercel.live().deployment,
        projectId: "prj_web",
      });
    }
    expect((await call("GET", "/v4/aliases/app.example.com?projectId=prj_other")).status).toBe(404);
    expect((await call("GET", "/v4/aliases/none.example.com")).status).toBe(404);
    expect(() => vercel.origin("none.example.com")).toThrow("none.example.com");
  });
});

test("variables: upsert, conflict, decrypted one by one, and a sensitive value that nobody reads", async () => {
  await withVercel(oneProject(), async (vercel) => {
    const call = caller(vercel);
    const env = "/v10/projects/web/env";
    const plain = { key: "A", value: "1", type: "encrypted", target: ["production"] };
    const created = await call("POST", env, plain);
    expect(created.status).toBe(201);
    const { id } = created.json["created"] as { id: string };
    expect(await call("POST", env, plain)).toMatchObject({
      status: 400,
      json: { error: { code: "ENV_CONFLICT" } },
    });
    expect((await call("POST", `${env}?upsert=true`, { ...plain, value: "2" })).status).toBe(201);
    const listed = (await call("GET", env)).json["envs"] as {
      id: string;
      value: string;
      decrypted: boolean;
    }[];
    expect(listed.find((one) => one.id === id)).toMatchObject({ decrypted: false });
    expect(listed.find((one) => one.id === id)?.value).not.toBe("2");
    expect((await call("GET", `/v1/projects/web/env/${id}`)).json).toMatchObject({
      value: "2",
      decrypted: true,
    });
    const secret = await call("POST", env, {
      key: "S",
      value: "hush",
      type: "sensitive",
      target: ["production"],
    });
    const secretId = (secret.json["created"] as { id: string }).id;
    expect((await call("GET", `/v1/projects/web/env/${secretId}`)).json).toMatchObject({
      value: "",
      decrypted: false,
    });
    expect(JSON.stringify((await call("GET", `${env}?decrypt=true`)).json)).not.toContain("hush");
    const wrong = { key: "S2", value: "x", type: "sensitive", target: ["development"] };
    expect((await call("POST", env, wrong)).status).toBe(400);
    await call("PATCH", `/v9/projects/web/env/${id}`, { value: "3" });
    expect((await call("GET", "/v3/env/pull/web/production")).json["env"]).toEqual({ A: "3", S: "" });
    expect((await call("DELETE", `/v9/projects/web/env/${id}`)).status).toBe(200);
    expect((await call("DELETE", `/v9/projects/web/env/${id}`)).status).toBe(404);
  });
});
