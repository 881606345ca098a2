import { connectGitHub, runContext } from "../../../kit/ports/github.ts";
import { githubRecord } from "../../../kit/release/record.ts";
import { newCloudflareState } from "../../../rehearsal/stand-ins/cloudflare/new-state.ts";
import { newGithubState } from "../../../rehearsal/stand-ins/github/new-state.ts";
import { type GithubStandIn, startGithub } from "../../../rehearsal/stand-ins/github/start.ts";
import { systemClock } from "../../../kit/ports/clock.ts";
import { newSupabaseState } from "../../../rehearsal/stand-ins/supabase/state.ts";
import { newVercelState } from "../../../rehearsal/stand-ins/vercel/new-state.ts";
import { builtSite } from "../../support/built-site.ts";
import type { Saved } from "./scene.ts";

/** The release of the kill walk: on top of an older one it changes two functions, adds one, and brings another web. */
export const commit = "0123456789abcdef0123456789abcdef01234567";
export const domains = ["app.example.com", "www.example.com"] as const;
export const paths = ["/", "/results/4711?t=abc"] as const;
const zone = "5f0c1de4a2b94c7d8e9f001122334455";
const ref = "abcdefghijklmnopqrst";

export const tokens = {
  supabase: `sbp_${"0a".repeat(20)}`,
  host: "host-token-0123456789",
  cdn: "cdn-token-0123456789",
  github: (github: GithubStandIn): string =>
    github.issueToken({ deployments: "write", actions: "read", contents: "read", issues: "write" }),
} as const;

/** The sources of the older release, and of the one on top of it. */
export const sources = {
  old: { files: filesOf("1"), functions: ["hello", "world"] },
  new: {
    files: {
      ...filesOf("2"),
      "supabase/functions/fresh/index.ts": `Deno.serve(() => new Response("new"));\n`,
    },
    functions: ["fresh", "hello", "world"],
  },
} as const;

function filesOf(version: string): Readonly<Record<string, string>> {
  return {
    "supabase/functions/_shared/version.ts": `export const version = "${version}";\n`,
    "supabase/functions/hello/deno.json": `{ "imports": { "version": "../_shared/version.ts" } }\n`,
    "supabase/functions/hello/index.ts": `import { version } from "version";\nDeno.serve(() => new Response(version));\n`,
    "supabase/functions/world/index.ts": `import { version } from "../_shared/version.ts";\nDeno.serve(() => new Response(version));\n`,
  };
}

export function rolloutFile(at: {
  readonly functions: readonly string[];
  readonly supabaseUrl: string;
  readonly functionsUrl: string;
  readonly hostUrl: string;
  readonly cdnUrl: string;
  readonly origins: readonly string[];
}): string {
  return `deploy-functions: { functions: [${at.functions.join(", ")}], verify-jwt: false, deno-check: off }
deploy-web: { host: vercel, poll-interval: 5ms, verify-timeout: 5s, ready-timeout: 5s }
purge-cdn: { cdn: cloudflare, paths: ["/", "/results/*"], poll-interval: 5ms, verify-timeout: 5s }
targets:
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

/** The id of the release, as `plan` names it. */
export function releaseOf(run: number): string {
  return `production-20261122-${commit.slice(0, 12)}-${run}`;
}

/** Vendors of whom nobody has asked anything yet, and a run under way whose release is open in the record. */
export async function before(): Promise<Saved> {
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
  const run = await openRelease(github);
  const saved = github.state();
  await github.close();
  const projects = [{ id: "prj_web", name: "web", domains }];
  return {
    run,
    github: saved,
    supabase: newSupabaseState({ ref, tokens: { [tokens.supabase]: { user: "ada", permissions: "all" } } }),
    vercel: newVercelState({ now, tokens: { [tokens.host]: { access: "write" } }, projects }),
    cloudflare: newCloudflareState({
      now,
      tokens: { [tokens.cdn]: { permissions: ["cache_purge"], zones: [zone] } },
      zones: [{ id: zone, name: "example.com", hosts: domains }],
    }),
  };
}

async function openRelease(github: GithubStandIn): Promise<number> {
  const path = "release.yml";
  const run = github.runs.open({
    name: "release",
    path,
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

/** What each phase is started with. */
export async function phasesOf(saved: Saved) {
  const release = releaseOf(saved.run);
  const [one, two] = await Promise.all([
    builtSite({ text: "one", commit: "1".repeat(40) }),
    builtSite({ text: "two", commit }),
  ]);
  const functions = { action: "deploy-functions", inputs: { "supabase-access-token": tokens.supabase } };
  const web = { action: "deploy-web", inputs: { "host-token": tokens.host, unpin: "true" } };
  const purge = { action: "purge-cdn", inputs: { "cdn-token": tokens.cdn } };
  const own = {
    "supabase-access-token": tokens.supabase,
    "host-token": tokens.host,
    "cdn-token": tokens.cdn,
  };
  const named = <T extends { readonly inputs: object }>(
    phase: T,
    more: Readonly<Record<string, string>> = {},
  ) => ({
    ...phase,
    ...sources.new,
    inputs: { ...phase.inputs, release, ...more },
  });
  return {
    /** The older release went live without a record, as by another tool. */
    earlier: [
      { ...functions, ...sources.old },
      { ...web, ...sources.old, inputs: { ...web.inputs, artifact: one.folder } },
      { ...purge, ...sources.old, inputs: { ...purge.inputs, artifact: one.folder } },
    ],
    functions: named(functions),
    web: named(web, { artifact: two.folder }),
    purge: named(purge, { artifact: two.folder }),
    rollback: (needs: string, artifacts: string) => ({
      action: "rollback",
      ...sources.new,
      inputs: { ...own, release, needs, artifacts },
    }),
  };
}
