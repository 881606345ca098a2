import { UserError, describe } from "../errors/user-error.ts";

/**
 * GitHub's REST API for the repository of this run. `request` takes a route as GitHub documents it
 * (`GET /repos/{owner}/{repo}/environments/{environment_name}`); `{owner}` and `{repo}` are filled in.
 */
export interface GitHub {
  request(route: string, parameters?: Readonly<Record<string, unknown>>): Promise<GitHubAnswer>;
}

export interface GitHubAnswer {
  readonly status: number;
  readonly data: unknown;
}

/** Where this run is: from the `GITHUB_*` environment, with loopback-safe defaults outside of a run. */
export interface RunContext {
  readonly owner: string;
  readonly repo: string;
  readonly sha: string;
  readonly ref: string;
  readonly runId: string;
  readonly attempt: number;
  readonly actor: string;
  readonly apiUrl: string;
  readonly runUrl: string;
}

export function runContext(env: Readonly<Record<string, string | undefined>>): RunContext {
  const [owner = "", repo = ""] = (env["GITHUB_REPOSITORY"] ?? "").split("/");
  const runId = env["GITHUB_RUN_ID"] ?? "0";
  const server = env["GITHUB_SERVER_URL"] ?? "https://github.com";
  return {
    owner,
    repo,
    runId,
    sha: env["GITHUB_SHA"] ?? "",
    ref: env["GITHUB_REF"] ?? "",
    attempt: Number(env["GITHUB_RUN_ATTEMPT"] ?? "1"),
    actor: env["GITHUB_ACTOR"] ?? "",
    apiUrl: env["GITHUB_API_URL"] ?? "https://api.github.com",
    runUrl: `${server}/${owner}/${repo}/actions/runs/${runId}`,
  };
}

/** GitHub through its own client, loaded only where a token was given. */
export async function connectGitHub(token: string, context: RunContext): Promise<GitHub> {
  const { getOctokit } = await import("@actions/github");
  const octokit = getOctokit(token, { baseUrl: context.apiUrl });
  const { owner, repo } = context;
  return {
    request: async (route, parameters = {}) => {
      try {
        const { status, data } = await octokit.request(route, { owner, repo, ...parameters });
        return { status, data: data as unknown };
      } catch (error) {
        throw refusal(route, error);
      }
    },
  };
}

/** True for «GitHub does not know this», which is an answer for some callers. */
export function isNotFound(error: unknown): boolean {
  return error instanceof UserError && error.code === "PR303";
}

function refusal(route: string, error: unknown): UserError {
  const status = (error as { status?: number }).status ?? 0;
  const said = `GitHub ${route} answered ${status || "nothing"}: ${describe(error)}.`;
  const options = { cause: error };
  if (status === 404)
    return new UserError("PR303", said, "Check the repository's settings and the names used.", options);
  if (status === 401)
    return new UserError("PR302", said, "Pass a token that GitHub accepts as `github-token`.", options);
  if (status === 403) {
    return new UserError(
      "PR302",
      said,
      "Give the job `deployments: write` and `actions: read` permissions.",
      options,
    );
  }
  if (status >= 500 || status === 0) {
    return new UserError("PR305", said, "See githubstatus.com, then run the job again.", options);
  }
  return new UserError("PR304", said, "Read GitHub's reason above.", options);
}
