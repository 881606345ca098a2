import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { type Foreseen, foresee } from "../../../actions/plan/foresee.ts";
import { listOnce } from "../../../actions/plan/list-once.ts";
import { readInputs } from "../../../kit/action/read-inputs.ts";
import type { Runtime } from "../../../kit/action/runtime.ts";
import {
  type ObservedProject,
  attempts,
  failures,
  observedProject,
  ref,
  start,
  token,
  weakToken,
} from "../../support/observed-project.ts";
import { serveLoopback } from "../../support/serve-loopback.ts";
import { testWorld } from "../../support/test-world.ts";

let project: ObservedProject;

beforeEach(async () => {
  project = await observedProject();
});

afterEach(() => project.close());

/** A plan's world in which `rollout.yml` has a section `observe`. */
async function world(changes: Readonly<Record<string, string>> = {}): Promise<Runtime> {
  const given: Readonly<Record<string, string>> = {
    supabase: ref,
    "supabase-access-token": token,
    "supabase-api-url": project.url,
    events: "assessment.completed: attempt_no",
    failures: "results.rpc.failure",
    window: "15m",
    ...changes,
  };
  const config = { lookup: () => undefined, targets: [], sections: [], issues: [] };
  return await testWorld({
    clock: project.clock,
    sections: ["observe"],
    section: (name, inputs) => readInputs(name, inputs, (input) => given[input] ?? "", config),
  });
}

function foreseen(asking: Runtime, slice?: readonly string[]): Promise<Foreseen> {
  return foresee(asking, listOnce(asking), slice);
}

/** An attempt every so many ms of the week before. */
function traffic(perHour: number): void {
  const step = (60 * 60_000) / perHour;
  for (let n = 0; n < perHour * 24 * 7; n += 1)
    project.log(...attempts(1, { name: `w${n}-`, at: start - 120_000 - n * step, version: 3 }));
}

test("last week's traffic tells how long a verdict takes, and that the window is too short for it", async () => {
  traffic(18);
  const { says, stop } = await foreseen(await world());
  expect(says).toEqual([
    "0 of 3,024 attempts failed in the 7 days before: 1% is tolerable, as declared",
    "18 attempts an hour: a clean release passes in about 108 minutes (32 attempts)",
    "observe waits 15 minutes, which ends without a verdict more than 99 % of the time",
    "It sees 100% failures after about 2, 50% failures after about 5.5, 20% failures after about 15 attempts",
  ]);
  expect(stop).toBeUndefined();
});

test("without traffic it says that there will be no verdict", async () => {
  const { says } = await foreseen(await world());
  expect(says[1]).toBe(
    "There was no traffic: observe will end without a verdict, and 32 clean attempts are needed for one",
  );
});

test("what is live and fails stops the plan, unless the release is there to mend it", async () => {
  const names = Array.from({ length: 40 }, (_, one) => `s${one + 1}`);
  project.log(...attempts(100, { at: start - 60 * 60_000 }));
  project.log(...failures(names).map((entry) => ({ ...entry, at: start - 60 * 60_000 })));
  const stopped = await foreseen(await world());
  expect(stopped.stop).toMatchObject({ code: "PR481" });
  expect(stopped.stop?.message).toContain("40 of 100 attempts (40%) failed in the 7 days before");
  const mending = await foreseen(await world({ "unhealthy-baseline": "warn" }));
  expect(mending.stop).toBeUndefined();
  expect(mending.says[0]).toContain("it was not healthy then");
});

test("logs that cannot be read stop no plan, and it says why nothing is foreseen", async () => {
  const without = await foreseen(await world({ "supabase-access-token": weakToken }));
  expect(without.says).toEqual([expect.stringContaining("What observe will come to was not foreseen")]);
  expect((await foreseen(await world({ "supabase-access-token": "" }))).says).toEqual([
    "What observe will come to was not foreseen: `supabase-access-token` is not given",
  ]);
});

test("another log source is asked for the traffic without a token of the project; a question of this release is not", async () => {
  const asked: string[] = [];
  const counts = await serveLoopback((request, response) => {
    asked.push(request.url ?? "");
    response.end('{"all":3024,"bad":0}');
  });
  const given = {
    "supabase-access-token": "",
    "log-source": "http",
    "log-url": `${counts.url}/?from={from}`,
    "log-queries": "attempts: all\nresults.rpc.failure: bad",
    events: "",
  };
  try {
    const { says } = await foreseen(await world(given));
    expect(says[1]).toBe("18 attempts an hour: a clean release passes in about 108 minutes (32 attempts)");
    const named = { ...given, "log-url": `${counts.url}/?from={from}&of={commit}` };
    expect((await foreseen(await world(named))).says).toEqual([
      expect.stringContaining("cannot tell what was before it"),
    ]);
    expect(asked).toHaveLength(1);
    expect(project.requests).toEqual([]);
  } finally {
    await counts.close();
  }
});

test("nothing is asked for where observe is not in the run, or nobody wants to look back", async () => {
  expect(await foreseen(await world({ baseline: "0s" }))).toEqual({ says: [] });
  expect(await foreseen({ ...(await world()), sections: [] })).toEqual({ says: [] });
  expect(await foreseen(await world(), ["migrate"])).toEqual({ says: [] });
  expect(project.requests).toEqual([]);
});

test("the functions of a project are listed once for all that plan one release; another project is asked for itself", async () => {
  const asking = await world();
  const list = listOnce(asking);
  const own = { supabase: ref, supabaseAccessToken: token, supabaseApiUrl: project.url };
  const [first, second] = await Promise.all([list(own), list({ ...own })]);
  expect(first).toBe(second);
  await foresee(asking, list);
  const lists = (): number => project.requests.filter(({ path }) => path.endsWith("/functions")).length;
  expect(lists()).toBe(1);
  await expect(list({ ...own, supabaseAccessToken: "sbp_another" })).rejects.toMatchObject({ code: "PR302" });
  expect(lists()).toBe(2);
});
