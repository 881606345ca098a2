import type { Handler, Route, StandInRequest, StandInResponse } from "../server.ts";
import {
  createBranchPolicy,
  deleteBranchPolicy,
  listBranchPolicies,
  listProtectionRules,
} from "./branch-policies.ts";
import { branchRules, combinedStatus, getBranch, listCheckRuns } from "./checks.ts";
import { createComment, listComments, updateComment } from "./comments.ts";
import { compare, getCommit } from "./commits.ts";
import type { ApiHandler, GithubContext } from "./context.ts";
import { getBlob, getContent, getTree } from "./contents.ts";
import { createDeployment, deleteDeployment, getDeployment, listDeployments } from "./deployments.ts";
import { deleteEnvironment, getEnvironment, listEnvironments, putEnvironment } from "./environments.ts";
import { dispatchWorkflow, listWorkflowRuns } from "./dispatches.ts";
import { githubError, notFound } from "./errors.ts";
import { createIssue, getIssue, listIssues, updateIssue } from "./issues.ts";
import { getTeam, getUser } from "./people.ts";
import { listPullsOfCommit } from "./pulls.ts";
import type { RateLimit } from "./rate-limit.ts";
import { getRepository } from "./repository.ts";
import {
  artifactZip,
  cancelRun,
  getRun,
  listApprovals,
  listArtifacts,
  listJobs,
  listPending,
  listRuns,
  reviewPending,
} from "./runs.ts";
import { listEnvironmentSecrets, listRepositorySecrets, listSharedSecrets } from "./secrets.ts";
import type { Access, GithubToken } from "./state.ts";
import { createStatus, getStatus, listStatuses } from "./statuses.ts";

/** The permissions that let a token do something: one of them is enough. */
type Need = `${string}:${Access}`;

const TABLE: readonly (readonly [
  method: string,
  pattern: string,
  needs: readonly Need[],
  handler: ApiHandler,
])[] = [
  ["GET", "", ["metadata:read"], getRepository],
  ["GET", "/environments", ["actions:read"], listEnvironments],
  ["GET", "/environments/:environment", ["actions:read"], getEnvironment],
  ["PUT", "/environments/:environment", ["administration:write"], putEnvironment],
  ["DELETE", "/environments/:environment", ["administration:write"], deleteEnvironment],
  ["GET", "/environments/:environment/deployment-branch-policies", ["actions:read"], listBranchPolicies],
  [
    "POST",
    "/environments/:environment/deployment-branch-policies",
    ["administration:write"],
    createBranchPolicy,
  ],
  [
    "DELETE",
    "/environments/:environment/deployment-branch-policies/:policy",
    ["administration:write"],
    deleteBranchPolicy,
  ],
  ["GET", "/environments/:environment/deployment_protection_rules", ["actions:read"], listProtectionRules],
  ["GET", "/environments/:environment/secrets", ["environments:read"], listEnvironmentSecrets],
  ["GET", "/actions/secrets", ["secrets:read"], listRepositorySecrets],
  ["GET", "/actions/organization-secrets", ["secrets:read"], listSharedSecrets],
  ["GET", "/actions/runs", ["actions:read"], listRuns],
  ["GET", "/actions/runs/:run", ["actions:read"], getRun],
  ["GET", "/actions/runs/:run/jobs", ["actions:read"], listJobs],
  ["GET", "/actions/runs/:run/approvals", ["actions:read"], listApprovals],
  ["GET", "/actions/runs/:run/pending_deployments", ["actions:read"], listPending],
  ["POST", "/actions/runs/:run/pending_deployments", ["deployments:write"], reviewPending],
  ["POST", "/actions/runs/:run/cancel", ["actions:write"], cancelRun],
  ["POST", "/actions/runs/:run/force-cancel", ["actions:write"], cancelRun],
  ["GET", "/actions/runs/:run/artifacts", ["actions:read"], listArtifacts],
  ["GET", "/actions/artifacts/:artifact/:format", ["actions:read"], artifactZip],
  ["GET", "/deployments", ["deployments:read"], listDeployments],
  ["POST", "/deployments", ["deployments:write"], createDeployment],
  ["GET", "/deployments/:deployment", ["deployments:read"], getDeployment],
  ["DELETE", "/deployments/:deployment", ["deployments:write"], deleteDeployment],
  ["GET", "/deployments/:deployment/statuses", ["deployments:read"], listStatuses],
  ["POST", "/deployments/:deployment/statuses", ["deployments:write"], createStatus],
  ["GET", "/deployments/:deployment/statuses/:status", ["deployments:read"], getStatus],
  ["GET", "/actions/workflows/:workflow/runs", ["actions:read"], listWorkflowRuns],
  ["POST", "/actions/workflows/:workflow/dispatches", ["actions:write"], dispatchWorkflow],
  ["GET", "/issues", ["issues:read"], listIssues],
  ["POST", "/issues", ["issues:write"], createIssue],
  ["GET", "/issues/:issue", ["issues:read"], getIssue],
  ["PATCH", "/issues/:issue", ["issues:write"], updateIssue],
  ["GET", "/issues/:issue/comments", ["issues:read", "pull-requests:read"], listComments],
  ["POST", "/issues/:issue/comments", ["issues:write", "pull-requests:write"], createComment],
  ["PATCH", "/issues/comments/:comment", ["issues:write", "pull-requests:write"], updateComment],
  ["GET", "/contents/*path", ["contents:read"], getContent],
  ["GET", "/git/trees/:tree", ["contents:read"], getTree],
  ["GET", "/git/blobs/:sha", ["contents:read"], getBlob],
  ["GET", "/commits/:ref", ["contents:read"], getCommit],
  ["GET", "/commits/:ref/pulls", ["pull-requests:read"], listPullsOfCommit],
  ["GET", "/commits/:ref/check-runs", ["checks:read"], listCheckRuns],
  ["GET", "/commits/:ref/status", ["statuses:read"], combinedStatus],
  ["GET", "/rules/branches/:branch", ["metadata:read"], branchRules],
  ["GET", "/branches/:branch", ["contents:read"], getBranch],
  ["GET", "/compare/:basehead", ["contents:read"], compare],
];

/** What belongs to no repository. */
const AROUND: typeof TABLE = [
  ["GET", "/users/:login", ["metadata:read"], getUser],
  ["GET", "/orgs/:org/teams/:team", ["members:read"], getTeam],
];

/** The routing table of the API: token, rate, repository and permission are checked in this order. */
export function routes(context: GithubContext, rate: RateLimit): Route[] {
  const table = (rows: typeof TABLE, prefix: string): Route[] =>
    rows.map(([method, pattern, needs, handler]) => [
      method,
      `${prefix}${pattern}`,
      guarded(context, rate, needs, handler),
    ]);
  return [...table(TABLE, "/repos/:owner/:repo"), ...table(AROUND, "")];
}

/** The permissions of which a call needs one, as a job says them; names in a route may differ. None for no such call. */
export function needsOf(route: string): readonly string[] {
  const named = (text: string): string => text.replace(/[:*]\w+/g, ":");
  const whole = TABLE.map(
    ([method, pattern, needs]) => [`${method} /repos/:owner/:repo${pattern}`, needs] as const,
  );
  const all = [
    ...whole,
    ...AROUND.map(([method, pattern, needs]) => [`${method} ${pattern}`, needs] as const),
  ];
  const found = all.find(([known]) => named(known) === named(route));
  return (found?.[1] ?? []).map((need) => need.replace(":", ": "));
}

/** Wraps a handler in the checks that every request meets. */
function guarded(
  context: GithubContext,
  rate: RateLimit,
  needs: readonly Need[],
  handler: ApiHandler,
): Handler {
  return async (request) => {
    const given = /^(?:Bearer|token) (.+)$/i.exec(request.headers.authorization ?? "")?.[1];
    const token = given === undefined ? undefined : context.state.tokens[given];
    if (given === undefined || !token) return refuseToken(context, given);
    const limited = rate.count(given, request.method);
    const answer =
      limited ?? forbidden(context, request, token, needs) ?? (await handler(context, request, token));
    return { ...answer, headers: { ...answer.headers, ...rate.headers(given) } };
  };
}

function refuseToken({ state }: GithubContext, given: string | undefined): StandInResponse {
  if (given !== undefined) return githubError(401, "Bad credentials");
  // What a stranger may not see does not exist; what he may see, this stand-in shows to tokens only.
  return state.repository.visibility === "public" ? githubError(401, "Requires authentication") : notFound();
}

function forbidden(
  { state }: GithubContext,
  { params }: StandInRequest,
  token: GithubToken,
  needs: readonly Need[],
): StandInResponse | undefined {
  const same = (left: string | undefined, right: string): boolean =>
    left?.toLowerCase() === right.toLowerCase();
  const { owner, repo } = params;
  if (owner !== undefined && !(same(owner, state.owner.login) && same(repo, state.repository.name)))
    return notFound();
  const allowed = needs.some((need) => {
    const [name = "", access] = need.split(":");
    const has = name === "metadata" ? "read" : token.permissions[name];
    return has === "write" || has === access;
  });
  if (allowed) return undefined;
  const who = token.kind === "app" ? "integration" : "personal access token";
  return githubError(403, `Resource not accessible by ${who}`);
}
