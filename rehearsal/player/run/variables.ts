import { join } from "node:path";
import { asText, type Value } from "../expressions/data.ts";
import type { Workflow } from "../read/model.ts";
import type { Folders, JobRun } from "./job-run.ts";
import type { World } from "./world.ts";

/** The event that started a run. */
export interface PlayTrigger {
  /** Such as `push` or `workflow_dispatch`. */
  readonly name: string;
  readonly payload: Readonly<Record<string, Value>>;
}

/** The `github` context that all jobs of a run share. */
export function githubContext(
  world: World,
  workflow: Workflow,
  event: PlayTrigger,
): Readonly<Record<string, Value>> {
  const [owner = ""] = world.repository.split("/");
  const branch = world.ref.replace(/^refs\/(heads|tags|pull)\//, "");
  return {
    repository: world.repository,
    repository_owner: owner,
    sha: world.sha,
    ref: world.ref,
    ref_name: branch,
    ref_type: world.ref.startsWith("refs/tags/") ? "tag" : "branch",
    ref_protected: false,
    head_ref: asText(event.payload["head_ref"] ?? ""),
    base_ref: asText(event.payload["base_ref"] ?? ""),
    actor: world.actor,
    triggering_actor: world.triggeringActor ?? world.actor,
    run_id: String(world.runId),
    run_number: String(world.runNumber),
    run_attempt: String(world.runAttempt),
    event_name: event.name,
    event: event.payload,
    workflow: workflow.name,
    workflow_ref: `${world.repository}/${workflow.path}@${world.ref}`,
    workflow_sha: world.sha,
    server_url: world.urls.server,
    api_url: world.urls.api,
    graphql_url: `${world.urls.api}/graphql`,
    retention_days: "90",
    secret_source: "Actions",
  };
}

/** The `runner` context. */
export function runnerContext(folders: Folders): Readonly<Record<string, Value>> {
  return {
    name: "rehearsal",
    os: process.platform === "darwin" ? "macOS" : "Linux",
    arch: process.arch === "arm64" ? "ARM64" : "X64",
    environment: "github-hosted",
    temp: folders.temp,
    tool_cache: join(folders.root, "tools"),
    debug: "",
  };
}

/** What the `job` context says of the file that defines the job: never the caller's. */
export function jobContext(workflow: Workflow): Readonly<Record<string, Value>> {
  const { home, path } = workflow;
  return {
    workflow_repository: home.name,
    workflow_sha: home.sha,
    workflow_ref: `${home.name}/${path}@${home.ref}`,
    workflow_file_path: path,
  };
}

/** The parts of the `github` context that become GITHUB_ variables, as a runner's allow-list has them. */
const exported: readonly string[] = [
  "action",
  "action_path",
  "action_ref",
  "action_repository",
  "actor",
  "api_url",
  "base_ref",
  "event_name",
  "graphql_url",
  "head_ref",
  "ref",
  "ref_name",
  "ref_protected",
  "ref_type",
  "repository",
  "repository_owner",
  "retention_days",
  "run_attempt",
  "run_id",
  "run_number",
  "server_url",
  "sha",
  "triggering_actor",
  "workflow",
  "workflow_ref",
  "workflow_sha",
];

/** What a runner adds to the environment of every step. */
export function runnerVariables(
  run: JobRun,
  github: Readonly<Record<string, Value>>,
): Record<string, string> {
  const { folders } = run;
  const env: Record<string, string> = { CI: "true", GITHUB_ACTIONS: "true" };
  for (const name of exported) {
    const value = github[name];
    if (value !== undefined) env[`GITHUB_${name.toUpperCase()}`] = asText(value);
  }
  const runner = runnerContext(folders);
  for (const name of ["name", "os", "arch", "environment", "temp", "tool_cache"]) {
    env[`RUNNER_${name.toUpperCase()}`] = asText(runner[name] ?? "");
  }
  return {
    ...env,
    GITHUB_JOB: run.ref.id,
    GITHUB_WORKSPACE: folders.workspace,
    GITHUB_EVENT_PATH: join(folders.files, "event.json"),
  };
}
