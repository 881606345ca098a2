import { afterEach, expect, test } from "@jest/globals";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Report } from "../../../kit/action/report.ts";
import { renderReport } from "../../../kit/action/report.ts";
import { announcing } from "../../../kit/notify/announce.ts";
import { type GatedPhase, gatedPhases } from "../../../kit/release/phases.ts";
import { type Listening, serve } from "../../../rehearsal/stand-ins/server.ts";
import { type LiveRelease, liveRelease } from "../../support/live-release.ts";
import { hostile } from "../../support/hostile.ts";
import { needsUntil } from "../../support/needs-until.ts";
import { elements } from "../../support/rendered.ts";
import { testWorld } from "../../support/test-world.ts";

const open: (Listening | LiveRelease)[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((one) => one.close()));
});

type Message = Readonly<Record<string, unknown>>;

async function hook() {
  const told: Message[] = [];
  const server = await serve([], ({ body }) => {
    told.push(JSON.parse(body.toString()) as Message);
    return { status: 204 };
  });
  open.push(server);
  return { told, url: server.url };
}

/** What a phase tells at its end, with a plan in which these phases have work. */
async function phaseEnds(
  phase: GatedPhase,
  busy: readonly GatedPhase[],
  {
    verdict = "pass",
    text,
    dashboardUrl,
  }: { readonly verdict?: Report["verdict"]; readonly text?: string; readonly dashboardUrl?: string } = {},
) {
  const { told, url } = await hook();
  const world = await testWorld();
  const file = join(world.root, "plan.json");
  const plan = {
    schema: "prism-rollout/plan@1",
    release: "r",
    target: "production",
    parts: gatedPhases.map((one) => ({
      phase: one,
      work: busy.includes(one) ? "some" : "none",
      says: [one],
    })),
    gates: gatedPhases.map((one) => ({ phase: one, environment: `p-${one}`, declared: "reviewers" })),
    checklist: ["https://app.example.com is calm"],
  };
  await writeFile(file, text ?? JSON.stringify(plan));
  const report = { verdict, reason: "", next: "" };
  const inputs = { plan: file, slice: [], notifyUrl: url, notifyFormat: "json" as const, dashboardUrl };
  const work = announcing(phase, async () => ({ outputs: {}, report }));
  const done = await work(inputs, world);
  expect(done).toMatchObject({ outputs: {}, report });
  return { told, log: world.log.lines, page: renderReport("Phase", done.report) };
}

test("a phase that did its work tells at which gate the release waits now", async () => {
  const { told } = await phaseEnds("migrate", ["migrate", "deploy-web"]);
  expect(told).toMatchObject([
    {
      kind: "gate-waiting",
      what: "deploy-web waits for an approval",
      reason: "deploy-web",
      checklist: ["https://app.example.com is calm"],
    },
  ]);
});

test("the message and the page of a gate link what prepare has found; without it neither has a link", async () => {
  const dashboardUrl = "https://grafana.example.com/d/prism-rollout-1";
  const { told, page } = await phaseEnds("migrate", ["migrate", "deploy-web"], { dashboardUrl });
  expect(told[0]?.["links"]).toMatchObject({ queries: dashboardUrl });
  expect(page).toContain("### Saved queries");
  expect(page).toContain(`(${dashboardUrl})`);
  const without = await phaseEnds("migrate", ["migrate", "deploy-web"]);
  expect(without.told[0]?.["links"]).not.toHaveProperty("queries");
  expect(without.page).not.toContain("Saved queries");
});

test("a phase that had no work, or that failed, has the link on its page all the same", async () => {
  const dashboardUrl = "https://grafana.example.com/d/1";
  for (const { page, told } of [
    await phaseEnds("migrate", ["deploy-web"], { dashboardUrl }),
    await phaseEnds("migrate", ["migrate"], { dashboardUrl, verdict: "fail" }),
  ]) {
    expect(page).toContain(`(${dashboardUrl})`);
    expect(told).toEqual([]);
  }
});

test("an address is only an address: no markup, and nothing of who asks, is in what is told", async () => {
  for (const evil of [...hostile, "a b)](javascript:alert(1))", "<!channel>|x"]) {
    const dashboardUrl = `https://ada:s3cr3t@g.example.com/d/${evil.replaceAll(/\s/g, " ")}`;
    const { told, page } = await phaseEnds("migrate", ["migrate", "deploy-web"], { dashboardUrl });
    const section = page.slice(page.indexOf("### Saved queries"));
    const found = elements(section).filter((one) => !/^<\/?(h3|table|thead|tbody|tr|th|td|p|a)\b/.test(one));
    expect({ evil, found }).toEqual({ evil, found: [] });
    expect(elements(section).filter((one) => one.startsWith("<a"))).toHaveLength(
      URL.canParse(dashboardUrl) ? 1 : 0,
    );
    expect(`${JSON.stringify(told)}${page}`).not.toMatch(/s3cr3t|ada:/);
  }
  const { told, page } = await phaseEnds("migrate", ["migrate", "deploy-web"], {
    dashboardUrl: "javascript:alert(1)",
  });
  expect(`${JSON.stringify(told)}${page}`).not.toContain("alert");
});

test("nothing is told by a phase that failed, that had no work, or after which no gate is", async () => {
  expect((await phaseEnds("migrate", ["migrate", "deploy-web"], { verdict: "fail" })).told).toEqual([]);
  expect((await phaseEnds("migrate", ["deploy-web"])).told).toEqual([]);
  expect((await phaseEnds("deploy-functions", ["migrate", "deploy-functions"])).told).toEqual([]);
});

test("a plan that cannot be read is a warning; what was done stays done", async () => {
  const { told, log } = await phaseEnds("migrate", ["migrate"], { text: "{ cut" });
  expect(told).toEqual([]);
  expect(log.join()).toMatch(/warning: Nobody could be told/);
});

test.each([
  ["smoke", { verdict: "fail", failed: "playwright" }, "rolled-back"],
  ["smoke", { verdict: "error" }, "held"],
] as const)("how a release ended is told: %s %j is %s", async (phase, outputs, kind) => {
  const { told, url } = await hook();
  const made = await liveRelease();
  open.push(made);
  const needs = needsUntil(phase, "failure", outputs);
  const { report } = await made.rollback({ needs, "notify-url": url, issue: "false" });
  expect(told).toMatchObject([{ kind, target: "production", release: made.release, reason: report.reason }]);
});

test("released is told, too; a slice that is done asks for the next one", async () => {
  const { told, url } = await hook();
  const made = await liveRelease();
  open.push(made);
  const needs = needsUntil("observe", "success", { verdict: "pass" });
  await made.rollback({ needs, "notify-url": url, issue: "false", slice: "deploy-web" });
  await made.rollback({ needs, "notify-url": url, issue: "false" });
  expect(told.map(({ kind }) => kind)).toEqual(["gate-waiting", "released"]);
  expect(told[0]?.["what"]).toContain("purge-cdn");
});
