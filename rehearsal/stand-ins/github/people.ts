import { userJson, type ApiHandler } from "./context.ts";
import { notFound } from "./errors.ts";

const same = (left: string | undefined, right: string): boolean =>
  left?.toLowerCase() === right.toLowerCase();

/** GET /users/{login} */
export const getUser: ApiHandler = (context, { params }) => {
  const { users, owner } = context.state;
  const user = [...users, owner].find(({ login }) => same(params["login"], login));
  return user ? { status: 200, json: userJson(context, user.login) } : notFound();
};

/** GET /orgs/{org}/teams/{slug} */
export const getTeam: ApiHandler = ({ state, url }, { params }) => {
  const team = same(params["org"], state.owner.login)
    ? state.teams.find(({ slug }) => same(params["team"], slug))
    : undefined;
  if (!team) return notFound();
  const { id, slug, members } = team;
  const at = `${url()}/organizations/${state.owner.id}/team/${id}`;
  const html_url = `https://github.com/orgs/${state.owner.login}/teams/${slug}`;
  return {
    status: 200,
    json: { id, node_id: `T_${id}`, slug, name: slug, url: at, html_url, members_count: members.length },
  };
};
