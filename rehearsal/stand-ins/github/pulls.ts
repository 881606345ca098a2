import { resolveRef } from "./commit-graph.ts";
import { repositoryUrl, time, userJson, webUrl, type ApiHandler, type GithubContext } from "./context.ts";
import { githubError } from "./errors.ts";
import { paged } from "./page.ts";
import { repositoryJson } from "./repository.ts";
import type { GithubPull } from "./state.ts";

/** GET …/commits/{ref}/pulls: those that brought a commit, and those that have it still open. */
export const listPullsOfCommit: ApiHandler = (context, request) => {
  const ref = request.params["ref"] ?? "";
  const sha = resolveRef(context.state, ref);
  if (sha === undefined) return githubError(422, `No commit found for SHA: ${ref}`);
  const pulls = context.state.pulls.filter(
    ({ commits, mergeCommit }) => commits.includes(sha) || mergeCommit === sha,
  );
  return paged(request, context.url(), pulls, (page) => page.map((pull) => pullJson(context, pull)));
};

function pullJson(context: GithubContext, pull: GithubPull): Record<string, unknown> {
  const { number, title, author, mergedAt, mergeCommit, createdAt } = pull;
  const url = `${repositoryUrl(context)}/pulls/${number}`;
  const issue = `${repositoryUrl(context)}/issues/${number}`;
  const web = `${webUrl(context)}/pull/${number}`;
  const ends = endsOf(context, pull);
  const at = time(mergedAt ?? createdAt);
  return {
    id: 5000 + number,
    node_id: `PR_${number}`,
    number,
    state: mergedAt === null ? "open" : "closed",
    locked: false,
    title,
    body: null,
    user: userJson(context, author),
    labels: [],
    milestone: null,
    assignee: null,
    assignees: [],
    requested_reviewers: [],
    requested_teams: [],
    draft: false,
    created_at: time(createdAt),
    updated_at: at,
    closed_at: mergedAt === null ? null : at,
    merged_at: mergedAt === null ? null : at,
    merge_commit_sha: mergeCommit,
    author_association: "MEMBER",
    auto_merge: null,
    ...ends,
    ...links(context, { url, issue, web, head: pull.commits.at(-1) ?? "" }),
  };
}

/** Where it comes from and where it goes to. */
function endsOf(context: GithubContext, { author, branch, commits }: GithubPull): Record<string, unknown> {
  const { owner, repository } = context.state;
  const base = repository.defaultBranch;
  const end = (login: string, ref: string, sha: string): Record<string, unknown> => ({
    label: `${login}:${ref}`,
    ref,
    sha,
    user: userJson(context, login),
    repo: repositoryJson(context),
  });
  return {
    head: end(author, branch, commits.at(-1) ?? ""),
    base: end(owner.login, base, context.state.branches[base] ?? ""),
  };
}

function links(
  context: GithubContext,
  { url, issue, web, head }: Readonly<Record<"url" | "issue" | "web" | "head", string>>,
): Record<string, unknown> {
  const urls = {
    html: web,
    issue,
    comments: `${issue}/comments`,
    commits: `${url}/commits`,
    review_comments: `${url}/comments`,
    review_comment: `${repositoryUrl(context)}/pulls/comments{/number}`,
    statuses: `${repositoryUrl(context)}/statuses/${head}`,
  };
  const named = Object.entries(urls).map(([name, href]) => [`${name}_url`, href] as const);
  const linked = Object.entries({ self: url, ...urls }).map(([name, href]) => [name, { href }] as const);
  return {
    url,
    diff_url: `${web}.diff`,
    patch_url: `${web}.patch`,
    ...Object.fromEntries(named),
    _links: Object.fromEntries(linked),
  };
}
