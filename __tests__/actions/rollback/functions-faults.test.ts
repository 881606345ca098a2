import { readFile, writeFile } from "node:fs/promises";
import { afterEach, expect, test } from "@jest/globals";
import { systemHttp } from "../../../kit/ports/http.ts";
import { githubRecord } from "../../../kit/release/record/record.ts";
import { type LiveRelease, liveRelease } from "../../support/live-release.ts";
import { needsUntil } from "../../support/needs-until.ts";

const open: LiveRelease[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((one) => one.close()));
});

async function stage(options?: Parameters<typeof liveRelease>[0]): Promise<LiveRelease> {
  const made = await liveRelease(options);
  open.push(made);
  return made;
}

const needs = needsUntil("smoke", "failure", { verdict: "fail", failed: "playwright" });
type Done = Awaited<ReturnType<LiveRelease["rollback"]>>;
const outcomes = ({ outputs }: Done): Record<string, string> =>
  Object.fromEntries(
    (JSON.parse(outputs.components ?? "[]") as { component: string; outcome: string }[]).map(
      ({ component, outcome }) => [component, outcome],
    ),
  );
const said = ({ report }: Done): string => JSON.stringify(report.tables?.[0]?.rows);

test("an activation that is done and answered 500 is read back: what is back is called so", async () => {
  const made = await stage();
  made.platform.failPut = "all";
  const done = await made.rollback({ needs });
  expect(outcomes(done)).toEqual({ web: "reverted", hello: "reverted", world: "reverted" });
  expect(done.outputs.outcome).toBe("rolled-back");
  expect(made.live()).toEqual(made.before);
  expect(made.world.log.lines.join("\n")).toContain("Read back, 2 of 2 functions are what they were");
  const record = githubRecord(made.forge.github, "production", made.manifest.commit);
  const receipts = await record.receipts(made.release, "rollback");
  expect(receipts.find(({ component }) => component === "functions")?.state).toBe("done");
});

test("one that is done in part is told function by function, and done by the next attempt", async () => {
  const made = await stage();
  made.platform.failPut = "first";
  const done = await made.rollback({ needs });
  expect(outcomes(done)).toEqual({ web: "reverted", hello: "reverted", world: "failed" });
  expect(done.outputs.extent).toBe("partial");
  made.platform.failPut = undefined;
  expect((await made.rollback({ needs })).outputs.outcome).toBe("rolled-back");
  expect(made.live()).toEqual(made.before);
});

test("a platform that gives the sources of before for a moment after the activation is asked once more", async () => {
  const made = await stage();
  const [given, late] = [new Map<string, Response>(), new Set<string>()];
  let isActive = false;
  const http: typeof systemHttp = async (url, init) => {
    const { pathname } = new URL(url);
    const before = given.get(pathname);
    if (isActive && before !== undefined && !late.has(pathname)) {
      late.add(pathname);
      return before.clone();
    }
    const answer = await systemHttp(url, init);
    if (pathname.endsWith("/body")) given.set(pathname, answer.clone());
    isActive ||= init?.method === "PUT";
    return answer;
  };
  const done = await made.rollback({ needs }, { http });
  expect(late.size).toBe(2);
  expect(outcomes(done)).toEqual({ web: "reverted", hello: "reverted", world: "reverted" });
  expect(made.live()).toEqual(made.before);
});

test("one that is not done at all leaves the new set, whole", async () => {
  const made = await stage();
  const { functions } = made.live();
  made.platform.fault = ({ method }) =>
    method === "PUT" ? { status: 500, json: { message: "Failed to update functions" } } : undefined;
  const done = await made.rollback({ needs });
  expect(outcomes(done)).toEqual({ web: "reverted", hello: "failed", world: "failed" });
  expect(made.live().functions).toEqual(functions);
});

test("a token that is revoked before the way back: nothing of the functions is touched, and that is said", async () => {
  const made = await stage();
  const { functions } = made.live();
  made.platform.fault = ({ path }) =>
    path.startsWith("/v1/") ? { status: 401, json: { message: "Unauthorized" } } : undefined;
  const done = await made.rollback({ needs });
  expect(outcomes(done)).toEqual({ web: "reverted", functions: "failed" });
  expect(said(done)).toContain("supabase-access-token");
  expect(made.live()).toEqual({ web: made.before.web, functions });
});

test("one that is revoked in the middle: whether functions are back is not known, and not claimed", async () => {
  const made = await stage();
  let isRevoked = false;
  made.platform.fault = ({ method, path }) => {
    isRevoked ||= method === "PUT";
    return isRevoked && path.startsWith("/v1/")
      ? { status: 401, json: { message: "Unauthorized" } }
      : undefined;
  };
  const done = await made.rollback({ needs });
  expect(outcomes(done)).toEqual({ web: "reverted", hello: "failed", world: "failed" });
  expect(said(done)).toContain("whether hello is back could not be read");
  expect(done.outputs.timeline).toContain('"moment":"reverted","at":null');
});

test("the host's token is revoked: the functions stay with the web that needs them", async () => {
  const made = await stage();
  const now = made.live();
  made.vercel.change(({ tokens }) => void delete tokens["t0ken"]);
  const done = await made.rollback({ needs });
  expect(outcomes(done)).toEqual({ web: "failed", hello: "failed", world: "failed" });
  expect(said(done)).toContain("host-token");
  expect(made.live()).toEqual(now);
});

test("a gateway that wants a key answers for no function: what is back is back, and that nobody called it is said", async () => {
  const made = await stage();
  const json = { code: "UNAUTHORIZED_NO_AUTH_HEADER", message: "Missing authorization header" };
  made.platform.fault = ({ path }) => (path === "/fn/hello" ? { status: 401, json } : undefined);
  const done = await made.rollback({ needs });
  expect(done.outputs.outcome).toBe("rolled-back");
  expect(said(done)).toMatch(/hello is what it was before the release.*so whether it serves is not told/);
});

test("what somebody deploys while the way back is prepared is drift, and is not overwritten", async () => {
  const made = await stage();
  let isDeployed = false;
  made.platform.fault = ({ method, query }) => {
    const hello = made.platform.functions.get("hello");
    if (isDeployed || method !== "POST" || query.get("slug") !== "world" || !hello?.live) return undefined;
    isDeployed = true;
    const live = { ...hello.live, version: 99, files: new Map([["hello/index.ts", Buffer.from("hotfix")]]) };
    made.platform.functions.set("hello", {
      ...hello,
      live,
      row: { ...hello.row, version: 99, ezbr_sha256: "hotfix" },
    });
    return undefined;
  };
  const done = await made.rollback({ needs });
  expect(outcomes(done)).toEqual({ web: "reverted", hello: "drift", world: "reverted" });
  expect(said(done)).toContain("by somebody else while the way back was prepared");
  // Their next deployment would meet 409: whoever looks into the drift is told.
  const waiting = made.world.log.lines.filter((line) => line.includes("waits on the platform"));
  expect(waiting).toEqual([
    expect.stringMatching(/^warning: hello: the new bundle waits .*409 to other tools/),
  ]);
  expect(made.live().functions["hello"]).toContain("hotfix");
});

test("a snapshot whose sources are not those that were live is no snapshot: nothing is put back from it", async () => {
  const made = await stage();
  const { functions } = made.live();
  const file = made.world.emitted["snapshot"] ?? "";
  const snapshot = JSON.parse(await readFile(file, "utf8")) as {
    functions: Record<string, { was: { source: { files: { base64: string }[] } } }>;
  };
  const files = snapshot.functions["hello"]?.was.source.files ?? [];
  for (const one of files) one.base64 = Buffer.from("planted").toString("base64");
  await writeFile(file, JSON.stringify(snapshot));
  const done = await made.rollback({ needs });
  expect(outcomes(done)).toEqual({ web: "reverted", hello: "irreversible", world: "reverted" });
  expect(made.live().functions["hello"]).toEqual(functions["hello"]);
  expect(made.world.log.lines.join("\n")).toContain("hello does not have the sources that were live");
});
