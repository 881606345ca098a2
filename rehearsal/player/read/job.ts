import { at, entriesOf, textOf, textsOf, type Template } from "../expressions/template.ts";
import { readCondition } from "./condition.ts";
import type { AnyJob, CallJob, Defaults, EnvironmentReference, Job, StepsJob, Workflow } from "./model.ts";
import { readPermissions } from "./permissions.ts";
import type { Reading } from "./reading.ts";
import { readSteps } from "./steps.ts";

/** Reads the workflow that a job calls; undefined when that is a problem, which it reports. */
export type ReadCalled = (uses: string, line: number) => Promise<Workflow | undefined>;

const notPlayed = ["strategy", "container", "services", "snapshot"];

/** Reads one job, and the workflow or the actions that it uses. */
export async function readJob(
  id: string,
  template: Template,
  reading: Reading,
  readCalled: ReadCalled,
): Promise<Job | undefined> {
  for (const key of notPlayed) {
    const found = at(template, key);
    if (found) reading.problem(found.line, `The rehearsal does not play "${key}".`);
  }
  const shared = {
    id,
    line: template.line,
    name: at(template, "name"),
    needs: textsOf(at(template, "needs")).map(({ text }) => text),
    condition: readCondition(at(template, "if"), reading.problem),
    permissions: readPermissions(at(template, "permissions")),
    concurrency: at(template, "concurrency"),
  };
  const uses = textOf(at(template, "uses"));
  if (uses === undefined) return { ...shared, ...(await stepsOf(template, reading)) };
  const workflow = await readCalled(uses, at(template, "uses")?.line ?? template.line);
  return workflow && { ...shared, ...callOf(uses, template, workflow) };
}

async function stepsOf(template: Template, reading: Reading): Promise<Omit<StepsJob, keyof AnyJob>> {
  return {
    kind: "steps",
    environment: environmentOf(at(template, "environment")),
    env: at(template, "env"),
    outputs: at(template, "outputs"),
    timeoutMinutes: at(template, "timeout-minutes"),
    continueOnError: at(template, "continue-on-error"),
    defaults: defaultsOf(at(template, "defaults")),
    steps: await readSteps(at(template, "steps"), reading),
  };
}

function callOf(uses: string, template: Template, workflow: Workflow): Omit<CallJob, keyof AnyJob> {
  const secrets = at(template, "secrets");
  return {
    kind: "call",
    uses,
    with: at(template, "with"),
    secrets: textOf(secrets) === "inherit" ? "inherit" : secrets?.kind === "map" ? secrets : undefined,
    workflow,
  };
}

/** Reads `defaults.run`. */
export function defaultsOf(template: Template | undefined): Defaults {
  return { shell: at(template, "run", "shell"), workingDirectory: at(template, "run", "working-directory") };
}

function environmentOf(template: Template | undefined): EnvironmentReference | undefined {
  if (template === undefined) return undefined;
  if (template.kind !== "map") return { name: template, url: undefined, deployment: undefined };
  const name = at(template, "name");
  return name && { name, url: at(template, "url"), deployment: at(template, "deployment") };
}

/** Reads the declarations of a mapping into a map, in order. */
export function declared<T>(
  template: Template | undefined,
  read: (entry: Template) => T,
): ReadonlyMap<string, T> {
  return new Map(entriesOf(template).map(([name, entry]) => [name, read(entry)]));
}
