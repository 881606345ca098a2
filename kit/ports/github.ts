import { UserError, describe } from "../errors/user-error.ts";
import { bounded, downloadMost, usualMost } from "./bounded.ts";
import type { Clock } from "./clock.ts";
import type { Log } from "./log.ts";
import { githubForms } from "./github-forms.ts";
import { limitOf, waitFor } from "./github-limit.ts";
import { lackOf, permissionFix } from "./github-permission.ts";
import { misfit } from "./misfit.ts";
import { type Attempt, retry } from "./retry.ts";
import { endingAfter } from "./ending-after.ts";

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
  /** Who started this attempt: for a re-run another person than `actor`. */
  readonly triggeringActor: string;
  /** Such as `push` or `workflow_dispatch`. */
  readonly event: string;
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
    triggeringActor: env["GITHUB_TRIGGERING_ACTOR"] ?? env["GITHUB_ACTOR"] ?? "",
    event: env["GITHUB_EVENT_NAME"] ?? "",
    apiUrl: env["GITHUB_API_URL"] ?? "https://api.github.com",
    runUrl: `${server}/${owner}/${repo}/actions/runs/${runId}`,
  };
}

/** What waits between attempts, tells of them, and ends them. Without it nothing is asked twice. */
export type GitHubWorld = {
  readonly clock: Clock;
  readonly log: Log;
  readonly signal: AbortSignal;
  /** What all of the work needs that a job grants, such as `deployments: write`: for the message where one is not. */
  readonly needs?: readonly string[] | undefined;
};

const timeout = 30_000;

/**
 * GitHub through its own client, loaded only where a token was given. What gets no answer, or one of a server in
 * trouble, is asked again where that does no harm: GET, and a deployment's status. What a limit refused was not
 * done, so anything is asked once more if that limit ends soon: without a word of when, after the minute that GitHub's
 * documentation asks for.
 */
export async function connectGitHub(
  token: string,
  context: RunContext,
  world?: GitHubWorld,
): Promise<GitHub> {
  const { getOctokit } = await import("@actions/github");
  const octokit = getOctokit(token, { baseUrl: context.apiUrl });
  const { owner, repo } = context;
  const plain = (octokit.request.endpoint.DEFAULTS.request?.fetch ?? fetch) as typeof fetch;
  const ask = async (route: string, parameters: Readonly<Record<string, unknown>>): Promise<GitHubAnswer> => {
    const what = `GitHub ${route.replace("{owner}", owner).replace("{repo}", repo)}`;
    refuseEndless(what, parameters["page"]);
    const signal = endingAfter(timeout, world?.signal);
    const own = boundedFetch(plain, route.includes("/artifacts/{artifact_id}") ? downloadMost : usualMost);
    const request = { signal, fetch: own.fetch };
    try {
      const answer = await octokit.request(route, { owner, repo, ...parameters, request });
      own.refuse();
      refusePage(what, answer, context.apiUrl);
      refuseStrange(what, route, answer, context.apiUrl);
      return { status: answer.status, data: answer.data as unknown };
    } catch (error) {
      world?.signal.throwIfAborted();
      own.refuse();
      throw error instanceof UserError ? error : refusal(route, what, error, context.apiUrl, world?.needs);
    }
  };
  return {
    request: async (route, parameters = {}) => {
      if (!world) return await ask(route, parameters);
      const limits = { what: "GitHub", attempts: 4, firstWait: 500, longestWait: longestLimit };
      return await retry(world, { ...limits, signal: world.signal }, (number) =>
        attempt(ask(route, parameters), isHarmless(route), number, world.clock),
      );
    },
  };
}

/** The client takes a body that breaks off for an empty one: what was too large is remembered, and refused afterwards. */
function boundedFetch(
  plain: typeof fetch,
  most: number,
): { readonly fetch: typeof fetch; readonly refuse: () => void } {
  let refused: UserError | undefined;
  return {
    fetch: async (url, init) => {
      const address = url instanceof Request ? url.url : url;
      const note = (error: UserError): void => void (refused ??= error);
      return bounded(await plain(url, init), most, address, note);
    },
    refuse: () => {
      if (refused !== undefined) throw refused;
    },
  };
}

function isHarmless(route: string): boolean {
  return route.startsWith("GET ") || /^POST .*\/statuses$/.test(route);
}

const longestLimit = 60_000;

async function attempt(
  asked: Promise<GitHubAnswer>,
  harmless: boolean,
  number: number,
  clock: Clock,
): Promise<Attempt<GitHubAnswer>> {
  try {
    return { value: await asked };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    if (harmless && ["PR301", "PR305"].includes(error.code)) return { again: error };
    const wait = error.code === "PR307" ? (waitFor(error.cause, clock.now()) ?? longestLimit) : undefined;
    if (number === 1 && wait !== undefined && wait <= longestLimit) return { again: error, wait };
    throw error;
  }
}

/** Its client takes a page for a text, and gives it on. */
function refusePage(what: string, { status, data }: { status: number; data: unknown }, apiUrl: string): void {
  if (typeof data !== "string" || data.trim() === "") return;
  throw new UserError(
    "PR306",
    `${what} answered ${status} with something that is not JSON: ${data.replace(/\s+/g, " ").slice(0, 300)}`,
    `Something between the runner and ${apiUrl} answers for GitHub (a proxy, a login page).`,
  );
}

/** What is read of an answer must be there as GitHub documents it: half a list of leases is none. */
function refuseStrange(what: string, route: string, { status, data }: GitHubAnswer, apiUrl: string): void {
  const wrong = misfit(data, githubForms.get(route) ?? "any");
  if (wrong === undefined) return;
  throw new UserError(
    "PR306",
    `${what} answered ${status} with something that GitHub does not say: ${wrong}.`,
    `Something between the runner and ${apiUrl} may answer for GitHub (a proxy); run the job again.`,
  );
}

/** 50,000 entries of a list: whoever gives always one more page says nothing by it. */
const mostPages = 500;

function refuseEndless(what: string, page: unknown): void {
  if (typeof page !== "number" || page <= mostPages) return;
  throw new UserError(
    "PR306",
    `${what} has more than ${mostPages} pages.`,
    "Is it GitHub that answers (a proxy, a login page)? Otherwise delete what is not needed any more.",
  );
}

/** True for «GitHub does not know this», which is an answer for some callers. */
export function isNotFound(error: unknown): boolean {
  return error instanceof UserError && error.code === "PR303";
}

function refusal(
  route: string,
  what: string,
  error: unknown,
  apiUrl: string,
  needs: readonly string[] = [],
): UserError {
  const { status = 0, response } = error as { readonly status?: number; readonly response?: unknown };
  const options = { cause: error };
  // The client reports a request that got no answer as one that was answered by 500.
  if (response === undefined) {
    return new UserError(
      "PR301",
      `${what} got no answer: ${describe(error)}`,
      `Check that ${apiUrl} is reachable from this runner, then run the job again.`,
      options,
    );
  }
  const said = `${what} answered ${status}: ${describe(error)}`;
  const limit = limitOf(error);
  if (limit !== undefined) return new UserError("PR307", said, limit, options);
  if (status === 404)
    return new UserError("PR303", said, "Check the repository's settings and the names used.", options);
  if (status === 401)
    return new UserError("PR302", said, "Pass a token that GitHub accepts as `github-token`.", options);
  if (status === 403)
    return new UserError("PR302", `${said}${lackOf(route, needs)}`, permissionFix(route, needs), options);
  if (status >= 500)
    return new UserError("PR305", said, "See githubstatus.com, then run the job again.", options);
  return new UserError("PR304", said, "Read GitHub's reason above.", options);
}
