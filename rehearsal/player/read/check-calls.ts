import { at, entriesOf, textOf, type Template } from "../expressions/template.ts";
import type { CallJob, Permissions, Workflow } from "./model.ts";
import { beyond } from "./permissions.ts";
import type { Problems } from "./problems.ts";
import type { Reading } from "./reading.ts";

/** Checks that a call gives the called workflow what it declares, and nothing else. */
export function checkCall(job: CallJob, problem: Reading["problem"]): void {
  const { callInputs, secrets, events } = job.workflow;
  if (!events.includes("workflow_call"))
    problem(job.line, `"${job.uses}" cannot be called: it has no workflow_call.`);
  checkNames("input", entriesOf(job.with), [...callInputs.keys()], job, problem);
  for (const [name, { required, default: otherwise }] of callInputs) {
    if (!required || otherwise !== undefined || at(job.with, name)) continue;
    problem(job.line, `"${job.uses}" requires the input "${name}".`);
  }
  if (job.secrets === "inherit") return;
  checkNames("secret", entriesOf(job.secrets), [...secrets.keys()], job, problem);
  for (const [name, { required }] of secrets) {
    if (required && !at(job.secrets, name)) problem(job.line, `"${job.uses}" requires the secret "${name}".`);
  }
}

/** A queue and the cancelling of what runs exclude each other. */
export function checkConcurrency(template: Template | undefined, problem: Reading["problem"]): void {
  const cancels = textOf(at(template, "cancel-in-progress")) === "true";
  if (!cancels || textOf(at(template, "queue")) !== "max") return;
  problem(template?.line ?? 1, `"queue: max" and "cancel-in-progress: true" cannot be combined.`);
}

/** Reports jobs of called workflows that ask for more than the call grants: GitHub refuses the whole run. */
export function checkPermissions(workflow: Workflow, granted: Permissions, problems: Problems): void {
  for (const job of workflow.jobs.values()) {
    if (job.kind !== "call") continue;
    const grant = job.permissions ?? workflow.permissions ?? granted;
    for (const inner of job.workflow.jobs.values()) {
      const more = beyond(inner.permissions ?? job.workflow.permissions ?? grant, grant);
      if (more.length === 0) continue;
      const message = `The job "${inner.id}" of "${job.uses}" asks for ${more.join(", ")}: grant it here, in "permissions".`;
      problems.add(workflow.path, job.line, message);
    }
    checkPermissions(job.workflow, grant, problems);
  }
}

function checkNames(
  what: string,
  given: readonly (readonly [string, Template])[],
  known: readonly string[],
  job: CallJob,
  problem: Reading["problem"],
): void {
  const names = known.map((name) => name.toLowerCase());
  for (const [name, value] of given) {
    if (names.includes(name.toLowerCase())) continue;
    problem(value.line, `"${job.uses}" has no ${what} "${name}"; it has ${known.join(", ") || "none"}.`);
  }
}
