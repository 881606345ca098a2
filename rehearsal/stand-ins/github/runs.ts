import { jsonBody, text } from "./body.ts";
import { findRun, time, userJson, type ApiHandler, type GithubContext } from "./context.ts";
import { deploymentJson } from "./deployments.ts";
import { mayReview } from "./environment.ts";
import { environmentStub, reviewersJson } from "./environments.ts";
import { githubError, notFound } from "./errors.ts";
import { paged } from "./page.ts";
import { artifactJson, jobJson, runJson } from "./run-json.ts";
import { jobsOf } from "./run-ledger.ts";
import type { GithubEnvironment, GithubRun, GithubToken } from "./state.ts";

/** GET …/actions/runs/{id} */
export const getRun: ApiHandler = (context, request) => {
  const run = findRun(context, request);
  return run ? { status: 200, json: runJson(context, run) } : notFound();
};

/** GET …/actions/runs, newest first; by `head_sha`. */
export const listRuns: ApiHandler = (context, request) => {
  const wanted = request.query.get("head_sha");
  const runs = context.state.runs.filter(({ sha }) => wanted === null || sha === wanted).toReversed();
  return paged(request, context.url(), runs, (page, total_count) => ({
    total_count,
    workflow_runs: page.map((run) => runJson(context, run)),
  }));
};

/** GET …/actions/runs/{id}/jobs: of the latest attempt, unless `filter=all`. */
export const listJobs: ApiHandler = (context, request) => {
  const run = findRun(context, request);
  if (!run) return notFound();
  const jobs = request.query.get("filter") === "all" ? run.jobs : jobsOf(run);
  return paged(request, context.url(), jobs, (page, total_count) => ({
    total_count,
    jobs: page.map((job) => jobJson(context, run, job)),
  }));
};

/** GET …/actions/runs/{id}/approvals: who decided what, with which words. */
export const listApprovals: ApiHandler = (context, request) => {
  const run = findRun(context, request);
  if (!run) return notFound();
  const approvals = run.approvals.map(({ state, comment, login, environments }) => ({
    state,
    comment,
    user: userJson(context, login),
    environments: context.state.environments
      .filter(({ name }) => environments.includes(name))
      .map((environment) => ({
        ...environmentStub(context, environment),
        created_at: time(environment.createdAt),
        updated_at: time(environment.updatedAt),
      })),
  }));
  return { status: 200, json: approvals };
};

/** GET …/actions/runs/{id}/pending_deployments: one entry an environment. */
export const listPending: ApiHandler = (context, request, token) => {
  const run = findRun(context, request);
  if (!run) return notFound();
  const pending = waitingEnvironments(context, run).map(({ environment, since }) => ({
    environment: environmentStub(context, environment),
    wait_timer: environment.waitTimer,
    wait_timer_started_at: environment.waitTimer > 0 ? new Date(since).toISOString() : null,
    current_user_can_approve: mayDecide(context, run, environment, token),
    reviewers: reviewersJson(context, environment),
  }));
  return { status: 200, json: pending };
};

/** POST …/actions/runs/{id}/pending_deployments: a reviewer's own token decides; a GITHUB_TOKEN cannot. */
export const reviewPending: ApiHandler = (context, request, token) => {
  const run = findRun(context, request);
  if (!run) return notFound();
  if (token.kind === "app") return githubError(403, "Resource not accessible by integration");
  const body = jsonBody(request) ?? {};
  const state = body["state"];
  const comment = text(body["comment"]);
  const ids: unknown = body["environment_ids"];
  if (!Array.isArray(ids)) return githubError(422, 'Invalid request.\n\n"environment_ids" wasn\'t supplied.');
  if (state !== "approved" && state !== "rejected")
    return githubError(422, 'Invalid request.\n\n"state" wasn\'t supplied.');
  if (comment === undefined) return githubError(422, 'Invalid request.\n\n"comment" wasn\'t supplied.');
  const environments = waitingEnvironments(context, run)
    .map(({ environment }) => environment)
    .filter(({ id }) => ids.includes(id));
  if (environments.length < ids.length || ids.length === 0) {
    return githubError(422, "There are no pending deployment requests for the given environments.");
  }
  if (!environments.every((environment) => mayDecide(context, run, environment, token))) {
    return githubError(422, "You are not a required reviewer of one of these environments.");
  }
  const waits = context.gates.decide(run, environments, { state, login: token.login, comment });
  const deployments = waits.map(({ deployment }) =>
    context.state.deployments.find(({ id }) => id === deployment),
  );
  return {
    status: 200,
    json: deployments.flatMap((deployment) => (deployment ? [deploymentJson(context, deployment)] : [])),
  };
};

/** POST …/actions/runs/{id}/cancel and …/force-cancel: 202; 409 once the run is completed. */
export const cancelRun: ApiHandler = (context, request) => {
  const run = findRun(context, request);
  if (!run) return notFound();
  if (run.status === "completed") {
    return githubError(409, "Cannot cancel a workflow run that is completed.");
  }
  run.cancelRequested = true;
  context.gates.end(run, "cancelled");
  context.cancelled(run);
  return { status: 202, json: {} };
};

/** GET …/actions/runs/{id}/artifacts */
export const listArtifacts: ApiHandler = (context, request) => {
  const run = findRun(context, request);
  if (!run) return notFound();
  const wanted = request.query.get("name");
  const found = run.artifacts.filter(({ name }) => wanted === null || name === wanted);
  return paged(request, context.url(), found, (page, total_count) => ({
    total_count,
    artifacts: page.map((artifact) => artifactJson(context, run, artifact)),
  }));
};

/** GET …/actions/artifacts/{id}/zip: 302 to where the bytes are, without a token. */
export const artifactZip: ApiHandler = (context, { params }) => {
  const known = context.state.runs.some((run) =>
    run.artifacts.some(({ id }) => String(id) === params["artifact"]),
  );
  if (!known || params["format"] !== "zip") return notFound();
  return { status: 302, headers: { location: `${context.url()}/_storage/${params["artifact"] ?? ""}` } };
};

function waitingEnvironments(
  { state }: GithubContext,
  run: GithubRun,
): { environment: GithubEnvironment; since: number }[] {
  return state.environments.flatMap((environment) => {
    const wait = state.waits.find((one) => one.run === run.id && one.environment === environment.name);
    return wait ? [{ environment, since: wait.since }] : [];
  });
}

function mayDecide(
  { state }: GithubContext,
  run: GithubRun,
  environment: GithubEnvironment,
  token: GithubToken,
): boolean {
  return token.kind === "user" && mayReview(state, run, environment, token.login);
}
