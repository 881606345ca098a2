import type { GithubEnvironment, GithubRun, GithubState } from "./state.ts";

/** The next id; above 2^31, as on GitHub. */
export function nextId(state: GithubState): number {
  state.sequence += 1;
  return state.sequence;
}

/** Environment names are the same in any case. */
export function findEnvironment(state: GithubState, name: string): GithubEnvironment | undefined {
  const wanted = name.toLowerCase();
  return state.environments.find((environment) => environment.name.toLowerCase() === wanted);
}

/** Adds an environment without any protection: what GitHub does, silently, when a job or deployment names a new one. */
export function newEnvironment(state: GithubState, name: string, now: number): GithubEnvironment {
  const environment: GithubEnvironment = {
    id: nextId(state),
    name,
    createdAt: now,
    updatedAt: now,
    waitTimer: 0,
    preventSelfReview: false,
    reviewers: [],
    adminsBypass: true,
    branchPolicy: null,
    branchPolicies: [],
    apps: [],
    secrets: {},
    vars: {},
  };
  state.environments.push(environment);
  return environment;
}

/** Whether the plan lets reviewers and wait timers pause a job; where not, GitHub ignores such rules. */
export function rulesHold(state: GithubState): boolean {
  return state.repository.visibility === "public" || state.plan === "enterprise";
}

// Itself or through a team.
function isReviewer(state: GithubState, environment: GithubEnvironment, login: string): boolean {
  const id = state.users.find((user) => user.login === login)?.id;
  const teams = state.teams.filter((team) => team.members.includes(login)).map((team) => team.id);
  return environment.reviewers.some((reviewer) =>
    reviewer.type === "User" ? reviewer.id === id : teams.includes(reviewer.id),
  );
}

/** Whether a login may decide for a run at an environment: a reviewer, and with `preventSelfReview` not who started it. */
export function mayReview(
  state: GithubState,
  run: GithubRun,
  environment: GithubEnvironment,
  login: string,
): boolean {
  if (!isReviewer(state, environment, login)) return false;
  return !(environment.preventSelfReview && run.actor === login);
}

/** Whether the environment's branch policy lets a branch deploy. */
export function branchMayDeploy(
  environment: GithubEnvironment,
  branch: string,
  isProtected: boolean,
): boolean {
  if (!environment.branchPolicy) return true;
  if (environment.branchPolicy.protected_branches) return isProtected;
  return environment.branchPolicies.some(
    (policy) => policy.type === "branch" && glob(policy.name).test(branch),
  );
}

// GitHub matches with fnmatch: `*` stays within one segment.
function glob(pattern: string): RegExp {
  const source = pattern
    .replace(/[.+^${}()|[\]\\]/g, "\\$&")
    .replace(/\*/g, "[^/]*")
    .replace(/\?/g, "[^/]");
  return new RegExp(`^${source}$`);
}
