import type { Form } from "./misfit.ts";

const maybe = (form: Form): Form => ({ maybe: form });
const optional = (form: Form): Form => ({ optional: form });
const each = (fields: Readonly<Record<string, Form>>): Form => ({ each: { fields } });
const some = (fields: Readonly<Record<string, Form>>): Form => ({ fields });
const [text, number, flag] = [maybe("text"), maybe("number"), maybe("flag")];

const user = maybe(some({ login: text, type: text }));
const comment = some({ id: "number", body: text, html_url: text, user });
const commit = some({ message: text });
const run = some({ status: text, path: text, referenced_workflows: optional(each({ path: "text" })) });
const names = some({ secrets: optional(each({ name: "text" })) });
const environment = { protection_rules: optional(each({ type: text })) };
const job = {
  name: text,
  run_attempt: number,
  status: text,
  conclusion: text,
  runner_name: text,
  steps: optional({ each: "any" }),
  created_at: text,
  started_at: text,
  completed_at: text,
};

const repo = "/repos/{owner}/{repo}";
const environmentRoute = `${repo}/environments/{environment_name}`;

/**
 * What is read of each answer of GitHub. A route that is not here is looked at by its reader (an environment's rules, which refuse in words of their own); in a list of
 * these nothing is left out that cannot be read: it might be the lease, or the halt.
 */
export const githubForms: ReadonlyMap<string, Form> = new Map<string, Form>([
  [`GET ${repo}`, some({ default_branch: text, visibility: text, private: flag })],
  ["GET /orgs/{org}/teams/{team_slug}", some({ slug: text })],
  ["GET /users/{username}", some({ login: text })],
  [`GET ${repo}/actions/secrets`, names],
  [`GET ${repo}/actions/organization-secrets`, names],
  [`GET ${environmentRoute}/secrets`, names],
  [`GET ${repo}/actions/runs`, some({ workflow_runs: optional({ each: run }) })],
  [`GET ${repo}/actions/runs/{run_id}`, run],
  [
    `GET ${repo}/actions/runs/{run_id}/approvals`,
    each({ state: "text", user, environments: each({ name: "text" }) }),
  ],
  [
    `GET ${repo}/actions/runs/{run_id}/artifacts`,
    some({ artifacts: optional(each({ id: "number", name: "text", expired: flag })) }),
  ],
  [`GET ${repo}/actions/runs/{run_id}/jobs`, some({ jobs: optional(each(job)) })],
  [`GET ${repo}/actions/runs/{run_id}/pending_deployments`, each({ environment: some({ name: text }) })],
  [
    `GET ${repo}/branches/{branch}`,
    some({
      protected: flag,
      protection: maybe(
        some({ required_status_checks: optional(some({ contexts: optional({ each: "text" }) })) }),
      ),
    }),
  ],
  [`GET ${repo}/commits/{commit_sha}/pulls`, each({ number, merged_at: text, merge_commit_sha: text })],
  [
    `GET ${repo}/commits/{ref}/check-runs`,
    some({
      check_runs: optional(each({ name: "text", status: "text", conclusion: text, details_url: text })),
    }),
  ],
  [
    `GET ${repo}/commits/{ref}/status`,
    some({ statuses: optional(each({ context: "text", state: "text" })) }),
  ],
  [
    `GET ${repo}/compare/{basehead}`,
    some({
      status: text,
      total_commits: number,
      base_commit: maybe(some({ commit: maybe(commit) })),
      commits: optional(each({ sha: "text", commit })),
    }),
  ],
  [`GET ${repo}/deployments`, each({ id: "number", created_at: text })],
  [
    `GET ${repo}/deployments/{deployment_id}/statuses`,
    each({ state: "text", description: text, created_at: text }),
  ],
  [`GET ${repo}/environments`, some({ environments: optional(each(environment)) })],
  [
    `GET ${environmentRoute}/deployment-branch-policies`,
    some({ branch_policies: optional(each({ id: number, name: text, type: text })) }),
  ],
  [
    `GET ${environmentRoute}/deployment_protection_rules`,
    some({
      custom_deployment_protection_rules: optional(each({ enabled: flag, app: maybe(some({ slug: text })) })),
    }),
  ],
  [`GET ${repo}/git/trees/{tree_sha}`, some({ tree: optional(each({ path: "text", type: "text" })) })],
  [`GET ${repo}/issues`, each({ id: "number", number: "number", state: "text", body: text })],
  [`GET ${repo}/issues/{issue_number}/comments`, { each: comment }],
  [
    `GET ${repo}/rules/branches/{branch}`,
    each({
      type: "text",
      parameters: maybe(some({ required_status_checks: optional(each({ context: "text" })) })),
    }),
  ],
  [`PATCH ${repo}/issues/comments/{comment_id}`, comment],
  [`POST ${repo}/deployments`, some({ id: "number" })],
  [`POST ${repo}/issues/{issue_number}/comments`, comment],
]);
