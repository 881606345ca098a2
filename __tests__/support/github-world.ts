import { systemClock } from "../../kit/ports/clock.ts";
import { type GitHub, type RunContext, connectGitHub, runContext } from "../../kit/ports/github.ts";
import { newGithubState } from "../../rehearsal/stand-ins/github/new-state.ts";
import { type GithubStandIn, startGithub } from "../../rehearsal/stand-ins/github/start.ts";

export const commit = "0123456789abcdef0123456789abcdef01234567";

/** A repository with one run under way, and GitHub's own client on it. */
export interface GithubWorld {
  readonly standIn: GithubStandIn;
  readonly github: GitHub;
  readonly context: RunContext;
  /** The context and client of another run of the same repository. */
  another(
    granted?: Readonly<Record<string, string>>,
  ): Promise<{ readonly github: GitHub; readonly context: RunContext }>;
}

export async function githubWorld(
  permissions: Readonly<Record<string, string>> = { deployments: "write", actions: "read" },
): Promise<GithubWorld> {
  const state = newGithubState({
    now: Date.UTC(2026, 10, 22),
    repository: "acme/prism",
    users: ["ada", "bob"],
    commits: { [commit]: [] },
    branches: { main: commit },
    environments: [{ name: "production-migrate", reviewers: ["ada"] }, { name: "production-deploy-web" }],
  });
  const standIn = await startGithub({ state, clock: systemClock });
  const connect = async (granted = permissions) => {
    const run = standIn.runs.open({
      name: "release",
      path: "release.yml",
      event: "push",
      sha: commit,
      branch: "main",
      actor: "bob",
    });
    const context = runContext({
      GITHUB_REPOSITORY: "acme/prism",
      GITHUB_SHA: commit,
      GITHUB_REF: "refs/heads/main",
      GITHUB_EVENT_NAME: "push",
      GITHUB_RUN_ID: String(run),
      GITHUB_API_URL: standIn.url,
    });
    return { context, github: await connectGitHub(standIn.issueToken(granted), context) };
  };
  return { standIn, ...(await connect()), another: connect };
}
