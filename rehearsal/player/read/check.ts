import { at, entriesOf, expressionsIn, type Template } from "../expressions/template.ts";
import { checkCall, checkConcurrency } from "./check-calls.ts";
import { checkSteps } from "./check-steps.ts";
import type { Job, StepsJob, Workflow } from "./model.ts";
import type { Reading, Sources } from "./reading.ts";
import { checkReferences, type Known, type Names, namesOf } from "./references.ts";

type Problem = Reading["problem"];

/** Checks what GitHub's schema cannot: names across jobs, steps and files. */
export function checkWorkflow(workflow: Workflow, root: Template, problem: Problem, sources: Sources): void {
  const called = workflow.events.length > 0 && workflow.events.every((event) => event === "workflow_call");
  const known: Known = {
    inputs: namesOf([...workflow.callInputs.keys(), ...workflow.dispatchInputs.keys()]),
    ...(called ? { secrets: namesOf([...workflow.secrets.keys(), "github_token"]) } : {}),
  };
  const jobs = outputsOfJobs(workflow.jobs, at(root, "jobs"));
  for (const key of ["env", "concurrency", "run-name", "defaults"]) {
    checkReferences(expressionsIn(at(root, key)), known, problem);
  }
  checkReferences(expressionsIn(at(root, "on", "workflow_call")), { ...known, jobs }, problem);
  checkConcurrency(workflow.concurrency, problem);
  for (const job of workflow.jobs.values()) {
    checkJob(job, at(root, "jobs", job.id), { ...known, needs: needsOf(job, jobs) }, problem, sources);
    checkNeeds(job, jobs, at(root, "jobs", job.id, "needs")?.line ?? job.line, problem);
  }
}

function checkJob(
  job: Job,
  written: Template | undefined,
  known: Known,
  problem: Problem,
  sources: Sources,
): void {
  const later = new Set(["outputs", "steps", "environment"]);
  const own = entriesOf(written).filter(([key]) => !later.has(key) && key !== "if");
  checkReferences([job.condition, ...own.flatMap(([, value]) => expressionsIn(value))], known, problem);
  checkConcurrency(job.concurrency, problem);
  if (job.kind === "call") return checkCall(job, problem);
  const atEnd = checkSteps(job.steps, known, problem, sources);
  checkReferences(expressionsIn(at(written, "outputs")), atEnd, problem);
  checkReferences(expressionsIn(at(written, "environment")), atEnd, problem);
}

function checkNeeds(job: Job, jobs: ReadonlyMap<string, Names>, line: number, problem: Problem): void {
  for (const id of job.needs) {
    if (!jobs.has(id.toLowerCase())) problem(line, `Job '${job.id}' depends on unknown job '${id}'.`);
  }
}

function needsOf(job: Job, jobs: ReadonlyMap<string, Names>): ReadonlyMap<string, Names> {
  return new Map(job.needs.map((id) => [id.toLowerCase(), jobs.get(id.toLowerCase())]));
}

/** Every job that is written, with its outputs; those of a job that could not be read are not known. */
function outputsOfJobs(
  jobs: ReadonlyMap<string, Job>,
  written: Template | undefined,
): ReadonlyMap<string, Names> {
  const outputs = (job: Job): Iterable<string> =>
    job.kind === "call" ? job.workflow.outputs.keys() : outputNames(job);
  return new Map(
    entriesOf(written).map(([id]) => {
      const job = jobs.get(id);
      return [id.toLowerCase(), job && namesOf(outputs(job))];
    }),
  );
}

function outputNames(job: StepsJob): readonly string[] {
  return entriesOf(job.outputs).map(([name]) => name);
}
