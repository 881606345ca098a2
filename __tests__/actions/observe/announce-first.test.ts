import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, expect, test } from "@jest/globals";
import { announcingFirst } from "../../../actions/observe/announce-first.ts";
import { observe } from "../../../actions/observe/observe.ts";
import { spec } from "../../../actions/observe/spec.ts";
import { announceFirst } from "../../../actions/plan/announce-first.ts";
import { spec as planSpec } from "../../../actions/plan/spec.ts";
import type { Plan } from "../../../kit/release/plan/plan.ts";
import { Stopped } from "../../../kit/errors/user-error.ts";
import { serve } from "../../../rehearsal/stand-ins/server.ts";
import { githubWorld } from "../../support/github-world.ts";
import { inputsFrom } from "../../support/inputs-of.ts";
import { observedProject, ref, token, weakToken } from "../../support/observed-project.ts";
import { testWorld } from "../../support/test-world.ts";

const open: { close(): Promise<unknown> }[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((one) => one.close()));
});

const plan = {
  schema: "prism-rollout/plan@1",
  release: "r",
  target: "production",
  parts: [{ phase: "migrate", work: "some", says: ["1 migration"] }],
  gates: [{ phase: "migrate", environment: "production-migrate", declared: "reviewers" }],
} as unknown as Plan;

const found = { outputs: { "dashboard-url": "https://g.example.com/d/1" } };
const done = { ...found, report: { verdict: "pass" as const, reason: "", next: "" } };

/** What the webhook is told, of `prepare` that ends like this. */
async function ended(
  work: Parameters<typeof announcingFirst>[0],
  given: Readonly<Record<string, string>> = {},
  signal = new AbortController().signal,
) {
  const told: { readonly what: string; readonly links: object }[] = [];
  const server = await serve([], ({ body }) => {
    told.push(JSON.parse(body.toString()) as (typeof told)[number]);
    return { status: 204 };
  });
  const project = await observedProject();
  open.push(server, project);
  const world = await testWorld({ clock: project.clock, signal });
  await writeFile(join(world.root, "plan.json"), JSON.stringify(plan));
  const inputs = inputsFrom(spec.inputs, {
    supabase: ref,
    "supabase-access-token": token,
    "supabase-api-url": project.url,
    events: "assessment.completed: RESULTS_VERSION",
    target: "production",
    prepare: "true",
    plan: "plan.json",
    "notify-url": server.url,
    ...given,
  });
  const error = await announcingFirst(work)(inputs, world).then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  return { told, error, world, project };
}

const waits = "migrate waits for an approval";

test("prepare tells that the first gate waits, with the link of what it has saved", async () => {
  const { told, error, project } = await ended(observe);
  expect(error).toBeUndefined();
  const notebook = project.state.notebooks[0]?.id ?? "none";
  const queries = `https://supabase.com/dashboard/project/${ref}/explorer/notebook/${notebook}`;
  expect(told).toMatchObject([{ kind: "gate-waiting", what: waits, links: { queries } }]);
});

test("prepare asks GitHub nothing, in no attempt: its job has no right but to check out", async () => {
  const forge = await githubWorld({});
  open.push(forge.standIn);
  const again = { ...forge.context, attempt: 2 };
  const { error, world } = await ended((inputs, own) => observe(inputs, { ...own, context: again }), {
    release: "production-20261122-0123456789ab-42",
    "github-token": forge.standIn.issueToken({}),
  });
  expect(error).toBeUndefined();
  expect(world.log.lines.join("\n")).toContain("queries");
  expect(forge.standIn.requests).toEqual([]);
});

test("queries that could not be saved are linked where they can be asked; nothing at all is no link", async () => {
  const { told } = await ended(observe, { "supabase-access-token": weakToken });
  const queries = `https://supabase.com/dashboard/project/${ref}/logs/explorer`;
  expect(told).toMatchObject([{ what: waits, links: { queries } }]);
  const none = await ended(async () => ({ ...done, outputs: {} }));
  expect(none.told).toMatchObject([{ what: waits }]);
  expect(none.told[0]?.links).not.toHaveProperty("queries");
});

test("people are told of the gate also when prepare breaks, and its error stays", async () => {
  const { told, error } = await ended(() => Promise.reject(new Error("broken")));
  expect(told).toMatchObject([{ what: waits }]);
  expect(error).toMatchObject({ message: "broken" });
});

test("prepare whose time is over tells of the gate, for the release goes on; one that was cancelled does not", async () => {
  const late = new Stopped("PR504", "It took too long.", "Look.");
  const cancelled = new Stopped("PR503", "Somebody cancelled.", "Look.");
  const fails = (_: unknown, { signal }: { readonly signal: AbortSignal }) => Promise.reject(signal.reason);
  expect((await ended(fails, {}, AbortSignal.abort(late))).told).toMatchObject([{ what: waits }]);
  const { told, error, world } = await ended(fails, {}, AbortSignal.abort(cancelled));
  expect([told, error]).toEqual([[], cancelled]);
  expect(world.log.lines.join()).toContain("the job was asked to stop");
});

test("without a plan nothing is known of gates; observe itself tells of none; a plan that is lost is a warning", async () => {
  const work = (): Promise<typeof done> => Promise.resolve(done);
  expect((await ended(work, { plan: "" })).told).toEqual([]);
  expect((await ended(work, { prepare: "false" })).told).toEqual([]);
  const { told, error, world } = await ended(work, { plan: "lost.json" });
  expect([told, error]).toEqual([[], undefined]);
  expect(world.log.lines.join()).toMatch(/warning: Nobody could be told/);
});

test.each([
  ["prepare runs and tells", "true", ["observe"], [], 0],
  ["nothing is observed", "true", [], [], 1],
  ["observe is in another slice", "true", ["observe"], ["migrate"], 1],
  ["no prepare follows", "false", ["observe"], [], 1],
])(
  "exactly one of plan and prepare tells of the first gate: %s",
  async (_, follows, sections, slice, times) => {
    let asked = 0;
    const server = await serve([], () => {
      asked += 1;
      return { status: 204 };
    });
    open.push(server);
    const world = await testWorld({ sections });
    const inputs = inputsFrom(planSpec.inputs, { "notify-url": server.url, "prepare-follows": follows });
    await announceFirst(plan, slice, inputs, world);
    expect(asked).toBe(times);
  },
);
