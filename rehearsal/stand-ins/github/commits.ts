import { compareCommits, resolveRef } from "./commit-graph.ts";
import { repositoryUrl, time, userJson, webUrl, type ApiHandler, type GithubContext } from "./context.ts";
import { githubError, notFound } from "./errors.ts";

/** GET …/commits/{ref} */
export const getCommit: ApiHandler = (context, { params }) => {
  const ref = params["ref"] ?? "";
  const sha = resolveRef(context.state, ref);
  if (sha === undefined) return githubError(422, `No commit found for SHA: ${ref}`);
  return { status: 200, json: commitJson(context, sha) };
};

/** GET …/compare/{base}...{head}: ahead, behind, identical or diverged; 404 when one is unknown. */
export const compare: ApiHandler = (context, { params, query }) => {
  const [baseRef = "", headRef = ""] = (params["basehead"] ?? "").split("...");
  const base = resolveRef(context.state, baseRef);
  const head = resolveRef(context.state, headRef);
  if (base === undefined || head === undefined) return notFound();
  const { ahead, behind, mergeBase } = compareCommits(context.state, base, head);
  if (mergeBase === undefined)
    return githubError(404, `No common ancestor between ${baseRef} and ${headRef}.`);
  const url = `${repositoryUrl(context)}/compare/${baseRef}...${headRef}`;
  return {
    status: 200,
    json: {
      url,
      html_url: `${webUrl(context)}/compare/${baseRef}...${headRef}`,
      permalink_url: `${webUrl(context)}/compare/${base}...${head}`,
      diff_url: `${webUrl(context)}/compare/${baseRef}...${headRef}.diff`,
      patch_url: `${webUrl(context)}/compare/${baseRef}...${headRef}.patch`,
      base_commit: commitJson(context, base),
      merge_base_commit: commitJson(context, mergeBase),
      status: standing(ahead.length, behind.length),
      ahead_by: ahead.length,
      behind_by: behind.length,
      total_commits: ahead.length,
      commits: ahead.slice(...commitsPage(query)).map((sha) => commitJson(context, sha)),
      files: [],
    },
  };
};

/** Up to 250 commits, unless the request pages through them. */
function commitsPage(query: URLSearchParams): [from: number, to: number] {
  if (!query.has("page") && !query.has("per_page")) return [0, 250];
  const size = Math.min(Number(query.get("per_page") ?? 30), 100);
  const from = (Number(query.get("page") ?? 1) - 1) * size;
  return [from, from + size];
}

function standing(ahead: number, behind: number): "identical" | "ahead" | "behind" | "diverged" {
  if (ahead > 0 && behind > 0) return "diverged";
  if (ahead > 0) return "ahead";
  return behind > 0 ? "behind" : "identical";
}

/** A commit as GitHub shows it. */
export function commitJson(context: GithubContext, sha: string): Record<string, unknown> {
  const commit = context.state.commits[sha];
  const by = { name: commit?.author, email: `${commit?.author}@example.com`, date: time(commit?.date ?? 0) };
  const url = `${repositoryUrl(context)}/commits/${sha}`;
  const tree = { sha, url: `${repositoryUrl(context)}/git/trees/${sha}` };
  return {
    sha,
    node_id: `C_${sha}`,
    url,
    html_url: `${webUrl(context)}/commit/${sha}`,
    comments_url: `${url}/comments`,
    commit: { message: commit?.message, author: by, committer: by, tree, comment_count: 0, url },
    author: userJson(context, commit?.author ?? ""),
    committer: userJson(context, commit?.author ?? ""),
    parents: (commit?.parents ?? []).map((parent) => ({
      sha: parent,
      url: `${repositoryUrl(context)}/commits/${parent}`,
    })),
  };
}
