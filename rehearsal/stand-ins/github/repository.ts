import { repositoryUrl, time, userJson, webUrl, type ApiHandler, type GithubContext } from "./context.ts";

/** GET /repos/{owner}/{repo} */
export const getRepository: ApiHandler = (context) => ({
  status: 200,
  json: { ...repositoryJson(context), ...countsOf(context) },
});

/** The repository as GitHub shows it inside of other things. */
export function repositoryJson(context: GithubContext): Record<string, unknown> {
  const { owner, repository } = context.state;
  return {
    id: repository.id,
    node_id: `R_${repository.id}`,
    name: repository.name,
    full_name: `${owner.login}/${repository.name}`,
    private: repository.visibility !== "public",
    visibility: repository.visibility,
    owner: userJson(context, owner.login),
    html_url: webUrl(context),
    url: repositoryUrl(context),
    default_branch: repository.defaultBranch,
    description: null,
    fork: false,
    archived: false,
    disabled: false,
    ...linksOf(repositoryUrl(context)),
    ...(owner.type === "Organization" ? { organization: userJson(context, owner.login) } : {}),
  };
}

/** What is below a repository, as GitHub names it: `<name>_url`. */
const below: Readonly<Record<string, string>> = {
  archive: "{archive_format}{/ref}",
  assignees: "assignees{/user}",
  blobs: "git/blobs{/sha}",
  branches: "branches{/branch}",
  collaborators: "collaborators{/collaborator}",
  comments: "comments{/number}",
  commits: "commits{/sha}",
  compare: "compare/{base}...{head}",
  contents: "contents/{+path}",
  git_commits: "git/commits{/sha}",
  git_refs: "git/refs{/sha}",
  git_tags: "git/tags{/sha}",
  issue_comment: "issues/comments{/number}",
  issue_events: "issues/events{/number}",
  issues: "issues{/number}",
  keys: "keys{/key_id}",
  labels: "labels{/name}",
  milestones: "milestones{/number}",
  notifications: "notifications{?since,all,participating}",
  pulls: "pulls{/number}",
  releases: "releases{/id}",
  statuses: "statuses/{sha}",
  trees: "git/trees{/sha}",
};

const plain = ["contributors", "deployments", "downloads", "events", "forks", "hooks", "languages", "merges"];
const more = ["stargazers", "subscribers", "subscription", "tags", "teams"];

function linksOf(url: string): Record<string, string> {
  const paths = { ...Object.fromEntries([...plain, ...more].map((name) => [name, name])), ...below };
  return Object.fromEntries(Object.entries(paths).map(([name, path]) => [`${name}_url`, `${url}/${path}`]));
}

/** What only the repository itself says of itself; nobody here forks, stars or reports anything. */
function countsOf(context: GithubContext): Record<string, unknown> {
  const { owner, repository, commits } = context.state;
  const path = `github.com/${owner.login}/${repository.name}.git`;
  const dates = Object.values(commits).map(({ date }) => date);
  const flags = { has_issues: true, has_projects: true, has_wiki: true, has_discussions: false };
  const none = ["forks", "open_issues", "watchers"].flatMap((name) => [name, `${name}_count`]);
  return {
    clone_url: `https://${path}`,
    git_url: `git://${path}`,
    ssh_url: `git@${path.replace("/", ":")}`,
    svn_url: webUrl(context),
    mirror_url: null,
    homepage: null,
    language: null,
    license: null,
    ...flags,
    has_pages: false,
    size: 0,
    ...Object.fromEntries(none.map((name) => [name, 0])),
    stargazers_count: 0,
    network_count: 0,
    subscribers_count: 0,
    created_at: time(Math.min(...dates)),
    updated_at: time(Math.max(...dates)),
    pushed_at: time(Math.max(...dates)),
  };
}
