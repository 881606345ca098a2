import { UserError } from "../../../kit/errors/user-error.ts";
import { type GitHub, type RunContext, isNotFound } from "../../../kit/ports/github.ts";

/** Names of secrets that GitHub holds. A place that the token may not read is undefined. */
export interface Kept {
  readonly environments: ReadonlyMap<string, ReadonlySet<string> | undefined>;
  /** The repository's own, and those that its organisation shares with it. */
  readonly around: ReadonlySet<string> | undefined;
  /** Where a person sees them. */
  readonly look: string;
}

/**
 * What the repository and its environments hold; `unread` where the token may read none of it. An environment that is
 * not there holds nothing.
 */
export async function secretsKept(
  github: GitHub,
  environments: readonly string[],
  { owner, repo, apiUrl }: RunContext,
): Promise<Kept | { readonly unread: string }> {
  const look = `${webOf(apiUrl)}/${owner}/${repo}/settings/environments`;
  const own = await namesAt(github, "GET /repos/{owner}/{repo}/actions/secrets");
  const shared = own && (await namesAt(github, "GET /repos/{owner}/{repo}/actions/organization-secrets"));
  const all = await Promise.all(
    environments.map(async (name) => {
      const route = "GET /repos/{owner}/{repo}/environments/{environment_name}/secrets";
      return [name, await namesAt(github, route, { environment_name: name })] as const;
    }),
  );
  if (own === undefined && all.every(([, names]) => names === undefined)) {
    const secrets = `${webOf(apiUrl)}/${owner}/${repo}/settings/secrets/actions`;
    const rights =
      "a token needs Secrets: read and Environments: read of the repository (a classic one: repo)";
    return {
      unread: `could not be read: ${rights}, and no GITHUB_TOKEN has them; look here: ${look}, ${secrets}`,
    };
  }
  const around = own && new Set([...own, ...(shared ?? [])]);
  return { environments: new Map(all), around, look };
}

const most = 100;

/** Undefined where the token may not read them. */
async function namesAt(
  github: GitHub,
  route: string,
  parameters: Readonly<Record<string, unknown>> = {},
): Promise<ReadonlySet<string> | undefined> {
  const names = new Set<string>();
  try {
    for (let page = 1; ; page += 1) {
      const { data } = await github.request(route, { ...parameters, per_page: most, page });
      const { secrets = [] } = data as { readonly secrets?: readonly { readonly name: string }[] };
      for (const { name } of secrets) names.add(name.toUpperCase());
      if (secrets.length < most) return names;
    }
  } catch (error) {
    if (isNotFound(error)) return names;
    if (error instanceof UserError && error.code === "PR302") return undefined;
    throw error;
  }
}

/** Where people look at what an API tells. */
function webOf(apiUrl: string): string {
  const { origin, host, protocol } = new URL(apiUrl);
  return host.startsWith("api.") ? `${protocol}//${host.slice("api.".length)}` : origin;
}
