import { newEnvironment, nextId } from "./environment.ts";
import type { GithubState, GithubToken, GithubUser, Visibility } from "./state.ts";

/** An environment as a rehearsal orders it. */
export interface OrderedEnvironment {
  readonly name: string;
  /** Logins of users. */
  readonly reviewers?: readonly string[];
  /** Minutes. */
  readonly waitTimer?: number;
  readonly preventSelfReview?: boolean;
  /** Whether an admin may let a job through: by default, as on GitHub. */
  readonly adminsBypass?: boolean;
  /** Patterns of the branches that may deploy; without them any may. */
  readonly branches?: readonly string[];
  readonly secrets?: Readonly<Record<string, string>>;
  readonly vars?: Readonly<Record<string, string>>;
}

/** The login that a GITHUB_TOKEN acts under. */
export const ACTIONS_BOT = "github-actions[bot]";

/** What a rehearsal orders of a repository. */
interface Ordered {
  readonly now: number;
  readonly repository: string;
  readonly users: readonly string[];
  readonly visibility?: Visibility;
  readonly plan?: GithubState["plan"];
  readonly tokens?: Readonly<Record<string, GithubToken>>;
  readonly environments?: readonly OrderedEnvironment[];
  readonly commits?: Readonly<Record<string, readonly string[]>>;
  readonly branches?: Readonly<Record<string, string>>;
  /** sha → path → text. */
  readonly files?: GithubState["files"];
}

/**
 * A fresh repository. `repository` is `OWNER/NAME`; `commits` are sha → parents, oldest first; `now` in ms.
 * @throws {Error} when a reviewer is none of the users.
 */
export function newGithubState(options: Ordered): GithubState {
  const [owner = "", name = ""] = options.repository.split("/");
  const users = options.users.map((login, index): GithubUser => ({ login, id: 1001 + index, type: "User" }));
  const state: GithubState = {
    owner: { login: owner, id: 1000, type: "Organization" },
    plan: options.plan ?? "enterprise",
    repository: { id: 2000, name, visibility: options.visibility ?? "private", defaultBranch: "main" },
    users: [...users, { login: ACTIONS_BOT, id: 41898282, type: "Bot" }],
    teams: [],
    tokens: { ...options.tokens },
    ...nothingYet(),
    commits: commitsOf(options, users[0]?.login ?? owner),
    branches: { ...options.branches },
    protectedBranches: [],
    files: structuredClone(options.files ?? {}),
  };
  for (const ordered of options.environments ?? []) order(state, ordered, options.now);
  return state;
}

function commitsOf(
  { commits = {}, now: date }: Pick<Ordered, "commits" | "now">,
  author: string,
): GithubState["commits"] {
  const all = Object.entries(commits).map(([sha, parents]) => {
    const commit = { parents, message: `commit ${sha}`, author, date };
    return [sha, commit] as const;
  });
  return Object.fromEntries(all);
}

function nothingYet() {
  return {
    environments: [],
    runs: [],
    waits: [],
    deployments: [],
    comments: [],
    pulls: [],
    issues: [],
    dispatches: [],
    statuses: {},
    checks: {},
    rules: {},
    protections: {},
    // A rehearsal does an hour's work in seconds: the limit a minute would measure the machine, so it is off.
    limits: { core: 1000, content: null },
    faults: [],
    sequence: 3_000_000_000,
  };
}

function order(state: GithubState, ordered: OrderedEnvironment, now: number): void {
  const environment = newEnvironment(state, ordered.name, now);
  environment.waitTimer = ordered.waitTimer ?? 0;
  environment.preventSelfReview = ordered.preventSelfReview ?? false;
  environment.reviewers = (ordered.reviewers ?? []).map((login) => {
    const user = state.users.find((candidate) => candidate.login === login);
    if (!user) throw new Error(`${login} is no user of this GitHub state`);
    return { type: "User", id: user.id };
  });
  environment.adminsBypass = ordered.adminsBypass ?? true;
  if (ordered.branches) {
    environment.branchPolicy = { protected_branches: false, custom_branch_policies: true };
    for (const branch of ordered.branches)
      environment.branchPolicies.push({ id: nextId(state), name: branch, type: "branch" });
  }
  Object.assign(environment.secrets, ordered.secrets);
  Object.assign(environment.vars, ordered.vars);
}
