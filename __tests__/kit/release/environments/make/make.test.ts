import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { inputsFrom } from "../../../../support/inputs-of.ts";
import type { GitHub } from "../../../../../kit/ports/github.ts";
import { auditEnvironments } from "../../../../../kit/release/environments/audit.ts";
import { isNothing } from "../../../../../kit/release/environments/make/change.ts";
import { type Request, differenceOf } from "../../../../../kit/release/environments/make/difference.ts";
import { makeInputs } from "../../../../../kit/release/environments/make/inputs.ts";
import { makeEnvironments, refuseUnkept } from "../../../../../kit/release/environments/make/make.ts";
import { environmentNames } from "../../../../../kit/release/environments/names.ts";
import type { GithubEnvironment } from "../../../../../rehearsal/stand-ins/github/state.ts";
import { type EnvironmentsWorld, environmentsWorld, request as audit } from "../world.ts";

let world: EnvironmentsWorld;
let admin: GitHub;
beforeEach(async () => {
  world = await environmentsWorld({ environments: [] });
  admin = await world.as({ actions: "read", administration: "write", members: "read" }, "user");
});
afterEach(() => world.close());

const gates = "{migrate: reviewers, deploy-functions: reviewers, deploy-web: reviewers}"
  .slice(1, -1)
  .replaceAll(", ", "\n");

function wish(given: Readonly<Record<string, string>> = {}, rest: Partial<Request> = {}): Request {
  const inputs = inputsFrom(makeInputs, { gates, reviewers: "ada, acme/release", ...given });
  return { target: "production", inputs, bypass: {}, prune: false, ...rest };
}

async function run(wanted: Request, github = admin): Promise<readonly string[]> {
  const changes = await differenceOf(github, wanted);
  const left = await makeEnvironments(github, changes, () => undefined);
  refuseUnkept(await differenceOf(github, wanted), left);
  return left;
}

const writes = (): number => world.standIn.requests.filter(({ method }) => method !== "GET").length;
const found = (name: string): GithubEnvironment => {
  const one = world.standIn.state().environments.find((environment) => environment.name === name);
  if (!one) throw new Error(`${name} was not made`);
  return one;
};

test("everything is made that the audit asks for, and a second run writes nothing", async () => {
  await run(wish());
  const before = writes();
  expect(before).toBe(16);
  const sound = await auditEnvironments(world.github, audit());
  expect(sound).toMatchObject({ findings: [], accepted: [] });
  expect(found("production-deploy-web")).toMatchObject({
    preventSelfReview: true,
    adminsBypass: false,
    reviewers: [
      { type: "User", id: 1001 },
      { type: "Team", id: 77 },
    ],
    branchPolicies: [{ name: "main", type: "branch" }],
  });
  expect(found("production-rollback")).toMatchObject({ reviewers: [], waitTimer: 0, adminsBypass: true });
  const again = await differenceOf(admin, wish());
  expect(again).toHaveLength(8);
  expect(again.every(isNothing)).toBe(true);
  await run(wish());
  expect(writes()).toBe(before);
});

test("whoever dies after any write runs it again, and it converges; no gate ever stands without its reviewers", async () => {
  const whole = world.standIn.state().environments.length;
  expect(whole).toBe(0);
  for (let dies = 0; dies < 16; dies += 1) {
    await world.close();
    world = await environmentsWorld({ environments: [] });
    admin = await world.as({ actions: "read", administration: "write", members: "read" }, "user");
    let count = 0;
    const mortal: GitHub = {
      request: async (route, parameters) => {
        const isWrite = !route.startsWith("GET");
        if (isWrite && count === dies) throw new Error("the machine is gone");
        count += isWrite ? 1 : 0;
        return await admin.request(route, parameters);
      },
    };
    await expect(run(wish(), mortal)).rejects.toThrow("the machine is gone");
    for (const { name, reviewers } of world.standIn.state().environments)
      if (/migrate|deploy/.test(name)) expect(reviewers).toHaveLength(2);
    await run(wish());
    expect((await auditEnvironments(world.github, audit())).findings).toEqual([]);
  }
});

test("what is stricter, or somebody's own, stays; the whole is sent, so that no write clears it", async () => {
  await run(wish());
  world.edit("production-migrate", (one) => {
    one.reviewers.push({ type: "User", id: 1003 });
    one.waitTimer = 10;
    one.adminsBypass = true;
    one.branchPolicies.push({ id: 5, name: "release/*", type: "branch" });
  });
  world.edit("production-rollback", (one) => void (one.reviewers = [{ type: "User", id: 1003 }]));
  const [migrate, , , , , , rollback] = await differenceOf(admin, wish());
  expect(migrate).toMatchObject({
    says: ["admins may not bypass it"],
    keeps: ["reviewer eve", "a wait timer of 10 minutes", "branch release/*"],
  });
  expect(rollback).toMatchObject({ says: [], keeps: ["reviewer eve"] });
  await run(wish());
  expect(found("production-migrate")).toMatchObject({ waitTimer: 10, adminsBypass: false });
  expect(found("production-migrate").reviewers).toHaveLength(3);
  expect(found("production-migrate").branchPolicies).toHaveLength(2);
});

test("--prune takes away what is not declared, and nothing else", async () => {
  await run(wish());
  world.edit("production-migrate", (one) => {
    one.reviewers.push({ type: "User", id: 1003 });
    one.waitTimer = 10;
    one.branchPolicies.push({ id: 5, name: "**/*", type: "branch" });
  });
  world.edit("production-rollback", (one) => void (one.reviewers = [{ type: "User", id: 1003 }]));
  world.edit("production-smoke", (one) => {
    one.branchPolicy = { protected_branches: true, custom_branch_policies: false };
    one.branchPolicies.splice(0);
  });
  await run(wish({}, { prune: true }));
  expect(found("production-migrate")).toMatchObject({ waitTimer: 0, branchPolicies: [{ name: "main" }] });
  expect(found("production-migrate").reviewers).toHaveLength(2);
  expect(found("production-rollback").reviewers).toEqual([]);
  expect(found("production-smoke").branchPolicies).toMatchObject([{ name: "main" }]);
  const kept = await differenceOf(admin, wish({ reviewers: "" }, { prune: true }));
  expect(kept.every(isNothing)).toBe(true);
});

test("protected branches only is a policy of somebody's own: it stays", async () => {
  await run(wish());
  world.edit("production-migrate", (one) => {
    one.branchPolicy = { protected_branches: true, custom_branch_policies: false };
  });
  const [migrate] = await differenceOf(admin, wish());
  expect(migrate).toMatchObject({ says: [], keeps: ["protected branches only"], add: [], remove: [] });
});

test("wait timers, tags, accepted weaknesses, bypass and names are taken from the declaration", async () => {
  const given = {
    gates: "migrate: wait-timer\ndeploy-web: reviewers",
    "wait-timer": "15",
    "release-refs": "main, refs/tags/v*, refs/heads/hotfix/*",
    accept: "self-review",
    "deploy-web-environment": "prod/web 🚀",
  };
  await run(wish(given, { bypass: { "deploy-web": true } }));
  expect(found("production-migrate")).toMatchObject({ waitTimer: 15, reviewers: [], adminsBypass: false });
  expect(found("production-deploy-functions")).toMatchObject({ waitTimer: 0, reviewers: [] });
  const web = found("prod/web 🚀");
  expect(web).toMatchObject({ preventSelfReview: false, adminsBypass: true, waitTimer: 0 });
  expect(web.branchPolicies.map(({ name, type }) => `${type} ${name}`)).toEqual([
    "branch main",
    "tag v*",
    "branch hotfix/*",
  ]);
  const names = environmentNames("production", { deployWebEnvironment: "prod/web 🚀" });
  const asked = { gates: { migrate: "wait-timer", "deploy-web": "reviewers" }, names } as const;
  const bypass = { "deploy-web": true };
  expect(
    (await auditEnvironments(world.github, audit({ ...asked, bypass, accept: ["self-review"] }))).findings,
  ).toEqual([]);
});

test.each([
  [{ reviewers: "nobody-here" }, "nobody-here is nobody on GitHub"],
  [{ reviewers: "acme/none" }, "acme/none is no team that this token sees"],
  [{ reviewers: "a/b/c" }, '"a/b/c" is neither a login nor org/team'],
  [{ reviewers: "" }, "production-migrate must have reviewers, but none are named"],
  [{ gates: "migrate: wait-timer" }, "production-migrate must have a wait timer, but no minutes are named"],
  [{ "smoke-environment": "x".repeat(300) }, "smoke has a name of 300 characters"],
])("%j is refused before anything is written", async (given, says) => {
  await expect(run(wish(given as Readonly<Record<string, string>>))).rejects.toMatchObject({
    code: "PR214",
    message: expect.stringContaining(says),
  });
  expect(writes()).toBe(0);
});

test("more reviewers than GitHub takes are refused by name", async () => {
  await run(wish());
  world.standIn.change(({ users }) => {
    for (let id = 1; id <= 5; id += 1) users.push({ login: `u${id}`, id: 2000 + id, type: "User" });
  });
  await expect(run(wish({ reviewers: "u1,u2,u3,u4,u5" }))).rejects.toMatchObject({
    message: expect.stringContaining("would have 7 reviewers, and GitHub takes 6"),
  });
});

test("a person who is named twice, or in other letters, is one", async () => {
  await run(wish({ reviewers: "ada, ADA, @ada" }));
  expect(found("production-migrate").reviewers).toHaveLength(1);
});

test("a token that is not an admin's is told what it needs; what was made stays", async () => {
  const job = await world.as({ actions: "read", contents: "read", members: "read", deployments: "write" });
  await expect(run(wish(), job)).rejects.toMatchObject({
    code: "PR214",
    fix: expect.stringMatching(/Administration: write.*GITHUB_TOKEN cannot/),
  });
});

test("where the repository's plan has no reviewers, that is said, and what to do instead", async () => {
  world.standIn.change((state) => void (state.plan = "team"));
  await expect(run(wish())).rejects.toMatchObject({
    code: "PR214",
    message: expect.stringContaining("billing plan"),
    fix: expect.stringContaining("from-phase and through-phase with approvers"),
  });
});

test("what GitHub takes with 200 and does not hold is found by asking again", async () => {
  const deaf: GitHub = {
    request: async (route, parameters) =>
      route.startsWith("PUT")
        ? await admin.request(route, { ...parameters, reviewers: null, prevent_self_review: false })
        : await admin.request(route, parameters),
  };
  await expect(run(wish(), deaf)).rejects.toMatchObject({
    code: "PR214",
    message: expect.stringMatching(/does not hold them all:\n {2}- production-migrate: \+ reviewer ada/),
  });
});

test("a server that takes no word about admins' bypass gets the rest, and a person is told", async () => {
  const key = 'Invalid request.\n\n"can_admins_bypass" is not a permitted key.';
  const older: GitHub = {
    request: async (route, parameters = {}) => {
      if (route.startsWith("PUT") && "can_admins_bypass" in parameters)
        world.standIn.change(
          ({ faults }) =>
            void faults.push({ method: "PUT", path: ".*", times: 1, status: 422, json: { message: key } }),
        );
      return await admin.request(route, parameters);
    },
  };
  const left = await run(wish(), older);
  expect(left).toHaveLength(3);
  expect(left[0]).toContain("switch it off under Settings → Environments");
  expect(found("production-migrate").reviewers).toHaveLength(2);
});
