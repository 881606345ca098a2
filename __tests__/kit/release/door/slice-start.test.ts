import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { heldBySlice } from "../../../../actions/plan/held-by-slice.ts";
import { sha256 } from "../../../../kit/release/canonical.ts";
import { writeFormat } from "../../../../kit/release/formats.ts";
import { stampText } from "../../../../kit/release/plan/plan-stamp.ts";
import { partDigest } from "../../../../kit/release/plan/plan.ts";
import { noteStart, starterOf } from "../../../../kit/release/slice/slice-start.ts";
import { sliceOf, nextAfter } from "../../../../kit/release/slice/slice.ts";
import { type Candidate, candidate, partOf } from "../../../support/at-the-door.ts";
import { type GithubWorld, githubWorld } from "../../../support/github-world.ts";

let forge: GithubWorld;
let first: Candidate;
beforeEach(async () => {
  forge = await githubWorld();
  first = await candidate(forge, undefined, { startedBy: "ada" });
});
afterEach(() => forge.standIn.close());

/** A later run of the same release, whose attempt this person has started. */
async function startedBy(triggeringActor: string, approvers: readonly string[] = ["bob", "ada"]) {
  const { github, context } = await forge.another();
  const own = { target: "production", release: first.release, approvers };
  const world = { context: { ...context, triggeringActor } };
  return {
    start: () => starterOf(github, own, world),
    note: () => noteStart(github, own, world),
  };
}

const refused = (why: string) => ({ code: "PR217", message: expect.stringContaining(why) });

test("who is among the approvers and did not begin the run before lets the slice pass", async () => {
  expect(await (await startedBy("bob")).start()).toBe("bob (started this slice)");
  expect(await (await startedBy("bob", ["BOB"])).start()).toBe("bob (started this slice)");
  expect(await (await startedBy("Bob")).start()).toBe("Bob (started this slice)");
});

test("nobody lets pass what they began themselves, however they are written", async () => {
  for (const login of ["ada", "ADA"])
    await expect((await startedBy(login)).start()).rejects.toMatchObject(
      refused("began the run before it as well"),
    );
});

test("a stranger, a bot that is listed, nobody, and an empty list are refused by name", async () => {
  await expect((await startedBy("eve")).start()).rejects.toMatchObject(
    refused("eve, who began it, is none of them"),
  );
  const bots = ["release-bot[bot]"];
  await expect((await startedBy("release-bot[bot]", bots)).start()).rejects.toMatchObject(
    refused("is no person"),
  );
  await expect((await startedBy("")).start()).rejects.toMatchObject(refused("nobody that is known"));
  await expect((await startedBy("bob", [])).start()).rejects.toMatchObject({ code: "PR217" });
});

test("a later slice counts from the one before it, and a re-run by the same person stays what it was", async () => {
  const second = await startedBy("bob");
  await second.note();
  expect(await second.start()).toBe("bob (started this slice)");
  await expect((await startedBy("bob")).start()).rejects.toMatchObject(
    refused("bob began the run before it"),
  );
  expect(await (await startedBy("ada")).start()).toBe("ada (started this slice)");
});

test("a re-run that somebody else has started is theirs: the approver's start does not cover it", async () => {
  const { github, context } = await forge.another();
  const own = { target: "production", release: first.release, approvers: ["bob"] };
  const attempt = (triggeringActor: string) => ({
    context: { ...context, actor: "bob", attempt: 2, triggeringActor },
  });
  await noteStart(github, own, attempt("bob"));
  await expect(starterOf(github, own, attempt("eve"))).rejects.toMatchObject(refused("eve, who began it"));
});

test("the run that plans a release cannot approve it, nor can one whose beginner nobody wrote down", async () => {
  const own = { target: "production", release: first.release, approvers: ["bob"] };
  const same = { context: { ...first.context, triggeringActor: "bob" } };
  await expect(starterOf(first.github, own, same)).rejects.toMatchObject(
    refused("nobody has looked at a plan"),
  );
  const old = await candidate(forge);
  const late = { context: { ...(await forge.another()).context, triggeringActor: "bob" } };
  const unknown = { ...own, release: old.release };
  await expect(starterOf(old.github, unknown, late)).rejects.toMatchObject(refused("is not known"));
});

const gates = { migrate: "reviewers", "deploy-functions": "wait-timer", "deploy-web": "reviewers" } as const;
/** In a private repository below Enterprise: no environment has reviewers. */
const held = (slice: readonly string[], more: object = {}) => {
  forge.standIn.change(({ environments }) => {
    for (const environment of environments) Object.assign(environment, { reviewers: [] });
  });
  return heldBySlice(forge.github, gates, { slice, goesOn: true, approvers: ["bob"], ...more });
};

test("a start stands for the first declared gate of its slice; the others are asked of GitHub, those outside of nobody", async () => {
  expect(await held(sliceOf("migrate", "migrate"))).toMatchObject({
    audited: {},
    started: [{ phase: "migrate", declared: "reviewers", found: ["approvers"], reviewers: ["bob"] }],
  });
  const { audited, started } = await held(sliceOf("migrate", "deploy-web"));
  expect(audited).toEqual({ "deploy-functions": "wait-timer", "deploy-web": "reviewers" });
  expect(started.map(({ phase }) => phase)).toEqual(["migrate"]);
  expect(await held(sliceOf("smoke", undefined))).toEqual({ audited: {}, started: [] });
});

test("a run that only plans comes to no gate; one that goes on with nothing stands for none", async () => {
  expect(sliceOf(undefined, "plan")).toEqual(["plan"]);
  expect(nextAfter(["plan"])).toBe("migrate");
  expect(() => sliceOf("migrate", "plan")).toThrow(/comes after through-phase plan/);
  expect(await held(["plan"], { goesOn: false })).toEqual({ audited: {}, started: [] });
  expect(await held(["migrate"], { goesOn: false })).toEqual({
    audited: { migrate: "reviewers" },
    started: [],
  });
});

test("without approvers, or where GitHub has reviewers to offer, nothing changes", async () => {
  expect(await held(["migrate"], { approvers: [] })).toEqual({ audited: gates, started: [] });
  forge.standIn.change(({ repository }) => Object.assign(repository, { visibility: "public" }));
  expect(await held(["migrate"])).toEqual({ audited: gates, started: [] });
});

test("where an environment has reviewers, GitHub has them to offer: whoever is new among the approvers stands for none", async () => {
  const sliced = { slice: ["migrate"], goesOn: true, approvers: ["eve"] };
  expect(await heldBySlice(forge.github, gates, sliced)).toEqual({ audited: gates, started: [] });
});

test("at the door the start is the approval, and stands in the receipt; a plan that says nothing of it needs a review", async () => {
  const { github, context } = await forge.another();
  const own = { ...context, triggeringActor: "bob" };
  const later = await candidate(forge, { github, context: own }, { release: first.release });
  const enter = async (found: readonly string[]) => {
    const given = await planIn(later, found);
    return await later.enter("migrate", { ...given, gates: { migrate: "reviewers" }, approvers: ["bob"] });
  };
  await expect(enter([])).rejects.toMatchObject({ code: "PR203" });
  const entered = await enter(["approvers"]);
  await entered?.journal.change("0008", { before: null, intended: "0008" }, async () => "0008");
  expect(entered?.journal.receipts()[0]?.approvedBy).toEqual(["bob (started this slice)"]);
});

/** The plan that a slice was planned by, with its gate as it was found. */
async function planIn({ world, release, context }: Candidate, found: readonly string[]) {
  const part = partOf("migrate");
  const gate = { phase: "migrate", environment: "production-migrate", declared: "reviewers" } as const;
  const plan = {
    schema: "prism-rollout/plan@1",
    release,
    target: "production",
    commit: context.sha,
    attempt: context.attempt,
    base: null,
    parts: [part],
    gates: [{ ...gate, found, reviewers: ["bob"], bypass: false }],
    rules: { declared: {}, loosened: [], accepted: [], unverified: [] },
    digests: { migrate: partDigest(part) },
    notDeployed: [],
  } as const;
  const path = join(world.temp, "plan.json");
  const text = writeFormat(plan);
  await writeFile(path, text);
  const planStamp = stampText({ at: Date.now(), attempt: context.attempt, sha256: sha256(text) });
  return { plan: path, planDigest: partDigest(part), planStamp, environment: "production-migrate" };
}
