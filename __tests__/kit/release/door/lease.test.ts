import { afterEach, beforeEach, expect, test } from "@jest/globals";
import fc from "fast-check";
import type { GitHub } from "../../../../kit/ports/github.ts";
import { takeLease } from "../../../../kit/release/standing/lease.ts";
import { gatedPhases } from "../../../../kit/release/phases.ts";
import { type Candidate, candidate } from "../../../support/at-the-door.ts";
import { type GithubWorld, githubWorld } from "../../../support/github-world.ts";

let forge: GithubWorld;
beforeEach(async () => {
  forge = await githubWorld();
});
afterEach(() => forge.standIn.close());

const leases = () => forge.standIn.state().deployments.filter(({ task }) => task === "rollout-lease");

test.each(gatedPhases)(
  "nothing is locked while a release waits at %s: another one is let in",
  async (phase) => {
    const waits = await candidate(forge);
    forge.standIn.runs.job(Number(waits.context.runId), phase, "waiting");
    expect(leases()).toEqual([]);
    expect(await (await candidate(forge)).enter(phase)).toBeDefined();
  },
);

test("who finds the target held is told by whom, in which run, at which gate and since when", async () => {
  const holder = await candidate(forge);
  await holder.change("migrate", "0008");
  const run = Number(holder.context.runId);
  forge.standIn.runs.job(run, "deploy-functions", "waiting");
  const keeper = forge.standIn.gatekeeper(run);
  const gone = keeper.arrive({
    environment: "production-migrate",
    job: "deploy-functions",
    deployment: false,
  });
  const other = await candidate(forge);
  await expect(other.enter("migrate")).rejects.toMatchObject({
    code: "PR204",
    message: expect.stringMatching(
      new RegExp(
        `production is held by ${holder.release} \\(${holder.context.runUrl}\\), which waits for a person at production-migrate since 20..-`,
      ),
    ),
    fix: expect.stringContaining("supersede: true"),
  });
  keeper.decide("production-migrate", "approved", "ada");
  await gone;
  forge.standIn.runs.job(run, "deploy-functions", "in_progress");
  await expect(other.enter("migrate")).rejects.toMatchObject({
    message: expect.stringContaining("which is at work in deploy-functions"),
  });
});

test("of two runs that are about one release, one changes something at a time; once its run has ended, the other", async () => {
  const first = await candidate(forge);
  await first.change("migrate", "0008");
  const second = await candidate(forge, await forge.another(), { release: first.release });
  await expect(second.enter("deploy-functions")).rejects.toMatchObject({
    code: "PR204",
    message: expect.stringContaining(first.context.runUrl),
  });
  expect(await first.enter("deploy-functions")).toBeDefined();
  forge.standIn.runs.finish(Number(first.context.runId), "success");
  expect(await second.enter("deploy-functions")).toBeDefined();
});

test.each([{ json: {} }, { body: "" }])(
  "an answer of 200 without a list is not «nobody holds it»: %j",
  async (answer) => {
    const own = await candidate(forge);
    const place = { method: "GET", path: ".*/deployments", times: 99 };
    forge.standIn.change(({ faults }) => void faults.push({ ...place, status: 200, ...answer }));
    await expect(own.enter("migrate")).rejects.toMatchObject({ code: "PR306" });
    expect(leases()).toEqual([]);
  },
);

test("two at once: one wins, and the other is told by whom it lost; nothing of it is left behind", async () => {
  const two = [await candidate(forge), await candidate(forge)];
  const ends = await Promise.allSettled(two.map((one) => one.enter("migrate")));
  expectOneWinner(two, ends);
});

/** However the calls of two that come at once interleave, at most one holds the target; the order is the property's. */
test("at most one holds the target, whatever the order of their calls", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.boolean(), { minLength: 12, maxLength: 12 }), async (order) => {
      const world = await githubWorld();
      try {
        const runs = [world, await world.another()];
        const turns = turnstile(order);
        const ends = await Promise.allSettled(
          runs.map(async ({ github, context: { runId, runUrl }, context }, index) => {
            const own: GitHub = {
              request: async (route, parameters) => {
                await turns.wait(index === 1);
                try {
                  return await github.request(route, parameters);
                } finally {
                  turns.done();
                }
              },
            };
            const lease = { schema: "prism-rollout/lease@1", release: `r${index}`, runId, runUrl } as const;
            try {
              await takeLease(own, context, "production", lease);
            } finally {
              turns.leave(index === 1);
            }
          }),
        );
        const won = ends.filter(({ status }) => status === "fulfilled");
        const lost = ends.flatMap((end) =>
          end.status === "rejected" ? [end.reason as { code: string }] : [],
        );
        expect(won).toHaveLength(1);
        expect(lost).toMatchObject([{ code: "PR204" }]);
      } finally {
        await world.standIn.close();
      }
    }),
    { numRuns: 40 },
  );
}, 60_000);

/** Lets the calls of two through one by one in a given order; where only one of them calls, that one goes on. */
function turnstile(order: readonly boolean[]) {
  const left = new Set<boolean>();
  let waiting: { readonly who: boolean; readonly go: () => void }[] = [];
  let step = 0;
  let busy = false;
  const next = (): void => {
    const both = new Set(waiting.map(({ who }) => who));
    if (busy || both.size + left.size < 2) return;
    const wanted = order[step] ?? false;
    const turn = waiting.find(({ who }) => who === wanted) ?? waiting[0];
    if (!turn) return;
    step += 1;
    busy = true;
    waiting = waiting.filter((one) => one !== turn);
    turn.go();
  };
  return {
    wait: async (who: boolean): Promise<void> => {
      await new Promise<void>((go) => {
        waiting.push({ who, go });
        next();
      });
    },
    done: (): void => {
      busy = false;
      next();
    },
    leave: (who: boolean): void => {
      left.add(who);
      next();
    },
  };
}

function expectOneWinner(two: readonly Candidate[], ends: readonly PromiseSettledResult<unknown>[]): void {
  const winner = ends.findIndex(({ status }) => status === "fulfilled");
  const loser = ends[1 - winner];
  expect(winner).toBeGreaterThanOrEqual(0);
  expect(loser).toMatchObject({
    status: "rejected",
    reason: { code: "PR204", message: expect.stringContaining(`held by ${two[winner]?.release}`) },
  });
  const live = leases().filter(({ statuses }) => statuses.at(-1)?.state !== "inactive");
  expect(live).toHaveLength(1);
  expect(two[1 - winner]?.world.emitted["started"]).toBeUndefined();
}
