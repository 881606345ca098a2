import { resolveRef } from "./commit-graph.ts";
import { commitJson } from "./commits.ts";
import { repositoryUrl, time, webUrl, type ApiHandler, type GithubContext } from "./context.ts";
import { githubError, notFound } from "./errors.ts";
import { paged } from "./page.ts";
import { repositoryJson } from "./repository.ts";
import type { GithubCheck } from "./state.ts";

/** GET …/commits/{ref}/check-runs: of each name in a suite the latest only, as `filter=latest` has it. */
export const listCheckRuns: ApiHandler = (context, request) => {
  const ref = request.params["ref"] ?? "";
  const sha = resolveRef(context.state, ref);
  if (sha === undefined) return githubError(422, `No commit found for SHA: ${ref}`);
  const all = context.state.checks[sha] ?? [];
  const latest = all.filter(
    (check, index) =>
      !all.slice(index + 1).some(({ name, suite }) => name === check.name && suite === check.suite),
  );
  return paged(request, context.url(), latest, (page, total_count) => ({
    total_count,
    check_runs: page.map((check) => checkJson(context, sha, check)),
  }));
};

/** GET …/commits/{ref}/status: what old-style statuses come to together. */
export const combinedStatus: ApiHandler = (context, request) => {
  const ref = request.params["ref"] ?? "";
  const sha = resolveRef(context.state, ref);
  if (sha === undefined) return notFound();
  const statuses = context.state.statuses[sha] ?? [];
  const states = new Set(statuses.map(({ state }) => state));
  const url = `${repositoryUrl(context)}/commits/${sha}`;
  const state = states.has("failure") ? "failure" : states.has("pending") ? "pending" : "success";
  return {
    status: 200,
    json: {
      state: statuses.length === 0 ? "pending" : state,
      sha,
      total_count: statuses.length,
      statuses: statuses.map((status, index) => ({
        id: index + 1,
        node_id: `SC_${index + 1}`,
        url: `${repositoryUrl(context)}/statuses/${sha}`,
        avatar_url: null,
        context: status.context,
        state: status.state,
        description: null,
        target_url: null,
        created_at: time(context.now()),
        updated_at: time(context.now()),
      })),
      repository: repositoryJson(context),
      commit_url: url,
      url: `${url}/status`,
    },
  };
};

/** GET …/rules/branches/{branch}: what rulesets ask of a branch. Anybody who may read may read it. */
export const branchRules: ApiHandler = ({ state }, { params }) => {
  const required = state.rules[params["branch"] ?? ""] ?? [];
  if (required.length === 0) return { status: 200, json: [] };
  return {
    status: 200,
    json: [
      {
        type: "required_status_checks",
        ruleset_source_type: "Repository",
        ruleset_source: `${state.owner.login}/${state.repository.name}`,
        ruleset_id: 1,
        parameters: {
          required_status_checks: required.map((context) => ({ context })),
          strict_required_status_checks_policy: false,
        },
      },
    ],
  };
};

/** GET …/branches/{branch}: with the checks that a protection of the old kind requires. */
export const getBranch: ApiHandler = (context, { params }) => {
  const name = params["branch"] ?? "";
  const sha = context.state.branches[name];
  if (sha === undefined) return githubError(404, "Branch not found");
  const contexts = context.state.protections[name];
  const checks = (contexts ?? []).map((one) => ({ context: one, app_id: null }));
  const isProtected = contexts !== undefined || context.state.protectedBranches.includes(name);
  const level = contexts === undefined ? "off" : "non_admins";
  const url = `${repositoryUrl(context)}/branches/${encodeURIComponent(name)}`;
  return {
    status: 200,
    json: {
      name,
      commit: {
        ...commitJson(context, sha),
        comments_url: `${repositoryUrl(context)}/commits/${sha}/comments`,
      },
      _links: { html: `${webUrl(context)}/tree/${name}`, self: url },
      protected: isProtected,
      protection: {
        enabled: isProtected,
        required_status_checks: { enforcement_level: level, contexts: contexts ?? [], checks },
      },
      protection_url: `${url}/protection`,
    },
  };
};

function checkJson(context: GithubContext, sha: string, check: GithubCheck): Record<string, unknown> {
  const url = `${repositoryUrl(context)}/check-runs/${check.id}`;
  const { run } = check;
  const page =
    run === undefined
      ? `https://ci.example.com/${check.id}`
      : `${webUrl(context)}/actions/runs/${run}/job/${check.id}`;
  return {
    id: check.id,
    node_id: `CR_${check.id}`,
    head_sha: sha,
    external_id: "",
    url,
    html_url: page,
    details_url: page,
    name: check.name,
    status: check.status,
    conclusion: check.conclusion,
    started_at: time(check.startedAt),
    completed_at: check.status === "completed" ? time(check.startedAt) : null,
    output: {
      title: null,
      summary: null,
      text: null,
      annotations_count: 0,
      annotations_url: `${url}/annotations`,
    },
    check_suite: { id: check.suite },
    app: null,
    pull_requests: [],
  };
}
