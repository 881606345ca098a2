import { at, textOf, type Template } from "../expressions/template.ts";
import { readCondition } from "./condition.ts";
import type { Step, Work } from "./model.ts";
import type { Reading } from "./reading.ts";

/** Reads the steps of a job or of a composite action, the actions that they use included. */
export async function readSteps(template: Template | undefined, reading: Reading): Promise<readonly Step[]> {
  if (template?.kind !== "list") return [];
  const steps: Step[] = [];
  for (const [index, item] of template.items.entries()) {
    const step = await readStep(item, index, reading);
    if (step) steps.push(step);
  }
  return steps;
}

async function readStep(item: Template, index: number, reading: Reading): Promise<Step | undefined> {
  for (const key of ["background", "wait", "wait-all", "cancel", "parallel"]) {
    const unplayed = at(item, key);
    if (unplayed) reading.problem(unplayed.line, `The rehearsal does not play "${key}" steps.`);
  }
  const does = await readWork(item, reading);
  if (!does) return undefined;
  const id = textOf(at(item, "id"));
  return {
    id,
    key: id ?? `step ${index + 1}`,
    line: item.line,
    name: at(item, "name"),
    condition: readCondition(at(item, "if"), reading.problem),
    env: at(item, "env"),
    timeoutMinutes: at(item, "timeout-minutes"),
    continueOnError: at(item, "continue-on-error"),
    does,
  };
}

async function readWork(item: Template, reading: Reading): Promise<Work | undefined> {
  const script = at(item, "run");
  if (script) {
    return { kind: "run", script, shell: at(item, "shell"), workingDirectory: at(item, "working-directory") };
  }
  const uses = textOf(at(item, "uses"));
  if (uses === undefined) return undefined;
  return reading.work(uses, at(item, "with"), at(item, "uses")?.line ?? item.line);
}
