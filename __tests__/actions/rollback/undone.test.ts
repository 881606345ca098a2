import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, expect, test } from "@jest/globals";
import { writeFormat } from "../../../kit/release/formats.ts";
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
const outcomes = (components: string | undefined): Record<string, string> =>
  Object.fromEntries(
    (JSON.parse(components ?? "[]") as { component: string; outcome: string }[]).map(
      ({ component, outcome }) => [component, outcome],
    ),
  );

test("the host refuses: functions stay with the web that needs them, and the exact commands are told", async () => {
  const made = await stage();
  const json = { error: { code: "forbidden", message: "Rolling back is disabled." } };
  made.vercel.change(({ faults }) => {
    faults.push({ method: "POST", path: "/v1/projects/.*/rollback/.*", times: 9, status: 403, json });
  });
  const now = made.live();
  const { outputs, report } = await made.rollback({ needs });
  expect(outputs.outcome).toBe("partly-rolled-back");
  expect(outcomes(outputs.components)).toEqual({ web: "failed", hello: "failed", world: "failed" });
  expect(made.live()).toEqual(now);
  // Their former bundles were built meanwhile: other tools will meet them.
  expect(made.world.log.lines).toContainEqual(
    expect.stringMatching(
      /^warning: (hello, world|world, hello): the new bundle waits on the platform, not active/,
    ),
  );
  const former = Object.values(made.before.web)[0];
  expect(report.verdict).toBe("fail");
  expect(report.next).toContain(`\`vercel rollback ${former}\``);
  expect(report.tables?.[0]?.rows[1]?.[2]).toContain("users may still meet the new web, which needs it");
  expect(await made.standing()).toMatchObject({ state: "failure" });

  made.vercel.change(({ faults }) => void faults.splice(0));
  const again = await made.rollback({ needs });
  expect(again.outputs.outcome).toBe("rolled-back");
  expect(made.live()).toEqual(made.before);
});

test("somebody deployed another web since: it is not touched, nor the functions that it may need", async () => {
  const made = await stage();
  await made.deployWeb("hotfix");
  const now = made.live();
  const { outputs, report } = await made.rollback({ needs });
  expect(outputs.outcome).toBe("partly-rolled-back");
  expect(outcomes(outputs.components)).toEqual({ web: "drift", hello: "failed", world: "failed" });
  expect(report.tables?.[0]?.rows[0]?.[2]).toContain("nothing was touched");
  expect(made.live()).toEqual(now);
});

test("somebody deployed other functions since: they are not touched, the web goes back", async () => {
  const made = await stage();
  await made.deployFunctions("hotfix");
  const { functions } = made.live();
  const { outputs } = await made.rollback({ needs });
  expect(outcomes(outputs.components)).toEqual({ web: "reverted", hello: "drift", world: "drift" });
  expect(made.live()).toEqual({ web: made.before.web, functions });
});

test("one function that cannot be bundled does not hold the others, and is told with its command", async () => {
  const made = await stage();
  made.platform.fault = ({ method, query }) =>
    method === "POST" && query.get("slug") === "hello"
      ? { status: 400, json: { message: "npm is down" } }
      : undefined;
  const { outputs, report } = await made.rollback({ needs });
  expect(outcomes(outputs.components)).toEqual({ web: "reverted", hello: "failed", world: "reverted" });
  expect(outputs.outcome).toBe("partly-rolled-back");
  expect(report.next).toMatch(
    /git checkout <the former commit> && supabase functions deploy hello --project-ref abcdefghijklmnopqrst --use-api --no-verify-jwt --yes/,
  );
});

test("the runner of deploy-web was lost: from the record, it goes back", async () => {
  const made = await stage();
  made.forge.standIn.runs.job(Number(made.forge.context.runId), "release / deploy-web", "in_progress");
  const { outputs } = await made.rollback({ needs: needsUntil("deploy-web", "failure") });
  expect(outputs).toMatchObject({
    outcome: "rolled-back",
    because: "deploy-web lost its runner after activation had begun",
  });
  expect(made.live()).toEqual(made.before);
});

test("the runner of deploy-functions was lost with its artifacts: a function is not guessed, but told", async () => {
  const made = await stage({ phases: ["functions"] });
  const { outputs, report } = await made.rollback({
    needs: needsUntil("deploy-functions", "failure"),
    artifacts: "nowhere",
  });
  expect(outcomes(outputs.components)).toEqual({ hello: "irreversible", world: "irreversible" });
  expect(outputs.outcome).toBe("partly-rolled-back");
  expect(report.next).toContain("supabase functions deploy hello");
});

test("a reviewer rejects the web within the window: the functions go back", async () => {
  const made = await stage({ phases: ["functions"] });
  const { standIn, context } = made.forge;
  const run = Number(context.runId);
  standIn.change(({ environments, users }) => {
    const gate = environments.find(({ name }) => name === "production-deploy-web");
    gate?.reviewers.push({ type: "User", id: users[0]?.id ?? 0 });
  });
  const keeper = standIn.gatekeeper(run, ({ environment }) => {
    keeper.decide(environment, "rejected", "ada", "not on a Friday");
  });
  standIn.runs.job(run, "release / deploy-web", "waiting");
  await keeper.arrive({ environment: "production-deploy-web", job: "deploy-web", deployment: false });
  standIn.runs.job(run, "release / deploy-web", "completed", "failure");
  const rejected = needsUntil("deploy-web", "failure");
  const held = await made.rollback({ needs: rejected, "on-rejection": "hold" });
  expect(held.outputs.outcome).toBe("held");
  const { outputs } = await made.rollback({ needs: rejected });
  expect(outputs).toMatchObject({
    outcome: "rolled-back",
    because: "deploy-web was rejected within 60 min of the first activation",
  });
  expect(made.live()).toEqual(made.before);
});

test("GitHub is down: what is live goes back all the same, by the providers' word", async () => {
  const made = await stage();
  made.forge.standIn.change(({ faults }) => {
    faults.push({ method: "*", path: "/.*", times: 999, status: 500, json: { message: "unicorn" } });
  });
  const { outputs } = await made.rollback({ needs });
  expect(outputs.outcome).toBe("rolled-back");
  expect(made.live()).toEqual(made.before);
  expect(made.world.log.lines.join("\n")).toContain("What was changed is asked of the providers");
});

test("GitHub refuses to write: the way back goes on, and what is not recorded is told", async () => {
  const made = await stage();
  made.forge.standIn.change(({ faults }) => {
    faults.push({ method: "POST", path: "/.*", times: 999, status: 500, json: { message: "unicorn" } });
  });
  const { outputs, report } = await made.rollback({ needs });
  expect(outputs.outcome).toBe("rolled-back");
  expect(made.live()).toEqual(made.before);
  expect(report.evidence?.filter((line) => line.startsWith("not recorded"))).toHaveLength(3);
});

test("a function that went back but does not serve is told, and fails the job", async () => {
  const made = await stage();
  made.platform.fault = ({ path }) =>
    path === "/fn/hello" ? { status: 503, body: "boot error" } : undefined;
  const { outputs, report } = await made.rollback({ needs });
  expect(outputs.outcome).toBe("rolled-back");
  expect(report).toMatchObject({
    verdict: "fail",
    reason: "Rolled back: smoke says fail; hello does not serve.",
  });
  expect(made.live()).toEqual(made.before);
});

test("without a record, the plan among the artifacts still forbids to pass a breaking migration", async () => {
  const made = await stage({ github: false });
  const { release, world } = made;
  const part = { phase: "migrate", work: "some", decisions: { breaking: ["0014"] } };
  const plan = { schema: "prism-rollout/plan@1", release, parts: [part] };
  await writeFile(join(world.temp, "plan.json"), writeFormat(plan));
  const { outputs } = await made.rollback({ needs });
  expect(outputs.outcome).toBe("held");
  expect(outputs.because).toContain("0014 is allowed to lose data or break the live code");
});

test("a token that is missing for the host is one component's problem", async () => {
  const made = await stage();
  const { section } = made.world;
  const without: typeof section = (name, declared) => {
    const values = section(name, declared);
    return name === "deploy-web" ? { ...values, hostToken: undefined } : values;
  };
  const { outputs, report } = await made.rollback({ needs }, { section: without });
  expect(outcomes(outputs.components)).toEqual({ web: "failed", hello: "failed", world: "failed" });
  expect(report.tables?.[0]?.rows[0]?.[2]).toContain("Host vercel needs `host-token`");
});
