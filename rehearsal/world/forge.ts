import type { GateRule } from "../../kit/release/gates/gates.ts";
import { systemClock } from "../../kit/ports/clock.ts";
import { type OrderedEnvironment, newGithubState } from "../stand-ins/github/new-state.ts";
import { type GithubStandIn, startGithub } from "../stand-ins/github/start.ts";
import type { Exchange } from "../stand-ins/watch.ts";
import type { Stack } from "./stack.ts";
import { target as main } from "./target.ts";

/** GitHub, as the app's team has set it up: environments with reviewers, each with the secrets of its phase. */
export interface Forge {
  readonly github: GithubStandIn;
  /** The repository's own secrets: what `plan` reads with. */
  readonly secrets: Readonly<Record<string, string>>;
  close(): Promise<void>;
}

export async function startForge({
  stacks,
  repository = "acme/prism",
  commit,
  files,
  onExchange = () => {},
}: {
  readonly stacks: readonly Stack[];
  /** OWNER/NAME; the sample's, if nobody says. */
  readonly repository?: string | undefined;
  readonly commit: string;
  /** Path → text of what the commit has, as far as GitHub is asked for it. */
  readonly files: Readonly<Record<string, string>>;
  readonly onExchange?: ((exchange: Exchange) => void) | undefined;
}): Promise<Forge> {
  const state = newGithubState({
    now: systemClock.now(),
    repository,
    users: [...main.reviewers, "bob"],
    commits: { [commit]: [] },
    branches: { main: commit },
    files: { [commit]: { ...files } },
    environments: stacks.flatMap(environmentsOf),
  });
  const github = await startGithub({ state, clock: systemClock, onExchange });
  const CANCEL_TOKEN = github.issueToken({ actions: "write" });
  const named = stacks.length > 1;
  const secrets = Object.assign({ CANCEL_TOKEN }, ...stacks.map((stack) => secretsOf(stack, named)));
  return { github, secrets, close: github.close };
}

/** What `plan` reads with; where there are several, those of another target than production have its name before theirs. */
function secretsOf({ target, tokens, backend }: Stack, named: boolean): Readonly<Record<string, string>> {
  const prefix = !named || target.name === main.name ? "" : `${target.name.toUpperCase()}_`;
  return {
    [`${prefix}DATABASE_URL`]: backend.readerUrl,
    [`${prefix}SUPABASE_ACCESS_TOKEN`]: tokens.supabase.read,
    [`${prefix}HOST_TOKEN`]: tokens.host.read,
    [`${prefix}HOST_PROTECTION_BYPASS`]: tokens.protectionBypass,
  };
}

const branches = ["main"];

/** Each with the secrets of its own phase, and nothing of another. */
function environmentsOf({ target, tokens, backend, cdn }: Stack): readonly OrderedEnvironment[] {
  const secrets: Readonly<Record<(typeof main.gates)[number], Readonly<Record<string, string>>>> = {
    migrate: { DATABASE_URL: backend.ownerUrl },
    "deploy-functions": { SUPABASE_ACCESS_TOKEN: tokens.supabase.write },
    "deploy-web": { HOST_TOKEN: tokens.host.write },
  };
  const all = {
    SUPABASE_ACCESS_TOKEN: tokens.supabase.write,
    HOST_TOKEN: tokens.host.write,
    CDN_TOKEN: cdn.token,
  };
  const reviewed = target.reviewers.length > 0;
  const gate = {
    reviewers: target.reviewers,
    preventSelfReview: reviewed,
    adminsBypass: !reviewed,
    branches,
  };
  return [
    // Where the chain runs in one job, its environment has one gate and all secrets.
    {
      name: target.name,
      ...gate,
      secrets: { ...all, SUPABASE_ACCESS_TOKEN: tokens.supabase.chain, DATABASE_URL: backend.ownerUrl },
    },
    ...target.gates.map((phase) => ({
      name: `${target.name}-${phase}`,
      ...gateOf(target.rules?.[phase], gate),
      secrets: secrets[phase],
    })),
    // Nobody is asked here: these only keep their token from every other job and branch.
    { name: `${target.name}-purge-cdn`, branches, secrets: { CDN_TOKEN: cdn.token } },
    { name: `${target.name}-rollback`, branches, secrets: all },
    { name: `${target.name}-observe`, branches, secrets: { SUPABASE_ACCESS_TOKEN: tokens.supabase.observe } },
  ];
}

type Gate = Omit<OrderedEnvironment, "name" | "secrets">;

/** The gate as a rule has it; the shortest timer that GitHub knows. */
function gateOf(rule: GateRule | undefined, reviewed: Gate): Gate {
  if (rule === undefined || rule === "reviewers") return reviewed;
  return rule === "none" ? { branches } : { branches, adminsBypass: false, waitTimer: 1 };
}
