import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Postgres, startPostgres } from "../../rehearsal/engines/postgres.ts";
import { type Reaper, startReaper } from "../../rehearsal/engines/reaper.ts";
import { workflowFiles } from "../contract/workflow-files.ts";
import { type TakenAway, takingAway } from "../support/keep-permissions.ts";
import { type Base, type Step, newBase } from "./faults/base.ts";
import { judgeFound, judgeSaid } from "./faults/judge.ts";
import { type StartName, actOf, starts } from "./faults/phases.ts";
import { type Done, type Found, type Stage, inScene } from "./faults/scene.ts";

// Each job of the chain as `rollout.yml` lets it: the stand-in of GitHub enforces what its token may.

type Rights = Readonly<Record<string, string>>;

const chain = workflowFiles().find(({ path }) => path === ".github/workflows/rollout.yml")?.jobs ?? {};
const jobOf = (name: StartName): string => (name === "prepare" ? name : starts[name].job);
const rightsOf = (name: StartName): Rights => chain[jobOf(name)]?.permissions ?? {};

const { trying, keep } = takingAway();
let reaper: Reaper;
let postgres: Postgres;
let stage: Stage;
let base: Base;
beforeAll(async () => {
  reaper = startReaper();
  const folder = await mkdtemp(join(tmpdir(), "prism-rights-"));
  reaper.folder(folder);
  postgres = await startPostgres({ folder: join(folder, "data"), reaper });
  let count = 0;
  stage = { postgres, reaper, next: () => (count += 1) };
  base = await newBase(stage);
}, 300_000);
afterAll(async () => {
  await keep();
  await postgres.stop();
  await reaper.close();
}, 60_000);

/** A job with a token that may do this, in the world of its phase. */
async function played(
  step: Step,
  rights: Rights,
): Promise<{ readonly done: Done; readonly found: Found; readonly problems: readonly string[] }> {
  return await inScene(stage, step.world, async (scene) => {
    const { job } = starts[step.name];
    scene.jobs(job);
    const done = await scene.act(actOf(step.name, step.given, { "github-token": scene.issue(rights) }));
    const found = await scene.found();
    const isRollback = job === "rollback";
    return {
      done,
      found,
      problems: [...judgeSaid(done), ...judgeFound(found, base, scene.vendors(), isRollback)],
    };
  });
}

const stepOf = (name: StartName): Step => {
  const step = base.steps.find((one) => one.name === name);
  if (step === undefined) throw new Error(`no phase ${name}`);
  return step;
};

const names = Object.keys(starts).filter((name) => name !== "build") as StartName[];

test.each(names)(
  "%s does its work with what its job may, and nothing more",
  async (name) => {
    const step = stepOf(name);
    const { done, found, problems } = await played(step, rightsOf(name));
    expect({ code: done.code, problems, errors: done.errors }).toEqual({ code: 0, problems: [], errors: [] });
    expect(found).toEqual(step.after);
  },
  120_000,
);

type Without = "fails" | "said" | "idle";

/** What does its work without a right that its job has: it says what it could not, or had no use for it here. */
const goesOn: Readonly<Record<string, Without>> = {
  "plan: checks": "idle",
  "plan: statuses": "idle",
  "prepare: deployments": "idle",
  "purge-cdn: actions": "idle",
  "rollback: actions": "said",
  "rollback: deployments": "said",
  "rollback: issues": "said",
  "rollback of a healthy release: actions": "said",
  "rollback of a healthy release: deployments": "said",
  "rollback of a healthy release: issues": "idle",
};

/** What checks out needs `contents`, and none of ours: see the stories. */
const less = names.flatMap((name) =>
  Object.entries(rightsOf(name)).flatMap(([right, access]) =>
    right === "contents" ? [] : [{ name, right, access, without: goesOn[`${name}: ${right}`] ?? "fails" }],
  ),
);

const rowOf = (name: StartName, right: string, without: "fails" | "said"): TakenAway => [
  `the job ${jobOf(name)}${name === jobOf(name) ? "" : ` (${name})`}`,
  "GitHub",
  right,
  without,
];

test.each(less.filter(({ without }) => without === "fails"))(
  "$name fails in one message without $right: $access, names it, and has changed nothing",
  async ({ name, right, access }) => {
    await trying(rowOf(name, `${right}: ${access}`, "fails"), async () => {
      const step = stepOf(name);
      const { done, found, problems } = await played(step, rightsWithout(name, right));
      expect({ code: done.code, problems, count: done.errors.length }).toEqual({
        code: 1,
        problems: [],
        count: 1,
      });
      expect(done.errors[0]).toContain(`Give the job \`${right}: `);
      expect(found).toEqual(step.before);
    });
  },
  120_000,
);

test.each(less.filter(({ without }) => without === "said"))(
  "$name does its work without $right: $access, and says what it could not",
  async ({ name, right, access }) => {
    await trying(rowOf(name, `${right}: ${access}`, "said"), async () => {
      const step = stepOf(name);
      const { done, found, problems } = await played(step, rightsWithout(name, right));
      expect({ code: done.code, problems, errors: done.errors }).toEqual({
        code: 0,
        problems: [],
        errors: [],
      });
      expect(done.out).toMatch(new RegExp(`::warning::.*\\b${right}: (read|write)\\b`));
      expect(found).toEqual(step.after);
      // What could not be recorded is not said to be.
      const halt = right === "deployments" ? "is not halted" : "is halted";
      if (name === "rollback") expect(done.summary).toContain(`production ${halt}`);
    });
  },
  120_000,
);

test.each(less.filter(({ without }) => without === "idle"))(
  "$name has no use for $right: $access in this release",
  async ({ name, right }) => {
    const step = stepOf(name);
    const { done, found, problems } = await played(step, rightsWithout(name, right));
    expect({ code: done.code, problems }).toEqual({ code: 0, problems: [] });
    expect(found).toEqual(step.after);
  },
  120_000,
);

function rightsWithout(name: StartName, right: string): Rights {
  return Object.fromEntries(Object.entries(rightsOf(name)).filter(([one]) => one !== right));
}
