import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { systemClock } from "../../../kit/ports/clock.ts";
import type { Play, PlayEvent, World } from "../../../rehearsal/player/player.ts";
import { caller, chain } from "./phases.ts";
import { gates, type Played, playText, type Stage, stage } from "./stage.ts";

type During = (event: PlayEvent, running: Play) => void;

function on(env: Record<string, string> = {}, overrides: Partial<World> = {}): Stage {
  const plain = stage(chain);
  return { ...plain, world: { ...plain.world, env: { ...plain.world.env, ...env }, ...overrides } };
}

const run = (where: Stage, during?: During): Promise<Played> =>
  playText(where, caller, during ? { during } : {});

/** The results of the chain's jobs in order, by their first letters, then what the caller saw. */
function line(played: Played): string {
  const jobs = ["plan", "migrate", "deploy-web", "observe", "rollback"];
  const letters = jobs.map((id) => (played.results[`rollout/${id}`] ?? "?").slice(0, 2)).join(" ");
  return `${letters} | ${played.log.find((one) => one.startsWith("after "))}`;
}

const saying = (text: string, act: (running: Play) => void): During => {
  let done = false;
  return (event, running) => {
    if (done || event.kind !== "log" || event.line !== text) return;
    done = true;
    act(running);
  };
};

test.each([
  ["", "su su su su sk | after success"],
  ["plan", "fa sk sk sk sk | after failure"],
  ["migrate", "su fa sk sk su | after failure"],
  ["deploy-web", "su su fa sk su | after failure"],
  ["observe", "su su su fa su | after failure"],
  ["observe,rollback", "su su su fa fa | after failure"],
])("when %p fails", async (fail, expected) => {
  const played = await run(on({ FAIL: fail }));
  expect(line(played)).toBe(expected);
  expect(played.result.result).toBe(fail === "" ? "success" : "failure");
});

test("the rollback sees all needs at once", async () => {
  const played = await run(on({ FAIL: "observe" }));
  expect(played.log).toContain("needs: plan,migrate,deploy-web,observe");
});

test.each([
  ["production-migrate", "rejected", "su fa sk sk sk | after failure"],
  ["production-web", "rejected", "su su fa sk su | after failure"],
  ["production-web", "expired", "su su fa sk su | after failure"],
  ["production-web", "cancelled", "su su ca sk su | after failure"],
] as const)("at the gate %s: %s", async (environment, how, expected) => {
  const gatekeeper = gates((arrival) =>
    arrival.environment === environment
      ? { approved: false, how, by: "grace" }
      : { approved: true, secrets: {}, vars: {} },
  );
  const played = await run(on({}, { gatekeeper }));
  expect(line(played)).toBe(
    how === "cancelled" ? expected.replace("after failure", "after cancelled") : expected,
  );
  const job = played.result.jobs[0]?.jobs.find((one) => one.environment === environment);
  expect(job).toMatchObject({
    outputs: {},
    because: `${how} by grace at the environment ${environment}`,
    worked: 0,
  });
});

test("a step that is cancelled gets SIGINT, its outputs still arrive, and the rollback runs", async () => {
  const played = await run(
    on({ HANG: "deploy-web" }),
    saying("hanging: deploy-web", (running) => running.cancel()),
  );
  expect(line(played)).toBe("su su ca sk su | after cancelled");
  expect(played.output("rollout/deploy-web", "started")).toBe("true");
  expect(played.log).toContain("working: rollback");
});

test("a cancel at a gate ends the waiting; with nothing begun nothing is rolled back", async () => {
  const signals: AbortSignal[] = [];
  const gatekeeper = gates(({ signal }) => {
    signals.push(signal);
    return new Promise(() => {});
  });
  const played = await run(on({}, { gatekeeper }), (event, running) => {
    if (event.kind === "job-waiting") queueMicrotask(() => running.cancel());
  });
  expect(line(played)).toBe("su ca sk sk sk | after cancelled");
  expect(signals.map((signal) => signal.aborted)).toEqual([true]);
});

test("a cancel before a job whose needs are fine makes it cancelled, and those behind it skipped", async () => {
  const played = await run(on(), (event, running) => {
    if (event.kind === "job-finished" && event.job.id === "plan") running.cancel();
  });
  expect(line(played)).toBe("su ca sk sk sk | after cancelled");
});

test("a rollback that waits or works when the run is cancelled goes on: its condition still holds", async () => {
  const played = await run(
    on({ FAIL: "observe" }),
    saying("working: rollback", (running) => running.cancel()),
  );
  expect(line(played)).toBe("su su su fa su | after failure");
});

test("by force even that ends", async () => {
  const played = await run(
    on({ FAIL: "observe", HANG: "rollback" }),
    saying("hanging: rollback", (running) => running.forceCancel()),
  );
  expect(line(played)).toBe("su su su fa ca | undefined");
  expect(played.results["after"]).toBe("cancelled");
});

test("a lost runner fails its job at once, without outputs or folders, and the rest goes on", async () => {
  let lost: boolean | undefined;
  const where = on({ HANG: "deploy-web" });
  const played = await run(
    where,
    saying("hanging: deploy-web", (running) => (lost = running.loseRunner("rollout/deploy-web"))),
  );
  expect(lost).toBe(true);
  expect(line(played)).toBe("su su fa sk su | after failure");
  expect(played.output("rollout/deploy-web", "started")).toBeUndefined();
  const job = played.result.jobs[0]?.jobs.find((one) => one.id === "deploy-web");
  expect(job?.because).toBe("the runner was lost");
});

test("nobody can lose a runner that is not there", async () => {
  const answers: boolean[] = [];
  await run(on(), (event, running) => {
    if (event.kind === "job-finished") answers.push(running.loseRunner(event.job.key));
  });
  expect(new Set(answers)).toEqual(new Set([false]));
});

test("the folders of all jobs are gone at the end", async () => {
  const where = on({ FAIL: "observe" });
  await run(where);
  const folder = join(where.world.temp, "71-1");
  expect(existsSync(folder) ? readdirSync(folder) : []).toEqual([]);
});

test("two jobs that are ready together arrive at their gates together", async () => {
  const waiting: string[] = [];
  let open = (): void => {};
  const both = new Promise<void>((resolve) => (open = resolve));
  const gatekeeper = gates(async ({ environment }) => {
    waiting.push(environment);
    if (waiting.length === 2) open();
    await both;
    return { approved: true, secrets: {}, vars: {} };
  });
  const job = (id: string): string =>
    `  ${id}: { runs-on: u, environment: ${id}, steps: [{ run: 'true' }] }\n`;
  const played = await playText(on({}, { gatekeeper }), `on: push\njobs:\n${job("a")}${job("b")}`);
  expect(played.result.result).toBe("success");
  expect(waiting.sort()).toEqual(["a", "b"]);
});

test("waiting and working are told apart", async () => {
  let later = 0;
  const gatekeeper = gates(({ environment }) => {
    if (environment === "production-web") later += 3_600_000;
    return { approved: true, secrets: {}, vars: {} };
  });
  const clock = { ...systemClock, now: () => systemClock.now() + later };
  const played = await run(on({}, { gatekeeper, clock }));
  const web = played.result.jobs[0]?.jobs.find((one) => one.id === "deploy-web");
  expect(web?.waited).toBeGreaterThanOrEqual(3_600_000);
  expect(web?.worked).toBeLessThan(60_000);
});
