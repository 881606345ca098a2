import { repositoryUrl, time, userJson, webUrl, type GithubContext } from "./context.ts";
import { repositoryJson } from "./repository.ts";
import { jobsOf } from "./run-ledger.ts";
import type { GithubArtifact, GithubJob, GithubRun } from "./state.ts";

function linksOf(context: GithubContext, run: GithubRun, url: string): Record<string, unknown> {
  return {
    workflow_url: `${repositoryUrl(context)}/actions/workflows/1`,
    check_suite_url: `${repositoryUrl(context)}/check-suites/${run.id}`,
    jobs_url: `${url}/jobs`,
    logs_url: `${url}/logs`,
    artifacts_url: `${url}/artifacts`,
    cancel_url: `${url}/cancel`,
    rerun_url: `${url}/rerun`,
    previous_attempt_url: run.attempt > 1 ? `${url}/attempts/${run.attempt - 1}` : null,
  };
}

/** A run as GitHub shows it. It is `waiting` while jobs wait at an environment and none works. */
export function runJson(context: GithubContext, run: GithubRun): Record<string, unknown> {
  const url = `${repositoryUrl(context)}/actions/runs/${run.id}`;
  const waits = context.state.waits.some((wait) => wait.run === run.id);
  const works = jobsOf(run).some((job) => job.status === "in_progress");
  const repository = repositoryJson(context);
  return {
    id: run.id,
    name: run.name,
    node_id: `WFR_${run.id}`,
    head_branch: run.branch,
    head_sha: run.sha,
    path: run.path,
    display_title: run.name,
    run_number: run.number,
    run_attempt: run.attempt,
    event: run.event,
    status: run.status === "in_progress" && waits && !works ? "waiting" : run.status,
    conclusion: run.conclusion,
    workflow_id: 1,
    check_suite_id: run.id,
    url,
    html_url: `${webUrl(context)}/actions/runs/${run.id}`,
    pull_requests: [],
    created_at: time(run.createdAt),
    updated_at: time(run.updatedAt),
    run_started_at: time(run.startedAt),
    actor: userJson(context, run.actor),
    triggering_actor: userJson(context, run.triggeringActor),
    ...linksOf(context, run, url),
    head_commit: headCommit(context, run),
    referenced_workflows: (run.calls ?? []).map((path) => ({ path, sha: run.sha })),
    repository,
    head_repository: repository,
  };
}

function headCommit({ state }: GithubContext, { sha }: GithubRun): Record<string, unknown> {
  const commit = state.commits[sha];
  const by = { name: commit?.author ?? "", email: `${commit?.author}@example.com` };
  const timestamp = time(commit?.date ?? 0);
  return { id: sha, tree_id: sha, message: commit?.message ?? "", timestamp, author: by, committer: by };
}

/** A job of a run as GitHub shows it. */
export function jobJson(context: GithubContext, run: GithubRun, job: GithubJob): Record<string, unknown> {
  return {
    id: job.id,
    node_id: `CR_${job.id}`,
    run_id: run.id,
    run_attempt: job.attempt,
    run_url: `${repositoryUrl(context)}/actions/runs/${run.id}`,
    head_sha: run.sha,
    head_branch: run.branch,
    url: `${repositoryUrl(context)}/actions/jobs/${job.id}`,
    html_url: `${webUrl(context)}/actions/runs/${run.id}/job/${job.id}`,
    name: job.name,
    workflow_name: run.name,
    status: job.status,
    conclusion: job.conclusion,
    created_at: time(run.startedAt),
    started_at: time(job.startedAt ?? run.startedAt),
    completed_at: job.completedAt === null ? null : time(job.completedAt),
    steps: job.steps.map(({ name, conclusion }, index) => ({
      number: index + 1,
      name,
      status: "completed",
      conclusion,
    })),
    labels: ["ubuntu-latest"],
    runner_id: job.startedAt === null ? null : 1,
    runner_name: job.startedAt === null ? null : "GitHub Actions 1",
    runner_group_id: job.startedAt === null ? null : 0,
    runner_group_name: job.startedAt === null ? null : "GitHub Actions",
    check_run_url: `${repositoryUrl(context)}/check-runs/${job.id}`,
  };
}

/** An artifact of a run as GitHub shows it. */
export function artifactJson(
  context: GithubContext,
  run: GithubRun,
  artifact: GithubArtifact,
): Record<string, unknown> {
  const url = `${repositoryUrl(context)}/actions/artifacts/${artifact.id}`;
  const created = time(artifact.createdAt);
  return {
    id: artifact.id,
    node_id: `A_${artifact.id}`,
    name: artifact.name,
    size_in_bytes: Buffer.byteLength(artifact.zip, "base64"),
    url,
    archive_download_url: `${url}/zip`,
    expired: false,
    created_at: created,
    updated_at: created,
    expires_at: time(artifact.createdAt + 90 * 86_400_000),
    workflow_run: {
      id: run.id,
      repository_id: context.state.repository.id,
      head_repository_id: context.state.repository.id,
      head_branch: run.branch,
      head_sha: run.sha,
    },
  };
}
