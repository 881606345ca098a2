import type { Expression, Mapping, Template } from "../expressions/template.ts";

/** A repository at one commit, as files in a folder. */
export interface Repository {
  /** `OWNER/NAME`. */
  readonly name: string;
  /** The ref by which it was asked for, such as `v1` or `refs/heads/main`. */
  readonly ref: string;
  readonly sha: string;
  readonly folder: string;
}

/** Levels of access by scope, such as `{ contents: "read" }`; a scope that is not named has none. */
export type Permissions = Readonly<Record<string, "read" | "write">>;

export interface InputDeclaration {
  readonly type: string;
  readonly required: boolean;
  readonly default: Template | undefined;
  readonly options: readonly string[];
}

export interface Defaults {
  readonly shell: Template | undefined;
  readonly workingDirectory: Template | undefined;
}

/** A workflow with all that it uses: the workflows that it calls and the actions of its steps. */
export interface Workflow {
  /** The path inside its repository, such as `.github/workflows/rollout.yml`. */
  readonly path: string;
  readonly name: string;
  readonly home: Repository;
  /** The names of the events that start it. */
  readonly events: readonly string[];
  readonly callInputs: ReadonlyMap<string, InputDeclaration>;
  readonly dispatchInputs: ReadonlyMap<string, InputDeclaration>;
  readonly secrets: ReadonlyMap<string, { readonly required: boolean }>;
  readonly outputs: ReadonlyMap<string, Template>;
  readonly env: Template | undefined;
  /** Undefined where the file says nothing: the caller's, or the repository's default. */
  readonly permissions: Permissions | undefined;
  readonly defaults: Defaults;
  readonly concurrency: Template | undefined;
  readonly jobs: ReadonlyMap<string, Job>;
}

export type Job = StepsJob | CallJob;

/** What every job has. */
export interface AnyJob {
  readonly id: string;
  readonly line: number;
  readonly name: Template | undefined;
  readonly needs: readonly string[];
  /** Without `${{ }}`; it asks for a status, `success()` where the file did not. */
  readonly condition: Expression;
  readonly permissions: Permissions | undefined;
  readonly concurrency: Template | undefined;
}

/** A job that runs steps on a runner. */
export interface StepsJob extends AnyJob {
  readonly kind: "steps";
  readonly environment: EnvironmentReference | undefined;
  readonly env: Template | undefined;
  readonly outputs: Template | undefined;
  readonly timeoutMinutes: Template | undefined;
  readonly continueOnError: Template | undefined;
  readonly defaults: Defaults;
  readonly steps: readonly Step[];
}

/** A job that calls another workflow. */
export interface CallJob extends AnyJob {
  readonly kind: "call";
  readonly uses: string;
  readonly with: Template | undefined;
  readonly secrets: "inherit" | Mapping | undefined;
  readonly workflow: Workflow;
}

export interface EnvironmentReference {
  readonly name: Template;
  readonly url: Template | undefined;
  readonly deployment: Template | undefined;
}

export interface Step {
  /** The id as written; the `steps` context knows only steps that have one. */
  readonly id: string | undefined;
  /** What messages call it: its id, or its number. */
  readonly key: string;
  readonly line: number;
  readonly name: Template | undefined;
  readonly condition: Expression;
  readonly env: Template | undefined;
  readonly timeoutMinutes: Template | undefined;
  readonly continueOnError: Template | undefined;
  readonly does: Work;
}

/** What a step does. A `path` is an action in the job's own workspace, read when its turn comes. */
export type Work =
  | {
      readonly kind: "run";
      readonly script: Template;
      readonly shell: Template | undefined;
      readonly workingDirectory: Template | undefined;
    }
  | {
      readonly kind: "action";
      readonly uses: string;
      readonly with: Template | undefined;
      readonly action: Action;
    }
  | {
      readonly kind: "builtin";
      readonly uses: string;
      readonly name: string;
      readonly with: Template | undefined;
    }
  | { readonly kind: "path"; readonly uses: string; readonly with: Template | undefined };

/** An action.yml that was read. */
export interface Action {
  readonly name: string;
  readonly folder: string;
  readonly repository: Repository;
  readonly inputs: ReadonlyMap<string, Template | undefined>;
  /** Outputs by name; a composite action says how each is made. */
  readonly outputs: ReadonlyMap<string, Template | undefined>;
  readonly runs: NodeRuns | CompositeRuns;
}

export interface NodeRuns {
  readonly kind: "node";
  /** Absolute paths. */
  readonly main: string;
  readonly post: string | undefined;
  readonly postCondition: string;
}

export interface CompositeRuns {
  readonly kind: "composite";
  readonly steps: readonly Step[];
}
