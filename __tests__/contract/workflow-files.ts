import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { parse } from "yaml";

export const root = resolve(import.meta.dirname, "../..");

/** A step as it is written. */
export interface Step {
  readonly id?: string;
  readonly uses?: string;
  readonly run?: string;
  readonly if?: string;
  readonly "continue-on-error"?: boolean;
  readonly with?: Readonly<Record<string, unknown>>;
}

export interface Job {
  readonly needs?: string | readonly string[];
  readonly if?: string;
  readonly uses?: string;
  readonly with?: Readonly<Record<string, unknown>>;
  readonly secrets?: Readonly<Record<string, string>> | "inherit";
  readonly environment?: string | { readonly name: string; readonly deployment?: boolean };
  readonly permissions?: Readonly<Record<string, string>>;
  readonly outputs?: Readonly<Record<string, string>>;
  readonly "timeout-minutes"?: number;
  readonly steps?: readonly Step[];
}

export interface Called {
  readonly inputs?: Readonly<Record<string, { readonly required?: boolean }>>;
  readonly secrets?: Readonly<Record<string, { readonly required?: boolean }>>;
  readonly outputs?: Readonly<Record<string, { readonly value: string }>>;
}

/** A workflow file: what it says, and its text for what YAML drops. */
export interface WorkflowFile {
  readonly path: string;
  readonly text: string;
  readonly permissions?: unknown;
  readonly jobs: Readonly<Record<string, Job>>;
  readonly call: Called | undefined;
}

/** The workflow that users call. */
const chain = ".github/workflows/rollout.yml";

/** Whether a workflow builds, checks or releases the suite itself; no user runs it. */
export function isHouse(path: string): boolean {
  return path.startsWith(".github/") && path !== chain;
}

/** All workflow files of the repository: its own, and those that users copy. */
export function workflowFiles(): readonly WorkflowFile[] {
  return [".github/workflows", "examples/workflows"].flatMap((folder) =>
    readdirSync(join(root, folder))
      .filter((name) => /\.ya?ml$/.test(name))
      .map((name) => readWorkflow(join(folder, name), readFileSync(join(root, folder, name), "utf8"))),
  );
}

export function readWorkflow(path: string, text: string): WorkflowFile {
  const said = parse(text) as {
    on?: { workflow_call?: Called | null };
    permissions?: unknown;
    jobs: Readonly<Record<string, Job>>;
  };
  const call = said.on?.workflow_call ?? undefined;
  return { path, text, permissions: said.permissions, jobs: said.jobs, call };
}

/** A job with what a message calls it. */
export interface PlacedJob {
  readonly file: WorkflowFile;
  readonly id: string;
  readonly job: Job;
  readonly at: string;
}

/** The chain in one job: `action.yml` at the top, read as a job. */
export function oneJob(): PlacedJob {
  const text = readFileSync(join(root, "action.yml"), "utf8");
  const said = parse(text) as {
    readonly outputs: Readonly<Record<string, { readonly value: string }>>;
    readonly runs: { readonly steps: readonly Step[] };
  };
  const outputs = Object.entries(said.outputs).map(([name, { value }]) => [name, value] as const);
  const job: Job = { steps: said.runs.steps, outputs: Object.fromEntries(outputs) };
  const file = { path: "action.yml", text, jobs: {}, call: undefined };
  return { file, id: "action", job, at: "action.yml" };
}

/** The action of this repository that a step uses: at the same commit, or as a caller names it. */
export function usedAction(uses: string | undefined): Declared | undefined {
  const path = /^(?:\$|prism-rollout\/prism-rollout)(?:\/([^@]+))?(?:@v\d+)?$/.exec(uses ?? "");
  return path ? actionAt(path[1] ?? ".") : undefined;
}

/** All workflows, their jobs and steps, the chain, and the jobs that call it. */
export function allWorkflows() {
  const files = workflowFiles();
  const jobs = files.flatMap((file) =>
    Object.entries(file.jobs).map(([id, job]): PlacedJob => ({ file, id, job, at: `${file.path}: ${id}` })),
  );
  return {
    files,
    jobs,
    steps: jobs.flatMap(({ at, job }) => (job.steps ?? []).map((step) => ({ at, job, step }))),
    rollout: files.find(({ path }) => path === chain),
    callers: jobs.filter(({ job }) => job.uses?.includes(`/${chain}@`)),
  };
}

/** What an action of this repository declares, by the path after `$/`. */
export interface Declared {
  readonly inputs: Readonly<Record<string, { readonly required?: boolean }>>;
  readonly outputs: Readonly<Record<string, unknown>>;
}

/** @returns undefined where there is no such action. */
export function actionAt(path: string): Declared | undefined {
  const file = join(root, path, "action.yml");
  if (!existsSync(file)) return undefined;
  const { inputs, outputs } = parse(readFileSync(file, "utf8")) as Partial<Declared>;
  return { inputs: inputs ?? {}, outputs: outputs ?? {} };
}

/** Every text below a value, with the keys that lead to it. */
export function textsIn(
  value: unknown,
  path = "",
): readonly { readonly at: string; readonly text: string }[] {
  if (typeof value === "string") return [{ at: path, text: value }];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    textsIn(inner, path === "" ? key : `${path}.${key}`),
  );
}

/** The names that follow a prefix in expressions: `secrets.A`, `steps.x.outputs.y`. */
export function namesIn(value: unknown, pattern: RegExp): readonly string[] {
  return [
    ...new Set(
      textsIn(value).flatMap(({ text }) => [...text.matchAll(pattern)].map((found) => found[1] ?? "")),
    ),
  ];
}
