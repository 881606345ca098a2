import type { Permissions, PlayTrigger } from "../player/player.ts";

/** A pull request that starts a run: its number, and the repository that it comes from. */
export interface PullRequestStart {
  readonly number: number;
  readonly from: string;
}

/** How a run is started, and what GitHub gives it therefore. */
export interface Start {
  readonly event: PlayTrigger;
  readonly branch: string;
  readonly ref: string;
  /** Whether it gets the repository's secrets; without them its token only reads. */
  readonly trusted: boolean;
}

const branch = "main";

/** A push to main, a person who gave inputs, or a pull request into main. */
export function howStarted(
  { inputs, pullRequest }: { readonly inputs?: unknown; readonly pullRequest?: PullRequestStart | undefined },
  { commit, repository }: { readonly commit: string; readonly repository: string },
): Start {
  if (pullRequest === undefined) {
    const name = inputs === undefined ? "push" : "workflow_dispatch";
    const event = { name, payload: { after: commit } };
    return { event, branch, ref: `refs/heads/${branch}`, trusted: true };
  }
  const { number, from } = pullRequest;
  const head = { ref: "feature", repo: { full_name: from, fork: from !== repository } };
  const pull_request = { number, head, base: { ref: branch, repo: { full_name: repository } } };
  const payload = { action: "synchronize", number, pull_request, repository: { full_name: repository } };
  const event = { name: "pull_request", payload };
  return { event, branch: "feature", ref: `refs/pull/${number}/merge`, trusted: from === repository };
}

/** The token of a run that is not trusted may read what its job asks for, and write nothing. */
export function permissionsOf({ trusted }: Start, asked: Permissions): Permissions {
  if (trusted) return asked;
  return Object.fromEntries(Object.keys(asked).map((scope) => [scope, "read" as const]));
}
