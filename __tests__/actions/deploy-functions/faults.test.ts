import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { deployFunctions } from "../../../actions/deploy-functions/deploy-functions.ts";
import { spec } from "../../../actions/deploy-functions/spec.ts";
import { loadSnapshot } from "../../../kit/parts/functions/snapshot/snapshot.ts";
import { undoFunctions } from "../../../kit/parts/functions/undo/undo-functions.ts";
import { openJournal } from "../../../kit/release/record/journal.ts";
import { localRecord } from "../../../kit/release/record/local-record.ts";
import type { StandInRequest } from "../../../rehearsal/stand-ins/server.ts";
import { cutAfter, loseAnswer } from "../../support/broken-http.ts";
import type { FakeClock } from "../../support/fake-clock.ts";
import { type FunctionsStage, functionsStage } from "../../support/functions-stage.ts";
import { recordingLog } from "../../support/recording-log.ts";

let stage: FunctionsStage<(typeof spec)["inputs"]>;

/** Two functions are live, and the repository has other sources of both. */
beforeEach(async () => {
  stage = await functionsStage(spec.inputs);
  await deployFunctions(stage.inputs(), stage.world);
  await stage.write({
    "supabase/functions/hello/index.ts": "Deno.serve(() => new Response('hello, new'));\n",
    "supabase/functions/world/index.ts": "Deno.serve(() => new Response('world, new'));\n",
  });
});
afterEach(() => stage.platform.close());

/** By the platform's own state: old, new, or something else. */
const live = (): string => ["hello", "world"].map((slug) => `${slug} ${placeOf(sourceOf(slug))}`).join(", ");

function sourceOf(slug: string): string {
  const files = stage.platform.functions.get(slug)?.live?.files;
  return Buffer.from(files?.get(`supabase/functions/${slug}/index.ts`) ?? "").toString();
}

function placeOf(source: string): string {
  if (source.includes("new'")) return "new";
  return source.includes("theirs") ? "theirs" : "old";
}

/** What this request does to the platform, done by somebody else. */
function replace(slug: string, text: string, version: number): void {
  const known = stage.platform.functions.get(slug);
  const files = new Map([[`supabase/functions/${slug}/index.ts`, Buffer.from(text)]]);
  if (known?.live)
    Object.assign(known, {
      live: { ...known.live, version, files },
      row: { ...known.row, version, ezbr_sha256: "theirs" },
    });
}

const put = ({ method }: StandInRequest): boolean => method === "PUT";
const failing = (given = {}, world = stage.world) =>
  deployFunctions(stage.inputs(given), world).then(
    ({ report }) => ({ code: "none", message: report.reason }),
    (error: { code: string; message: string }) => error,
  );
const receipt = () => JSON.parse(stage.world.emitted["receipt"] ?? "{}") as { state: string };

const old = "hello old, world old";
const fresh = "hello new, world new";

test("500 to the activation: live is read back, and is wholly what it was", async () => {
  stage.platform.fault = (request) =>
    put(request) ? { status: 500, json: { message: "Failed to update functions" } } : undefined;
  expect(await failing()).toMatchObject({
    code: "PR305",
    message: expect.stringMatching(
      /answered 500: .*Supabase says that live is wholly what it was: 2 of 2 functions\.$/,
    ),
  });
  expect(live()).toBe(old);
  expect(receipt().state).toBe("failed");
});

test("500 to an activation that was carried out: live is read back, is new, and is proven", async () => {
  stage.platform.failPut = "all";
  const { report } = await deployFunctions(stage.inputs(), stage.world);
  expect(report).toMatchObject({ verdict: "pass", reason: "2 of 2 functions are live and answer." });
  expect(live()).toBe(fresh);
  expect(receipt().state).toBe("done");
  expect(stage.world.log.lines).toContainEqual(
    expect.stringContaining("All the same Supabase says that live is wholly the new set: 2 of 2 functions."),
  );
});

test("500 to an activation that was carried out in part: what is new and what is not stands in the message", async () => {
  stage.platform.failPut = "first";
  expect(await failing()).toMatchObject({
    code: "PR445",
    message: expect.stringMatching(/live is mixed \(new: hello; as before: world\)\.$/),
    fix: expect.stringContaining("The chain's rollback puts them back."),
  });
  expect(await goBack()).toEqual({ hello: "reverted", world: "already" });
  expect(live()).toBe(old);
});

test("the answer to the activation is lost: it is asked again, and nothing is done twice", async () => {
  const world = { ...stage.world, http: loseAnswer(stage.world.http, "PUT", /functions$/) };
  expect(await failing({}, world)).toMatchObject({ code: "none" });
  expect(live()).toBe(fresh);
});

test("the connection is cut for good after the activation was sent: that nobody can tell what is live is said", async () => {
  const world = { ...stage.world, http: cutAfter(stage.world.http, "PUT", /functions$/) };
  expect(await failing({}, world)).toMatchObject({
    code: "PR301",
    message: expect.stringMatching(/What is live could not be read back: Supabase GET /),
  });
  expect(live()).toBe(fresh);
  expect(await goBack()).toEqual({ hello: "reverted", world: "reverted" });
  expect(live()).toBe(old);
});

test("an activation that is answered late is not sent again over what somebody else has deployed meanwhile", async () => {
  const theirs = new Map([["supabase/functions/world/index.ts", Buffer.from("THEIRS")]]);
  stage.platform.fault = (request) => {
    const now = stage.platform.functions.get("world");
    if (!put(request) || !now?.live) return undefined;
    if (now.row["ezbr_sha256"] === "theirs") return undefined;
    const row = { ...now.row, version: 9, ezbr_sha256: "theirs" };
    stage.platform.functions.set("world", { ...now, live: { ...now.live, version: 9, files: theirs }, row });
    return { status: 503, json: { message: "later" }, headers: { "retry-after": "120" } };
  };
  expect(await failing()).toMatchObject({
    message: expect.stringMatching(
      /^world: somebody else has deployed while .* not sent again\..* neither of both: world/,
    ),
  });
  expect(stage.platform.functions.get("world")?.live?.files).toEqual(theirs);
});

test.each([
  ["while bundles are built", "POST", /^2 of 2 functions could not be bundled, so none was activated/],
  ["at the activation", "PUT", /401.* What is live could not be read back: .*401/],
])("a token that is revoked %s changes nothing", async (_, method, message) => {
  let revoked = false;
  stage.platform.fault = (request) => {
    revoked ||= request.method === method;
    return revoked ? { status: 401, json: { message: "Unauthorized" } } : undefined;
  };
  const failed = await failing();
  expect(failed).toMatchObject({ code: "PR302", message: expect.stringMatching(message) });
  expect(live()).toBe(old);
});

test("a storm of 429 ends with the limit's own code, after the platform's own waits; nothing is activated", async () => {
  stage.platform.fault = ({ method }) =>
    method === "POST"
      ? { status: 429, json: { message: "Too Many Requests" }, headers: { "x-ratelimit-reset": "31" } }
      : undefined;
  expect(await failing()).toMatchObject({ code: "PR307" });
  expect(new Set((stage.world.clock as FakeClock).slept)).toEqual(new Set([31_000]));
  expect(live()).toBe(old);
});

test.each([
  ["a storm of 429", { status: 429, json: {}, headers: { "retry-after": "9" } }, "PR307"],
  ["a page for an answer", { status: 200, body: "<!doctype html>" }, undefined],
  ["200 with an error inside", { status: 200, json: { error: { message: "internal" } } }, undefined],
])(
  "%s at the activation, which is not carried out: live is read back, and is wholly what it was",
  async (_, answer, code) => {
    stage.platform.fault = (request) => (put(request) ? answer : undefined);
    const failed = await failing();
    expect(failed.code).toMatch(code ?? /^PR(30[456]|422)$/);
    expect(failed.message).toContain("live is wholly what it was: 2 of 2 functions");
    expect(live()).toBe(old);
  },
);

test("a bundle that does not compile leaves the old set", async () => {
  await stage.write({ "supabase/functions/world/index.ts": "SYNTAX ERROR new'\n" });
  expect(await failing()).toMatchObject({ code: "PR421" });
  expect(live()).toBe(old);
});

test("somebody else deploys while the bundles are built: nothing of ours is activated over it", async () => {
  stage.platform.fault = ({ method, query }) => {
    if (method === "POST" && query.get("slug") === "world") replace("world", "export const theirs = 1;", 2);
    return undefined;
  };
  expect(await failing()).toMatchObject({
    code: "PR442",
    message: expect.stringMatching(
      /^world: somebody else has deployed it since this release looked\. Nothing was activated/,
    ),
  });
  expect(live()).toBe("hello old, world theirs");
});

test("a platform that lists bundles before they are active does not look like somebody else", async () => {
  stage.platform.listsStaged = true;
  expect(await failing()).toMatchObject({ code: "none" });
  expect(live()).toBe(fresh);
});

test("the user's own command dies half-way: what is live is read back, and goes back whole", async () => {
  await writeFile(join(stage.world.root, "deploy.cjs"), halfDeploy);
  const given = {
    command: "node deploy.cjs",
    "command-env": '{ "API": "{supabase-api-url}/v1/projects/{supabase}/functions" }',
    "command-token": "TOKEN",
  };
  expect(await failing(given)).toMatchObject({
    code: "PR441",
    message: expect.stringMatching(
      /ended with status 7: world: no bundle\. .*mixed \(new: hello; as before: world\)\.$/,
    ),
  });
  expect(live()).toBe("hello new, world old");
  expect(await goBack()).toEqual({ hello: "reverted", world: "already" });
  expect(live()).toBe(old);
});

/** As Supabase's client does with one function after the other: each is live at once, until one fails. */
const halfDeploy = `
  const { readFileSync } = require("node:fs");
  const { API, TOKEN } = process.env;
  const headers = { authorization: "Bearer " + TOKEN };
  const files = ["hello/deno.json", "hello/index.ts"];
  (async () => {
    const form = new FormData();
    for (const file of files)
      form.append("file", new Blob([readFileSync("supabase/functions/" + file)]), "supabase/functions/" + file);
    form.append("metadata", JSON.stringify({
      name: "hello", verify_jwt: false, entrypoint_path: "supabase/functions/hello/index.ts",
      import_map_path: "supabase/functions/hello/deno.json",
    }));
    const built = await (await fetch(API + "/deploy?slug=hello", { method: "POST", headers, body: form })).json();
    await fetch(API, { method: "PUT", headers, body: JSON.stringify([built]) });
    console.log("world: no bundle");
    process.exit(7);
  })();
`;

async function goBack(): Promise<Record<string, string>> {
  const { world, inputs, platform } = stage;
  Object.assign(platform, { fault: () => undefined, failPut: undefined });
  const of = { release: "r", phase: "rollback" as const, attempt: 1, approvedBy: [], log: recordingLog() };
  const journal = await openJournal(localRecord(world.temp), { ...of, onChange: async () => {} });
  const snapshot = await loadSnapshot(world.emitted["snapshot"] ?? "");
  const undone = await undoFunctions(snapshot, inputs(), journal, world);
  return Object.fromEntries(undone.map(({ slug, outcome }) => [slug, outcome]));
}
