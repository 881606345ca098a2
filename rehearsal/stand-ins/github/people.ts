import { userJson, type ApiHandler, type GithubContext } from "./context.ts";
import { notFound } from "./errors.ts";

const same = (left: string | undefined, right: string): boolean =>
  left?.toLowerCase() === right.toLowerCase();

/** When people, teams and their organization came to GitHub. */
const joined = "2020-01-01T00:00:00Z";

/** GET /users/{login} */
export const getUser: ApiHandler = (context, { params }) => {
  const { users, owner } = context.state;
  const user = [...users, owner].find(({ login }) => same(params["login"], login));
  if (!user) return notFound();
  const nothing = { bio: null, blog: null, company: null, email: null, hireable: null, location: null };
  const counts = { followers: 0, following: 0, public_gists: 0, public_repos: 0 };
  const times = { created_at: joined, updated_at: joined };
  const own = { name: null, user_view_type: "public", ...nothing, ...counts, ...times };
  return { status: 200, json: { ...userJson(context, user.login), ...own } };
};

/** GET /orgs/{org}/teams/{slug} */
export const getTeam: ApiHandler = (context, { params }) => {
  const { state, url } = context;
  const team = same(params["org"], state.owner.login)
    ? state.teams.find(({ slug }) => same(params["team"], slug))
    : undefined;
  if (!team) return notFound();
  const { id, slug, members } = team;
  const self = `${url()}/organizations/${state.owner.id}/team/${id}`;
  return {
    status: 200,
    json: {
      id,
      node_id: `T_${id}`,
      slug,
      name: slug,
      description: null,
      url: self,
      html_url: `https://github.com/orgs/${state.owner.login}/teams/${slug}`,
      members_url: `${self}/members{/member}`,
      repositories_url: `${self}/repos`,
      permission: "pull",
      type: "organization",
      members_count: members.length,
      repos_count: 1,
      created_at: joined,
      updated_at: joined,
      organization: organizationJson(context),
    },
  };
};

function organizationJson(context: GithubContext): Record<string, unknown> {
  const { login } = context.state.owner;
  const self = `${context.url()}/orgs/${login}`;
  const { id, node_id, avatar_url, html_url } = userJson(context, login);
  return {
    login,
    id,
    node_id,
    avatar_url,
    html_url,
    url: self,
    description: null,
    repos_url: `${self}/repos`,
    events_url: `${self}/events`,
    hooks_url: `${self}/hooks`,
    issues_url: `${self}/issues`,
    members_url: `${self}/members{/member}`,
    public_members_url: `${self}/public_members{/member}`,
    has_organization_projects: false,
    has_repository_projects: false,
    public_repos: 0,
    public_gists: 0,
    followers: 0,
    following: 0,
    type: "Organization",
    created_at: joined,
    updated_at: joined,
    archived_at: null,
  };
}
