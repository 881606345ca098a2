import type { StandInRequest, StandInResponse } from "../server.ts";
import type { Gates } from "./gates.ts";
import type { GithubRun, GithubState, GithubToken } from "./state.ts";

/** What every handler of the API works on. */
export interface GithubContext {
  readonly state: GithubState;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly gates: Gates;
  /** Where the API answers: `http://127.0.0.1:<port>`. */
  readonly url: () => string;
  /** Tells whoever plays a run that somebody asked to cancel it. */
  readonly cancelled: (run: GithubRun) => void;
}

/** A handler of the API: it gets the caller's token beside the request. */
export type ApiHandler = (
  context: GithubContext,
  request: StandInRequest,
  token: GithubToken,
) => StandInResponse | Promise<StandInResponse>;

/** The API's address of the repository. */
export function repositoryUrl({ state, url }: GithubContext): string {
  return `${url()}/repos/${state.owner.login}/${state.repository.name}`;
}

/** The web address of the repository. */
export function webUrl({ state }: GithubContext): string {
  return `https://github.com/${state.owner.login}/${state.repository.name}`;
}

/** A user as GitHub shows one inside of other things; unknown logins are shown as GitHub shows deleted users. */
export function userJson({ state, url }: GithubContext, login: string): Record<string, unknown> {
  const user = [...state.users, state.owner].find((candidate) => candidate.login === login);
  const shown = user ?? { login: "ghost", id: 10137, type: "User" };
  const web = `https://github.com/${encodeURIComponent(shown.login)}`;
  const self = `${url()}/users/${encodeURIComponent(shown.login)}`;
  return {
    ...shown,
    node_id: `U_${shown.id}`,
    avatar_url: `https://avatars.githubusercontent.com/u/${shown.id}?v=4`,
    gravatar_id: "",
    url: self,
    html_url: web,
    followers_url: `${self}/followers`,
    following_url: `${self}/following{/other_user}`,
    gists_url: `${self}/gists{/gist_id}`,
    starred_url: `${self}/starred{/owner}{/repo}`,
    subscriptions_url: `${self}/subscriptions`,
    organizations_url: `${self}/orgs`,
    repos_url: `${self}/repos`,
    events_url: `${self}/events{/privacy}`,
    received_events_url: `${self}/received_events`,
    site_admin: false,
  };
}

/** Milliseconds as GitHub writes times: to the second. */
export function time(ms: number): string {
  return new Date(ms).toISOString().replace(/\.\d{3}Z$/, "Z");
}

/** The run that a path names. */
export function findRun(context: GithubContext, request: StandInRequest): GithubRun | undefined {
  return context.state.runs.find((run) => String(run.id) === request.params["run"]);
}
