import { expect, test } from "@jest/globals";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ownWorkflow } from "../../scripts/generate/own-workflow.ts";
import { type Job, allWorkflows, root, textsIn } from "./workflow-files.ts";

const { files, rollout } = allWorkflows();
const own = files.find(({ path }) => path === "examples/workflows/own-workflow.yml");

/** The chain's jobs, but for what takes another target's build: a run of the template releases to one. */
const chainJobs = Object.entries(rollout?.jobs ?? {}).map(([id, job]) => {
  const others = (job.steps ?? []).filter((step) => step.if !== "inputs.reuse-from");
  return [id, { ...job, steps: others }] as const;
});

/** All of a job but what its actions are called and given. */
function bones({ steps = [], environment, ...job }: Job): unknown {
  const named = steps.map((step) => ({
    ...step,
    with: undefined,
    uses: step.uses?.replace(/^prism-rollout\/prism-rollout\/(.*)@v\d+$/, "$/$1"),
  }));
  return { ...job, gated: environment !== undefined, steps: named };
}

test("the template for one's own workflow has the chain's jobs, conditions, permissions and steps", () => {
  expect(Object.keys(own?.jobs ?? {})).toEqual(Object.keys(rollout?.jobs ?? {}));
  for (const [id, job] of chainJobs)
    expect({ id, job: bones(own?.jobs[id] ?? {}) }).toEqual({ id, job: bones(job) });
});

test("it gives each action what the chain gives it, but for what is settled as nothing", () => {
  const wrong = chainJobs.flatMap(([id, job]) =>
    job.steps.flatMap((step, index) => {
      const given = own?.jobs[id]?.steps?.[index]?.with ?? {};
      return Object.keys(step.with ?? {})
        .filter((name) => !(name in given) && name !== "reuse" && !name.endsWith("-environment"))
        .map((name) => `${id}: ${step.uses}: ${name}`);
    }),
  );
  expect(wrong).toEqual([]);
});

test("it asks for nothing that it does not declare, and no target but through its default", () => {
  const asked = textsIn(own?.jobs).flatMap(({ text }) => [
    ...text.matchAll(/\binputs\.([\w-]+)( \|\| 'production')?/g),
  ]);
  const bare = asked.filter(([, name, fallback]) => name === "target" && fallback === undefined);
  expect(bare.map(({ input }) => input)).toEqual([]);
  const form = /^ {2}workflow_dispatch:\n {4}inputs:\n((?: {6}.*\n)+)/m.exec(own?.text ?? "")?.[1] ?? "";
  const declared = [...form.matchAll(/^ {6}([\w-]+):$/gm)].map(([, name]) => name);
  expect([...new Set(asked.map(([, name]) => name))].sort()).toEqual([...declared].sort());
});

test("a change of the chain changes the template", () => {
  const chain = readFileSync(join(root, ".github/workflows/rollout.yml"), "utf8");
  const changed = chain.replace("timeout-minutes: 90", "timeout-minutes: 91");
  expect(ownWorkflow(chain)).toBe(own?.text);
  expect(ownWorkflow(changed)).toContain("timeout-minutes: 91");
  expect(() => ownWorkflow(chain.replace("inputs.config", "inputs.confg"))).toThrow("no input confg");
});
