import { repositoryUrl, userJson, webUrl, type ApiHandler, type GithubContext } from "./context.ts";

/** GET /repos/{owner}/{repo} */
export const getRepository: ApiHandler = (context) => ({ status: 200, json: repositoryJson(context) });

/** The repository as GitHub shows it, the parts that a rollout reads. */
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
    ...(owner.type === "Organization" ? { organization: userJson(context, owner.login) } : {}),
  };
}
