import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { type AuditRequest, auditEnvironments } from "../../../../kit/release/environments/audit.ts";
import { environmentNames } from "../../../../kit/release/environments/names.ts";
import { refuseWeak } from "../../../../kit/release/environments/refuse-weak.ts";
import type { Weakness } from "../../../../kit/release/environments/accept.ts";
import type { GithubEnvironment } from "../../../../rehearsal/stand-ins/github/state.ts";
import { type Weak, open, weakSetUps, web } from "./weak-set-ups.ts";
import { type EnvironmentsWorld, environmentsWorld, request } from "./world.ts";

let world: EnvironmentsWorld;
beforeEach(async () => void (world = await environmentsWorld()));
afterEach(() => world.close());

async function refusal(asked: AuditRequest): Promise<{ code?: string; message: string; fix?: string }> {
  const audit = await auditEnvironments(world.github, asked);
  try {
    refuseWeak(audit);
    return { message: "" };
  } catch (error) {
    return error as { code: string; message: string; fix: string };
  }
}

/** Makes what a set-up needs besides the sound environments, and weakens one. */
function apply({ at, weaken }: Weak): void {
  world.standIn.change((state) => {
    if (at === undefined || weaken === undefined) return;
    const sound = state.environments.find(({ name }) => name === "production-rollback");
    if (!state.environments.some(({ name }) => name === at))
      state.environments.push({
        ...structuredClone(sound as GithubEnvironment),
        name: at,
        branchPolicy: open,
      });
    weaken(state.environments.find(({ name }) => name === at) as GithubEnvironment, state);
  });
}

test.each(weakSetUps)("refused: $why", async (weak) => {
  apply(weak);
  const { code, message, fix } = await refusal(request(weak.asked));
  const lines = message
    .split("\n")
    .slice(1)
    .map((line) => line.replace(/^ {2}- /, ""));
  expect(lines.filter((line) => weak.says.test(line)).length).toBeGreaterThan(0);
  expect(code).toBe(weak.code ?? "PR212");
  expect(message).toContain("Nothing was changed.");
  if (weak.accept !== undefined) expect(fix).toContain(weak.accept);
});

test.each(weakSetUps.filter(({ accept }) => accept !== undefined))(
  "accepted where declared: $why",
  async (weak) => {
    apply(weak);
    const accept = [weak.accept as Weakness];
    const audit = await auditEnvironments(world.github, request({ ...weak.asked, accept }));
    expect(audit.findings).toEqual([]);
    expect(audit.accepted.length).toBeGreaterThan(0);
  },
);

test("sound environments are let through, and the plan knows who may approve", async () => {
  const audit = await auditEnvironments(world.github, request());
  expect(audit).toMatchObject({ findings: [], accepted: [] });
  expect(audit.gates[0]).toEqual({
    phase: "migrate",
    environment: "production-migrate",
    declared: "reviewers",
    found: ["branch_policy", "required_reviewers"],
    reviewers: ["ada"],
    bypass: false,
  });
});

test("everything is reported at once, each with its environment", async () => {
  world.edit("production-migrate", (one) => void (one.reviewers = []));
  world.edit(web, (one) => void (one.adminsBypass = true));
  world.edit("production-rollback", (one) => void (one.waitTimer = 1));
  const { message } = await refusal(request());
  expect(message).toMatch(/^3 times an environment does not hold/);
  expect(message.split("\n")).toHaveLength(4);
});

test("a bypass by admins that is declared for a phase is no weakness of its gate", async () => {
  world.edit(web, (one) => void (one.adminsBypass = true));
  const audit = await auditEnvironments(world.github, request({ bypass: { "deploy-web": true } }));
  expect(audit.findings).toEqual([]);
  expect(audit.gates[2]).toMatchObject({ phase: "deploy-web", bypass: true });
});

test("where the whole chain is one job, its one environment is the gate, and no other is asked about", async () => {
  world.standIn.change(({ environments }) => void environments.splice(1));
  const one = "production-migrate";
  const names = environmentNames("production", {
    migrateEnvironment: one,
    deployFunctionsEnvironment: one,
    deployWebEnvironment: one,
  });
  const audit = await auditEnvironments(world.github, request({ names, oneJob: one }));
  expect(audit.findings).toEqual([]);
  expect(world.standIn.requests.length).toBe(3);
});

test("a target without gates asks nothing", async () => {
  expect(await auditEnvironments(world.github, request({ gates: {} }))).toEqual({
    gates: [],
    findings: [],
    accepted: [],
  });
  expect(world.standIn.requests).toEqual([]);
});
