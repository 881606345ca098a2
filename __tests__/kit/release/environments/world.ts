import { expect } from "@jest/globals";
import { systemClock } from "../../../../kit/ports/clock.ts";
import { type GitHub, connectGitHub, runContext } from "../../../../kit/ports/github.ts";
import { type AuditRequest } from "../../../../kit/release/environments/audit.ts";
import { environmentNames } from "../../../../kit/release/environments/names.ts";
import { type OrderedEnvironment, newGithubState } from "../../../../rehearsal/stand-ins/github/new-state.ts";
import { heldToDescription } from "../../../rehearsal/stand-ins/github/description/held-to-description.ts";
import { type GithubStandIn, startGithub } from "../../../../rehearsal/stand-ins/github/start.ts";
import type { GithubEnvironment, GithubState } from "../../../../rehearsal/stand-ins/github/state.ts";

export const sha = "a".repeat(40);

const gate = { reviewers: ["ada"], preventSelfReview: true, adminsBypass: false, branches: ["main"] };

/** The environments of a target as they should be: three gates, and what keeps secrets. */
export const sound: readonly OrderedEnvironment[] = [
  { name: "production-migrate", ...gate },
  { name: "production-deploy-functions", ...gate },
  { name: "production-deploy-web", ...gate },
  { name: "production-rollback", branches: ["main"] },
];

export interface EnvironmentsWorld {
  readonly standIn: GithubStandIn;
  readonly github: GitHub;
  /** A client with another token: a person's, or a job's with other permissions. */
  as(permissions: Readonly<Record<string, "read" | "write">>, kind?: "app" | "user"): Promise<GitHub>;
  /** Changes one environment as a person in the settings would. */
  edit(name: string, change: (environment: GithubEnvironment) => void): void;
  close(): Promise<void>;
}

/** A repository with sound environments, people ada, bob and eve, and the team acme/release. */
export async function environmentsWorld(
  options: Partial<Parameters<typeof newGithubState>[0]> = {},
): Promise<EnvironmentsWorld> {
  const state: GithubState = newGithubState({
    now: Date.UTC(2026, 10, 22),
    repository: "acme/app",
    users: ["ada", "bob", "eve"],
    commits: { [sha]: [] },
    branches: { main: sha },
    environments: sound,
    ...options,
  });
  state.teams.push({ id: 77, slug: "release", members: ["ada", "eve"] });
  const { tell, problems } = heldToDescription();
  const standIn = await startGithub({ state, clock: systemClock, onExchange: tell });
  const context = runContext({ GITHUB_REPOSITORY: "acme/app", GITHUB_API_URL: standIn.url });
  const as: EnvironmentsWorld["as"] = async (permissions, kind = "app") => {
    const token = standIn.issueToken(permissions);
    if (kind === "user")
      standIn.change(({ tokens }) => void (tokens[token] = { kind, login: "ada", permissions }));
    return await connectGitHub(token, context);
  };
  return {
    standIn,
    github: await as({ actions: "read", contents: "read", deployments: "write" }),
    as,
    edit: (name, change) =>
      standIn.change(({ environments }) => {
        const found = environments.find((one) => one.name === name);
        if (!found) throw new Error(`there is no environment ${name}`);
        change(found);
      }),
    close: async () => {
      await standIn.close();
      expect(problems()).toEqual([]);
    },
  };
}

export const allGates = {
  migrate: "reviewers",
  "deploy-functions": "reviewers",
  "deploy-web": "reviewers",
} as const;

/** What is asked for: three gates with reviewers, a release of main, started by bob. */
export function request(changes: Partial<AuditRequest> = {}): AuditRequest {
  return {
    target: "production",
    gates: allGates,
    names: environmentNames("production", {}),
    accept: [],
    bypass: {},
    ref: "refs/heads/main",
    actor: "bob",
    ...changes,
  };
}
