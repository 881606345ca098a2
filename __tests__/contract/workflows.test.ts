import { expect, test } from "@jest/globals";
import {
  type Job,
  type WorkflowFile,
  actionAt,
  allWorkflows,
  namesIn,
  oneJob,
  usedAction,
} from "./workflow-files.ts";

const { files, jobs, steps, rollout, callers } = allWorkflows();

/** What is wrong, one line each: a test's failure then reads like a list of things to do. */
const none: readonly string[] = [];

test("there is a chain, and there are callers to copy", () => {
  expect(rollout?.call).toBeDefined();
  expect(callers.length).toBeGreaterThan(0);
});

test("an action gets only inputs that it declares, and all that it demands", () => {
  const inOneJob = (oneJob().job.steps ?? []).map((step) => ({ at: "action.yml", step }));
  const wrong = [...steps, ...inOneJob].flatMap(({ at, step }) => {
    if (!/^(\$|prism-rollout)\//.test(step.uses ?? "")) return [];
    const action = usedAction(step.uses);
    if (!action) return [`${at}: ${step.uses} does not exist`];
    const given = Object.keys(step.with ?? {});
    const missing = Object.entries(action.inputs).filter(
      ([name, { required }]) => required && !given.includes(name),
    );
    return [
      ...given
        .filter((name) => !Object.hasOwn(action.inputs, name))
        .map((name) => `${at}: ${step.uses} has no input ${name}`),
      ...missing.map(([name]) => `${at}: ${step.uses} demands ${name}`),
    ];
  });
  expect(wrong).toEqual(none);
});

test("every steps.x.outputs.y is an output that the action of step x declares", () => {
  const wrong = [...jobs, oneJob()].flatMap(({ at, job }) =>
    namesIn(job, /\bsteps\.([\w-]+\.outputs\.[\w-]+)/g).flatMap((name) => {
      const [id, , output = ""] = name.split(".");
      const step = (job.steps ?? []).find((one) => one.id === id);
      if (!step) return [`${at}: there is no step ${id}`];
      const action = usedAction(step.uses);
      return action && !Object.hasOwn(action.outputs, output)
        ? [`${at}: ${step.uses} has no output ${output}`]
        : [];
    }),
  );
  expect(wrong).toEqual(none);
});

test("every needs.x.outputs.y is an output of a job that is needed, and every jobs.x.outputs.y one of a job", () => {
  const wrong = jobs.flatMap(({ at, file, job }) =>
    namesIn(job, /\bneeds\.([\w-]+\.outputs\.[\w-]+)/g).flatMap((name) => {
      const [id = "", , output = ""] = name.split(".");
      if (![job.needs ?? []].flat().includes(id)) return [`${at}: does not need ${id}`];
      return hasOutput(file, id, output) ? [] : [`${at}: ${id} has no output ${output}`];
    }),
  );
  const told = files.flatMap((file) =>
    namesIn(file.call?.outputs, /\bjobs\.([\w-]+\.outputs\.[\w-]+)/g).flatMap((name) => {
      const [id = "", , output = ""] = name.split(".");
      return hasOutput(file, id, output) ? [] : [`${file.path}: ${id} has no output ${output}`];
    }),
  );
  expect([...wrong, ...told]).toEqual(none);
});

function hasOutput(file: WorkflowFile, id: string, output: string): boolean {
  const job = file.jobs[id];
  const outputs = job?.uses === undefined ? job?.outputs : rollout?.call?.outputs;
  return Object.hasOwn(outputs ?? {}, output);
}

test("an environment's name is made of literals and inputs; an output only says whether there is nothing to do", () => {
  const gated = jobs.filter(({ job }) => job.environment !== undefined);
  expect(gated.length).toBeGreaterThan(2);
  const wrong = gated.flatMap(({ at, job: { environment } }) => {
    if (typeof environment === "string" || environment === undefined)
      return [`${at}: environment without deployment: false`];
    const left = environment.name.replace(/needs\.plan\.outputs\.[\w-]+-work == 'none' &&/g, "");
    return [
      ...(environment.deployment === false ? [] : [`${at}: deployment: false is missing`]),
      ...(/\b(outputs|needs|steps|env|vars|secrets)\b/.test(left) ? [`${at}: ${environment.name}`] : []),
    ];
  });
  expect(wrong).toEqual(none);
});

test("every job that can change production stands behind an environment", () => {
  const phases = ["migrate", "deploy-functions", "deploy-web", "rollback"];
  const found = Object.entries(rollout?.jobs ?? {}).filter(([, { steps: own = [] }]) =>
    own.some(({ uses }) => phases.some((phase) => uses === `$/actions/${phase}`)),
  );
  expect(found.length).toBeGreaterThan(2);
  expect(found.filter(([, { environment }]) => environment === undefined).map(([id]) => id)).toEqual(none);
});

test("a caller gives only inputs that the chain declares", () => {
  const declared = Object.keys(rollout?.call?.inputs ?? {});
  for (const { at, job } of callers)
    expect({ at, unknown: Object.keys(job.with ?? {}).filter((name) => !declared.includes(name)) }).toEqual({
      at,
      unknown: [],
    });
  const used = namesIn(rollout?.jobs, /\binputs\.([\w-]+)/g);
  expect([...used].sort()).toEqual([...declared].sort());
});

test("artifacts that are downloaded were uploaded by a job that is needed", () => {
  const uploaded = jobs.flatMap(({ id, job }) => named(job, "upload").map((name) => ({ id, name })));
  const wrong = jobs.flatMap(({ at, job }) =>
    named(job, "download")
      .filter(
        (name) => !uploaded.some((one) => fits(one.name, name) && [job.needs ?? []].flat().includes(one.id)),
      )
      .filter((name) => !uploaded.some((one) => isOfEarlierCall(job, name, one.name)))
      .map((name) => `${at}: nobody before it uploads ${name}`),
  );
  expect(wrong).toEqual(none);
});

/** What the same workflow, called before for another target, has uploaded; it may do without. */
function isOfEarlierCall(job: Job, name: string, upload: string): boolean {
  const own = job.steps?.find((step) => step.with?.["name"] === name);
  return own?.["continue-on-error"] === true && name.replace("inputs.reuse-from", "inputs.target") === upload;
}

test("every artifact of the chain is named by its target: one run may release to several at once", () => {
  const names = Object.values(rollout?.jobs ?? {}).flatMap((job) => named(job, "upload"));
  expect(names.length).toBeGreaterThan(5);
  expect(names.filter((name) => !name.includes("${{ inputs.target }}"))).toEqual(none);
});

/** A download names one artifact, or all that begin alike (`rollout-*`). */
function fits(name: string, wanted: string): boolean {
  return wanted.endsWith("*") ? name.startsWith(wanted.slice(0, -1)) : name === wanted;
}

function named(job: Job, what: "upload" | "download"): string[] {
  return (job.steps ?? []).flatMap((step) =>
    step.uses?.startsWith(`actions/${what}-artifact@`)
      ? [String(step.with?.["name"] ?? step.with?.["pattern"])]
      : [],
  );
}

test("the chain in one job declares each input that it uses, uses each that it declares, and always ends by the rollback", () => {
  const { job } = oneJob();
  const declared = Object.keys(actionAt(".")?.inputs ?? {}).sort();
  expect([...namesIn(job, /\binputs\.([\w-]+)/g)].sort()).toEqual(declared);
  const phases = (job.steps ?? []).map(({ uses }) => uses);
  expect(phases.filter((uses) => !uses?.startsWith("$/actions/"))).toEqual([]);
  const last = job.steps?.at(-1);
  expect(last?.uses).toBe("$/actions/rollback");
  expect(last?.if).toMatch(/always\(\)/);
});

test("where plan leaves the first gate to prepare, prepare has plan and webhook; what it finds goes to each later gate", () => {
  const chains = files.filter(({ text }) => text.includes("prepare-follows: true"));
  expect(chains.length).toBeGreaterThan(0);
  for (const { path, jobs: of } of chains) {
    const given = (id: string): unknown => of[id]?.steps?.find((step) => step.id === id)?.with;
    const webhook = { "notify-url": "${{ secrets.NOTIFY_WEBHOOK }}" };
    expect({ path, with: given("plan") }).toMatchObject({ with: webhook });
    expect({ path, with: given("prepare") }).toMatchObject({
      with: { ...webhook, plan: expect.stringMatching(/plan\.json$/) },
    });
    const link = { ...webhook, "dashboard-url": "${{ needs.prepare.outputs.dashboard-url }}" };
    for (const id of ["migrate", "deploy-functions"])
      expect({ path, id, with: given(id) }).toMatchObject({ id, with: link });
  }
});
