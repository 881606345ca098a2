import { afterEach, expect, test } from "@jest/globals";
import { systemHttp } from "../../../kit/ports/http.ts";
import { changeOf, undoWeb } from "../../../kit/parts/web/undo-web.ts";
import { planWeb } from "../../../kit/parts/web/plan-web.ts";
import { partDigest } from "../../../kit/release/plan/plan.ts";
import { approved } from "../../support/approved.ts";
import { cutAfter } from "../../support/broken-http.ts";
import { builtSite } from "../../support/built-site.ts";
import { fakeClock } from "../../support/fake-clock.ts";
import { testWorld } from "../../support/test-world.ts";
import { vercelWorld } from "../../support/vercel-world.ts";

const open: { close(): Promise<void> }[] = [];
const release = "production-20261122-0123456789ab-42";

afterEach(async () => {
  await Promise.all(open.splice(0).map((one) => one.close()));
});

async function start(): ReturnType<typeof vercelWorld> {
  const made = await vercelWorld();
  open.push(made.vercel);
  return made;
}

// Every write of the phase, each cut right after it has arrived: nothing of the first attempt is left but what
// Vercel keeps. The second attempt has the approved plan's digest, no record, no workspace.
test.each([
  ["the upload of a file", /^\/v2\/files$/],
  ["the creation of the deployment", /^\/v13\/deployments$/],
  ["the promotion", /\/promote\//],
])("cut after %s, a re-run of the release goes on and ends the same", async (_, path) => {
  const { vercel, inputs, deploy } = await start();
  const old = await deploy({ artifact: (await builtSite()).folder });
  const { folder, artifact } = await builtSite({ text: "two" });
  const part = await planWeb(inputs({ artifact: folder }), await testWorld());
  const given = { artifact: folder, release, ...approved(part) };
  const http = cutAfter(systemHttp, "POST", path);
  await expect(deploy(given, { http, clock: fakeClock(Date.now()) })).rejects.toThrow();
  const { outputs, report } = await deploy(given);
  expect(report.evidence).toContain(`2 of 2 origins serve ${artifact.marker}`);
  expect(outputs.previous).toBe(old.outputs.deployment);
  const own = vercel.state().deployments.filter(({ meta }) => meta["rolloutRelease"] === release);
  expect(own).toHaveLength(1);
  const promotes = vercel.requests.filter(
    ({ path: asked }) => asked.includes("/promote/") && asked.endsWith(own[0]?.id ?? ""),
  );
  expect(promotes).toHaveLength(1);
});

test("a release that is live already goes on to verify, when its own re-run asks with the approved digest", async () => {
  const { vercel, inputs, deploy } = await start();
  await deploy({ artifact: (await builtSite()).folder });
  const { folder } = await builtSite({ text: "two" });
  const digest = partDigest(await planWeb(inputs({ artifact: folder }), await testWorld()));
  const given = { artifact: folder, release, ...approved(digest) };
  await deploy(given);
  const asked = vercel.requests.length;
  const again = await deploy(given);
  expect(again.report.verdict).toBe("pass");
  expect(vercel.requests.slice(asked).every(({ method }) => method === "GET")).toBe(true);
});

test("when somebody else went live since the plan, the phase refuses and changes nothing", async () => {
  const { vercel, inputs, deploy } = await start();
  await deploy({ artifact: (await builtSite()).folder });
  const { folder } = await builtSite({ text: "two" });
  const digest = partDigest(await planWeb(inputs({ artifact: folder }), await testWorld()));
  await deploy({ artifact: (await builtSite({ text: "three" })).folder });
  const before = vercel.live();
  const late = deploy({ artifact: folder, release, ...approved(digest) });
  await expect(late).rejects.toMatchObject({ code: "PR202" });
  expect(vercel.live()).toEqual(before);
});

test("ten plans in a row are equal, and the same artifact plans none", async () => {
  const { inputs, deploy } = await start();
  const one = await builtSite();
  await deploy({ artifact: one.folder });
  const two = await builtSite({ text: "two" });
  const digests = new Set<string>();
  for (let turn = 0; turn < 10; turn += 1) {
    digests.add(partDigest(await planWeb(inputs({ artifact: two.folder }), await testWorld())));
  }
  expect(digests.size).toBe(1);
  expect(await planWeb(inputs({ artifact: one.folder }), await testWorld())).toMatchObject({ work: "none" });
});

test("a plan reads only, with a token that may only read, and names the files that differ", async () => {
  const { vercel, inputs, deploy } = await start();
  await deploy({ artifact: (await builtSite()).folder });
  const asked = vercel.requests.length;
  const { folder } = await builtSite({ text: "two" });
  const part = await planWeb(inputs({ artifact: folder, "host-token": "looks" }), await testWorld());
  expect(vercel.requests.slice(asked).every(({ method }) => method === "GET")).toBe(true);
  expect(part).toMatchObject({ work: "some", undo: { possible: "yes" }, unverified: [] });
  expect(part.says.slice(1)).toEqual([
    "files: 2 changed (index.html, version.json), 1 added (assets/app-two.js)",
    "1 hashed assets of the release before stay reachable for open tabs",
  ]);
  const given = { artifact: folder, "host-token": "looks", "keep-releases": "0" };
  expect((await planWeb(inputs(given), await testWorld())).says.slice(1)).toEqual([
    "files: 2 changed (index.html, version.json), 1 added (assets/app-two.js), 1 removed (assets/app-one.js)",
  ]);
});

test("the way back is taken once, proven on the origins, and safe to take twice; drift is left alone", async () => {
  const { vercel, inputs, deploy } = await start();
  const one = await deploy({ artifact: (await builtSite()).folder });
  const two = await deploy({ artifact: (await builtSite({ text: "two" })).folder });
  const receipt = JSON.parse(two.world.emitted["receipt"] ?? "{}") as Parameters<typeof changeOf>[0];
  const change = changeOf(receipt);
  expect(change.to).toEqual({ deployment: one.outputs.deployment, marker: one.outputs.marker });
  const back = await undoWeb(inputs(), change, await testWorld());
  expect(back).toMatchObject({ outcome: "reverted" });
  expect(back.said).toContain(`2 of 2 origins serve ${one.outputs.marker ?? ""}`);
  expect(vercel.live().deployment).toBe(one.outputs.deployment);
  expect(await undoWeb(inputs(), change, await testWorld())).toMatchObject({ outcome: "already" });
  await deploy({ artifact: (await builtSite({ text: "three" })).folder, unpin: "true" });
  const live = vercel.live();
  expect(await undoWeb(inputs(), change, await testWorld())).toMatchObject({ outcome: "drift" });
  expect(vercel.live()).toEqual(live);
});

test("without an earlier deployment the plan says that there is no way back", async () => {
  const { inputs } = await start();
  const { folder } = await builtSite();
  const part = await planWeb(inputs({ artifact: folder }), await testWorld());
  expect(part.undo).toEqual({ possible: "no", why: "there is no deployment to go back to" });
});

test("a site that another tool deployed is remembered by what it serves, with or without a marker", async () => {
  for (const page of ['<meta name="rollout-build" content="previous">', "<p>unmarked</p>"]) {
    const { vercel, inputs, deploy } = await vercelWorld({}, { "index.html": page });
    open.push(vercel);
    const before = vercel.live();
    const { world } = await deploy({ artifact: (await builtSite()).folder });
    const receipt = JSON.parse(world.emitted["receipt"] ?? "{}") as Parameters<typeof changeOf>[0];
    expect(changeOf(receipt).to.marker).toBe(page.includes("previous") ? "previous" : null);
    const back = await undoWeb(inputs(), changeOf(receipt), await testWorld());
    expect(back).toMatchObject({
      outcome: "reverted",
      said: expect.stringContaining("2 of 2 origins serve"),
    });
    expect(vercel.live()).toEqual(before);
  }
});
