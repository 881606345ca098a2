import { expect, test } from "@jest/globals";
import { createHash } from "node:crypto";

import { caller, deploy, oneProject, settled, site, withVercel } from "./world.ts";

const sha1 = (text: string): string => createHash("sha1").update(text).digest("hex");

test("an upload must name the sha1 and the size of its body", async () => {
  await withVercel(oneProject(), async (vercel) => {
    const upload = async (headers: Record<string, string>): Promise<[number, string]> => {
      const all = { authorization: "Bearer writer", ...headers };
      const response = await fetch(`${vercel.url}/v2/files`, { method: "POST", body: "hello", headers: all });
      const json = (await response.json()) as { error?: { code: string } };
      return [response.status, json.error?.code ?? "ok"];
    };
    const good = sha1("hello");
    expect(await upload({})).toEqual([400, "missing_digest"]);
    expect(await upload({ "x-vercel-digest": sha1("other") })).toEqual([400, "invalid_digest"]);
    expect(await upload({ "x-vercel-digest": good, "x-now-size": "4" })).toEqual([400, "invalid_size"]);
    expect(await upload({ "x-now-digest": good, "x-now-size": "5" })).toEqual([200, "ok"]);
    expect(await upload({ "x-vercel-digest": good })).toEqual([200, "ok"]);
  });
});

test("files that nobody uploaded are named, each once, and nothing is created", async () => {
  await withVercel(oneProject(), async (vercel) => {
    const sha = sha1("nowhere");
    const files = [
      { file: ".vercel/output/static/a.js", sha, size: 7 },
      { file: ".vercel/output/static/b.js", sha, size: 7 },
    ];
    const before = vercel.state().deployments.length;
    const answer = await caller(vercel)("POST", "/v13/deployments?prebuilt=1", { name: "web", files });
    expect(answer).toMatchObject({ status: 400, json: { error: { code: "missing_files", missing: [sha] } } });
    expect(vercel.state().deployments).toHaveLength(before);
  });
});

test("a deployment keeps its meta, is found by id, host and domain, and lists under its filters", async () => {
  await withVercel(oneProject(), async (vercel) => {
    const call = caller(vercel);
    const meta = { githubCommitSha: "abc", githubCommitRef: "main", rolloutRelease: "r1" };
    const { id } = await deploy(vercel, site("new"), { meta });
    const ready = await settled(vercel, id);
    expect(ready).toMatchObject({ id, meta, target: "production", projectId: "prj_web" });
    const host = String(ready["url"]);
    const domain = new URL(vercel.origin("app.example.com")).host;
    for (const name of [String(id), String(id).slice(4), host, domain, "app.example.com"]) {
      const found = await call("GET", `/v13/deployments/${encodeURIComponent(name)}`);
      expect([name, found.json["id"]]).toEqual([name, id]);
    }
    const uids = async (query: string): Promise<string[]> => {
      const { json } = await call("GET", `/v7/deployments?projectId=prj_web&${query}`);
      return (json["deployments"] as { uid: string }[]).map(({ uid }) => uid);
    };
    const all = await uids("");
    expect(all).toHaveLength(2);
    expect(all[0]).toBe(id);
    expect(await uids("sha=abc&target=production&state=READY")).toEqual([id]);
    expect(await uids("branch=other")).toEqual([]);
    expect(await uids("meta-rolloutRelease=r1")).toEqual([id]);
    expect(await uids("meta-rolloutRelease=r1&meta-githubCommitSha=other")).toEqual([]);
    expect(await uids("target=preview")).toEqual([]);
    expect(await uids("rollbackCandidate=true")).toEqual([all[1]]);
    const { json } = await call("GET", "/v6/deployments?limit=1");
    const { next } = json["pagination"] as { next: number };
    expect(await uids(`until=${next}`)).toEqual([all[1]]);
  });
});

test.each([
  ["no config.json", { "static/index.html": "x" }, /config\.json/],
  ["a broken config.json", { "config.json": "{", "static/index.html": "x" }, /Could not parse/],
  ["another version", { "config.json": '{"version":2}' }, /version must be 3/],
])("a build ends in ERROR for %s", async (_name, files, why) => {
  await withVercel(oneProject(), async (vercel) => {
    const live = vercel.live();
    const { id } = await deploy(vercel, files);
    const ended = await settled(vercel, id);
    expect(ended["readyState"]).toBe("ERROR");
    expect(ended["errorMessage"]).toMatch(why);
    expect(vercel.live()).toEqual(live);
  });
});

test("a function is deployed, and says that nobody runs it here", async () => {
  await withVercel(oneProject(), async (vercel) => {
    const { id } = await deploy(vercel, { ...site("a"), "functions/api.func/index.js": "x" });
    const { readyState, url } = await settled(vercel, id);
    expect(readyState).toBe("READY");
    expect((await fetch(`http://${String(url)}/api`)).status).toBe(501);
  });
});

test("an ordered build failure takes the next deployment only", async () => {
  await withVercel(oneProject(), async (vercel) => {
    vercel.change(({ projects: [project] }) => {
      if (project) project.nextBuildFailure = { code: "OUT_OF_MEMORY", message: "no memory" };
    });
    const first = await deploy(vercel, site("a"));
    expect(await settled(vercel, first["id"])).toMatchObject({ errorCode: "OUT_OF_MEMORY" });
    const second = await deploy(vercel, site("b"));
    expect(await settled(vercel, second["id"])).toMatchObject({ readyState: "READY" });
  });
});

test("a deployment can be cancelled until it is finished", async () => {
  await withVercel(oneProject(), async (vercel) => {
    const call = caller(vercel);
    const { id } = await deploy(vercel, site("a"));
    const cancelled = await call("PATCH", `/v12/deployments/${String(id)}/cancel`);
    expect(cancelled).toMatchObject({ status: 200, json: { readyState: "CANCELED" } });
    expect((await call("PATCH", `/v12/deployments/${String(id)}/cancel`)).status).toBe(400);
    const { json } = await call("GET", `/v13/deployments/${String(id)}`);
    expect(json["readyState"]).toBe("CANCELED");
  });
});

test("the file tree names every uploaded file with its sha1, and its content can be read", async () => {
  await withVercel(oneProject(), async (vercel) => {
    const call = caller(vercel);
    const { id } = await deploy(vercel, site("tree"));
    const tree = await call("GET", `/v6/deployments/${String(id)}/files`);
    expect(tree.json).toMatchObject([
      {
        name: "src",
        type: "directory",
        children: [{ name: ".vercel", children: [{ name: "output", type: "directory" }] }],
      },
    ]);
    const sha = sha1('console.log("tree")');
    expect(JSON.stringify(tree.json)).toContain(`"name":"app-tree.js","type":"file","uid":"${sha}"`);
    const content = await call("GET", `/v8/deployments/${String(id)}/files/${sha}`);
    expect(Buffer.from(String(content.json["data"]), "base64").toString()).toBe('console.log("tree")');
    expect((await call("GET", `/v8/deployments/${String(id)}/files/${sha1("x")}`)).status).toBe(404);
  });
});

test("a new deployment from an earlier one serves the same files", async () => {
  await withVercel(oneProject(), async (vercel) => {
    const preview = await deploy(vercel, site("again"), { target: null });
    await settled(vercel, preview["id"]);
    const { json } = await caller(vercel)("POST", "/v13/deployments", {
      deploymentId: preview["id"],
      name: "web",
      target: "production",
      meta: { action: "promote" },
    });
    await settled(vercel, json["id"]);
    expect(await (await fetch(vercel.origin("app.example.com"))).text()).toContain("content=again");
  });
});

test("an inline file needs no upload; a path out of the deployment is refused", async () => {
  await withVercel(oneProject(), async (vercel) => {
    const call = caller(vercel);
    const files = [
      { file: "index.html", data: Buffer.from("<p>inline").toString("base64"), encoding: "base64" },
    ];
    const { json } = await call("POST", "/v13/deployments", { name: "web", files });
    const ready = await settled(vercel, json["id"]);
    expect(await (await fetch(`http://${String(ready["url"])}/`)).text()).toBe("<p>inline");
    const escape = await call("POST", "/v13/deployments", {
      name: "web",
      files: [{ file: "../x", data: "" }],
    });
    expect(escape.status).toBe(400);
  });
});
