import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { approvers, bypassed } from "../../../../kit/release/gates/approvals.ts";
import type { GateAtDoor } from "../../../../kit/release/gates/gate-at-door.ts";
import { type GithubWorld, githubWorld } from "../../../support/github-world.ts";
import { recordingLog } from "../../../support/recording-log.ts";

let world: GithubWorld;
beforeEach(async () => {
  world = await githubWorld();
});
afterEach(() => world.standIn.close());

const gate = "production-migrate";
const reviewed: GateAtDoor = { declared: "reviewers", bypass: false, reviewers: ["ada"] };

async function ask(door: GateAtDoor, environment = gate, attempt = 1) {
  const log = recordingLog();
  const context = { ...world.context, attempt };
  return { who: await approvers(world.github, { context, log }, environment, door), log: log.lines };
}

/** A review in the browser, whoever did it. */
function review(state: "approved" | "rejected", login: string): void {
  const id = Number(world.context.runId);
  world.standIn.change(({ runs }) =>
    runs
      .find((run) => run.id === id)
      ?.approvals.push({ state, comment: "", login, environments: [gate], at: 0 }),
  );
}

test("who approved is read from the run; nobody is not enough where reviewers are declared", async () => {
  await expect(ask(reviewed)).rejects.toMatchObject({ code: "PR203" });
  const keeper = world.standIn.gatekeeper(Number(world.context.runId), ({ environment }) => {
    keeper.decide(environment, "approved", "ada", "looks right");
  });
  await keeper.arrive({ environment: gate, job: "migrate", deployment: false });
  expect(await ask(reviewed)).toEqual({ who: ["ada"], log: ["info: Approved by ada."] });
});

test("an approval counts however environment and login are written: GitHub takes both for one", async () => {
  review("approved", "ada");
  expect((await ask({ ...reviewed, reviewers: ["ADA"] }, "Production-Migrate")).who).toEqual(["ada"]);
});

test("an approval of another environment, or a rejection, is none", async () => {
  review("rejected", "ada");
  await expect(ask(reviewed)).rejects.toMatchObject({ code: "PR203" });
  review("approved", "ada");
  await expect(ask(reviewed, "production-deploy-web")).rejects.toMatchObject({ code: "PR203" });
});

test("a bypass leaves no approval: refused by name, or let through and told where it is declared", async () => {
  await expect(ask(reviewed)).rejects.toMatchObject({
    message: expect.stringContaining("an admin can bypass a gate"),
    fix: expect.stringContaining("allow-bypass: true"),
  });
  const { who, log } = await ask({ ...reviewed, bypass: true });
  expect(who).toEqual([bypassed]);
  expect(log).toEqual([
    expect.stringMatching(/^warning: Nobody who may review production-migrate has approved/),
  ]);
});

test("somebody who is not among the reviewers has bypassed, not approved", async () => {
  review("approved", "bob");
  await expect(ask(reviewed)).rejects.toMatchObject({
    code: "PR203",
    message: expect.stringContaining("only bob let this run through, who is not among its reviewers (ada)"),
  });
  expect((await ask({ ...reviewed, bypass: true })).who).toEqual([bypassed]);
  review("approved", "ada");
  expect((await ask(reviewed)).who).toEqual(["ada"]);
});

test("where a team may review, or nobody knows who may, everybody that GitHub let approve counts", async () => {
  review("approved", "bob");
  for (const reviewers of [["ada", "@release"], []])
    expect((await ask({ ...reviewed, reviewers })).who).toEqual(["bob"]);
});

test("an App's approval, or one of nobody known, is no person's, also where a team may review", async () => {
  world.standIn.change(({ users }) => void users.push({ login: "release-bot[bot]", id: 7, type: "Bot" }));
  review("approved", "release-bot[bot]");
  for (const reviewers of [["@release"], [], ["release-bot[bot]"]])
    await expect(ask({ ...reviewed, reviewers })).rejects.toMatchObject({ code: "PR203" });
});

test("an answer that is no list is no proof of anything: it is refused by name", async () => {
  const place = { method: "GET", path: ".*/approvals", times: 9 };
  world.standIn.change(({ faults }) => void faults.push({ ...place, status: 200, json: { message: "hi" } }));
  await expect(ask(reviewed)).rejects.toMatchObject({ code: "PR306" });
});

test("a wait timer is approved by nobody", async () => {
  expect((await ask({ ...reviewed, declared: "wait-timer" })).who).toEqual([]);
  expect((await ask({ ...reviewed, declared: "none" })).who).toEqual([]);
});

test("in a later attempt it is said that GitHub does not tell of which one an approval is", async () => {
  review("approved", "ada");
  expect((await ask(reviewed, gate, 2)).log[0]).toContain("in this attempt or an earlier one");
});
