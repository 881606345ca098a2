import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { at, entriesOf, textOf, textsOf, type Template } from "../expressions/template.ts";
import { checkPermissions } from "./check-calls.ts";
import { checkWorkflow } from "./check.ts";
import { declared, defaultsOf, readJob, type ReadCalled } from "./job.ts";
import { loadLibrary } from "./library.ts";
import type { InputDeclaration, Job, Repository, Workflow } from "./model.ts";
import { parseFile } from "./parse.ts";
import { defaultPermissions, readPermissions } from "./permissions.ts";
import { noProblems, WorkflowError } from "./problems.ts";
import type { Loading, Reading, Sources } from "./reading.ts";
import { resolveUses } from "./uses.ts";
import { stepWork } from "./work.ts";

/** A workflow file, as text, and the repository that it belongs to. */
export interface WorkflowFile {
  readonly text: string;
  /** Its path inside the repository; messages name it so. */
  readonly path: string;
  readonly home: Repository;
}

/** Called workflows may call others ten deep; see GitHub's limits. */
const deepest = 10;

/**
 * Reads a workflow with all that it uses, and checks it: GitHub's schema, names in expressions that do not
 * exist, actions that are not there or not pinned, inputs and permissions that do not fit.
 * @throws {WorkflowError} with every problem at once, each with the line in the file as written.
 */
export async function loadWorkflow(file: WorkflowFile, sources: Sources): Promise<Workflow> {
  const loading: Loading = {
    sources,
    library: await loadLibrary(),
    problems: noProblems(),
    caller: file.home.name,
  };
  const workflow = await readWorkflow(file, loading, 1);
  if (workflow) checkPermissions(workflow, defaultPermissions, loading.problems);
  if (loading.problems.found.length > 0 || !workflow) throw new WorkflowError(loading.problems.found);
  return workflow;
}

async function readWorkflow(
  file: WorkflowFile,
  loading: Loading,
  depth: number,
): Promise<Workflow | undefined> {
  const { path, home } = file;
  const root = await parseFile(
    loading.library,
    "workflow",
    { name: path, text: file.text },
    loading.problems,
  );
  if (!root) return undefined;
  const reading: Reading = {
    problem: (line, message) => loading.problems.add(path, line, message),
    work: (uses, inputs, line) => stepWork({ uses, inputs, line }, { file: path, home, depth: 1 }, loading),
  };
  const jobs = new Map<string, Job>();
  for (const [id, template] of entriesOf(at(root, "jobs"))) {
    const job = await readJob(id, template, reading, calledReader(file, loading, depth));
    if (job) jobs.set(id, job);
  }
  const workflow = { path, home, ...headOf(root, path), jobs };
  checkWorkflow(workflow, root, reading.problem, loading.sources);
  return workflow;
}

function headOf(root: Template, path: string): Omit<Workflow, "path" | "home" | "jobs"> {
  const on = at(root, "on");
  return {
    name: textOf(at(root, "name")) ?? path,
    events: on?.kind === "map" ? [...on.entries.keys()] : textsOf(on).map(({ text }) => text),
    callInputs: declared(at(on, "workflow_call", "inputs"), inputOf),
    dispatchInputs: declared(at(on, "workflow_dispatch", "inputs"), inputOf),
    secrets: declared(at(on, "workflow_call", "secrets"), (entry) => ({
      required: isTrue(at(entry, "required")),
    })),
    outputs: new Map(
      entriesOf(at(on, "workflow_call", "outputs")).flatMap(([name, entry]) => {
        const value = at(entry, "value");
        return value ? [[name, value] as const] : [];
      }),
    ),
    env: at(root, "env"),
    permissions: readPermissions(at(root, "permissions")),
    defaults: defaultsOf(at(root, "defaults")),
    concurrency: at(root, "concurrency"),
  };
}

function inputOf(entry: Template): InputDeclaration {
  return {
    type: textOf(at(entry, "type")) ?? "string",
    required: isTrue(at(entry, "required")),
    default: at(entry, "default"),
    options: textsOf(at(entry, "options")).map(({ text }) => text),
  };
}

function isTrue(template: Template | undefined): boolean {
  return template?.kind === "value" && template.value === true;
}

function calledReader({ path, home }: WorkflowFile, loading: Loading, depth: number): ReadCalled {
  return async (uses, line) => {
    const problem = (message: string): undefined => {
      loading.problems.add(path, line, message);
    };
    const target = resolveUses(uses, "job", home, loading.sources);
    if (target.kind === "problem") return problem(target.message);
    if (target.kind !== "repository") return problem(`"${uses}" is not a workflow file.`);
    if (depth >= deepest) return problem(`Workflows call each other more than ${deepest} deep.`);
    const file = join(target.repository.folder, target.path);
    if (!existsSync(file))
      return problem(`"${uses}" does not exist: ${target.repository.name} has no ${target.path}.`);
    const called = { text: readFileSync(file, "utf8"), path: target.path, home: target.repository };
    return readWorkflow(called, loading, depth + 1);
  };
}
