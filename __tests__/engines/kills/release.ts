import { connectGitHub, runContext } from "../../../kit/ports/github.ts";
import { githubRecord } from "../../../kit/release/record/record.ts";
import { newCloudflareState } from "../../../rehearsal/stand-ins/cloudflare/new-state.ts";
import { newGithubState } from "../../../rehearsal/stand-ins/github/new-state.ts";
import { type GithubStandIn, startGithub } from "../../../rehearsal/stand-ins/github/start.ts";
import { systemClock } from "../../../kit/ports/clock.ts";
import { newSupabaseState } from "../../../rehearsal/stand-ins/supabase/state.ts";
import { newVercelState } from "../../../rehearsal/stand-ins/vercel/new-state.ts";
import type { Act } from "./act.ts";
import type { Saved } from "./scene.ts";

/** What all scenes of the kill walk have in common: who the vendors are, and that runs are of one commit. */
export const commit = "0123456789abcdef0123456789abcdef01234567";
export const domains = ["app.example.com", "www.example.com"] as const;
export const paths = ["/", "/results/4711?t=abc"] as const;
/** A value that each release requires at the host. */
export const required = { name: "VITE_PAYWALL_ENABLED", value: "false" } as const;
const zone = "5f0c1de4a2b94c7d8e9f001122334455";
const ref = "abcdefghijklmnopqrst";

export const tokens = {
  supabase: `sbp_${"0a".repeat(20)}`,
  host: "host-token-0123456789",
  cdn: "cdn-token-0123456789",
  github: (github: GithubStandIn): string =>
    github.issueToken({ deployments: "write", actions: "read", contents: "read", issues: "write" }),
} as const;

export function rolloutFile(
  { functions, more = "", build = "" }: Pick<Act, "functions" | "more" | "build">,
  at: {
    readonly supabaseUrl: string;
    readonly functionsUrl: string;
    readonly hostUrl: string;
    readonly cdnUrl: string;
    readonly origins: readonly string[];
  },
): string {
  return `deploy-functions: { functions: [${functions.join(", ")}], verify-jwt: false, deno-check: off${more} }
deploy-web: { host: vercel, poll-interval: 5ms, verify-timeout: 5s, ready-timeout: 5s }
purge-cdn: { cdn: cloudflare, paths: ["/", "/results/*"], poll-interval: 5ms, verify-timeout: 5s }
${build}targets:
  production:
    supabase: ${ref}
    supabase-api-url: ${at.supabaseUrl}
    functions-url: ${at.functionsUrl}
    require-healthy: false
    host-project: prj_web
    host-api-url: ${at.hostUrl}
    zone: ${zone}
    cdn-api-url: ${at.cdnUrl}
    origins: [${at.origins.map((origin) => `"${origin}"`).join(", ")}]
`;
}

/** The id of a run's release, as `plan` names it. */
export function releaseOf(run: number): string {
  return `production-20261122-${commit.slice(0, 12)}-${run}`;
}

/** Vendors of whom nobody has asked anything yet, and a run under way; its release is open in the record, or not yet. */
export async function before(release: "open" | "unplanned" = "open"): Promise<Saved> {
  const now = Date.now();
  const state = newGithubState({
    now,
    repository: "acme/prism",
    users: ["ada", "bob"],
    commits: { [commit]: [] },
    branches: { main: commit },
    environments: [{ name: "production-rollback" }],
  });
  const github = await startGithub({ state, clock: systemClock });
  const run = release === "open" ? await openRelease(github) : openRun(github);
  const saved = github.state();
  await github.close();
  const env = { [required.name]: required.value };
  const projects = [{ id: "prj_web", name: "web", domains, env }];
  return {
    run,
    github: saved,
    supabase: newSupabaseState({ ref, tokens: { [tokens.supabase]: { user: "ada", permissions: "all" } } }),
    unreadable: [],
    vercel: newVercelState({ now, tokens: { [tokens.host]: { access: "write" } }, projects }),
    cloudflare: newCloudflareState({
      now,
      tokens: { [tokens.cdn]: { permissions: ["cache_purge"], zones: [zone] } },
      zones: [{ id: zone, name: "example.com", hosts: domains }],
    }),
  };
}

export function openRun(github: GithubStandIn): number {
  const by = { event: "push", sha: commit, branch: "main", actor: "bob" } as const;
  return github.runs.open({ name: "release", path: "release.yml", ...by });
}

/** Opens a run, and its release in the record as `plan` does. */
export async function openRelease(github: GithubStandIn): Promise<number> {
  const run = openRun(github);
  const context = runContext({
    GITHUB_REPOSITORY: "acme/prism",
    GITHUB_SHA: commit,
    GITHUB_REF: "refs/heads/main",
    GITHUB_EVENT_NAME: "push",
    GITHUB_RUN_ID: String(run),
    GITHUB_API_URL: github.url,
  });
  const client = await connectGitHub(tokens.github(github), context);
  await githubRecord(client, "production", commit).open({
    schema: "prism-rollout/manifest@1",
    release: releaseOf(run),
    target: "production",
    commit,
    runUrl: context.runUrl,
    artifact: null,
    digests: {},
  });
  return run;
}
