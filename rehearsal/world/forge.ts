import { systemClock } from "../../kit/ports/clock.ts";
import { type OrderedEnvironment, newGithubState } from "../stand-ins/github/new-state.ts";
import { type GithubStandIn, startGithub } from "../stand-ins/github/start.ts";
import type { Backend } from "./backend.ts";
import { target } from "./target.ts";
import type { Tokens } from "./tokens.ts";

/** GitHub, as the app's team has set it up: environments with reviewers, each with the secrets of its phase. */
export interface Forge {
  readonly github: GithubStandIn;
  /** The repository's own secrets: what `plan` reads with. */
  readonly secrets: Readonly<Record<string, string>>;
  close(): Promise<void>;
}

export async function startForge(options: {
  readonly tokens: Tokens;
  readonly backend: Backend;
  readonly commit: string;
}): Promise<Forge> {
  const { tokens, backend, commit } = options;
  const state = newGithubState({
    now: systemClock.now(),
    repository: "acme/prism",
    users: [...target.reviewers, "bob"],
    commits: { [commit]: [] },
    branches: { main: commit },
    environments: environmentsOf(tokens, backend),
  });
  const github = await startGithub({ state, clock: systemClock });
  return {
    github,
    secrets: {
      DATABASE_URL: backend.readerUrl,
      SUPABASE_ACCESS_TOKEN: tokens.supabase.read,
      HOST_TOKEN: tokens.host.read,
      HOST_PROTECTION_BYPASS: tokens.protectionBypass,
    },
    close: github.close,
  };
}

/** Each with the secrets of its own phase, and nothing of another. */
function environmentsOf(tokens: Tokens, backend: Backend): readonly OrderedEnvironment[] {
  const secrets: Readonly<Record<(typeof target.gates)[number], Readonly<Record<string, string>>>> = {
    migrate: { DATABASE_URL: backend.ownerUrl },
    "deploy-functions": { SUPABASE_ACCESS_TOKEN: tokens.supabase.write },
    "deploy-web": { HOST_TOKEN: tokens.host.write },
  };
  const all = {
    SUPABASE_ACCESS_TOKEN: tokens.supabase.write,
    HOST_TOKEN: tokens.host.write,
    CDN_TOKEN: tokens.cdn,
  };
  return [
    // Where the chain runs in one job, its environment has one gate and all secrets.
    { name: target.name, reviewers: target.reviewers, secrets: { ...all, DATABASE_URL: backend.ownerUrl } },
    ...target.gates.map((phase) => ({
      name: `${target.name}-${phase}`,
      reviewers: target.reviewers,
      secrets: secrets[phase],
    })),
    // No rules: these only keep their token from every other job.
    { name: `${target.name}-purge-cdn`, secrets: { CDN_TOKEN: tokens.cdn } },
    { name: `${target.name}-rollback`, secrets: all },
    { name: `${target.name}-observe`, secrets: { SUPABASE_ACCESS_TOKEN: tokens.supabase.observe } },
  ];
}
