import { newGithubState } from "../../../rehearsal/stand-ins/github/new-state.ts";
import type { GithubRun, GithubState } from "../../../rehearsal/stand-ins/github/state.ts";
import type { Saved as Vendors } from "../kills/scene.ts";
import { before, commit, domains, openRelease, tokens } from "../kills/release.ts";
import { startGithub } from "../../../rehearsal/stand-ins/github/start.ts";
import { systemClock } from "../../../kit/ports/clock.ts";
import { two, withOne } from "../kills/sources.ts";

/** Three migrations, of which the older release has applied the first; each makes a table of its own. */
export const migrations = {
  "0001_people.sql": "create table people (id int primary key);\n",
  "0002_results.sql":
    "create table results (id int primary key, score int);\ninsert into results values (1, 1);\n",
  "0003_notes.sql": "create table notes (id int primary key);\nalter table results add column note text;\n",
} as const;

const build = `import { cpSync } from "node:fs"; cpSync("site", "dist", { recursive: true });\n`;

/** The checkout of the release. */
export const sources = withOne(two("2"), "fresh");
export const former = two("1");

export function filesOf(site: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const sql = Object.entries(migrations).map(([name, text]) => [`supabase/migrations/${name}`, text]);
  const pages = Object.entries(site).map(([path, text]) => [`site/${path}`, text]);
  return { ...sources.files, ...Object.fromEntries([...sql, ...pages]), "build.mjs": build } as Readonly<
    Record<string, string>
  >;
}

const gated = ["migrate", "deploy-functions", "deploy-web"] as const;

/** Where the services of a scene are, as its processes are told. */
export interface Addresses {
  readonly supabase: string;
  readonly functions: string;
  readonly vercel: string;
  readonly cloudflare: string;
  readonly origins: readonly string[];
}

export function rolloutOf(at: Addresses, functions: readonly string[]): string {
  return `build: { install: none, command: node build.mjs, output: dist }
migrate: { directory: supabase/migrations, shadow: none, from: "0002", lock-wait: 100ms, turn-wait: 3s }
deploy-functions: { functions: [${functions.join(", ")}], verify-jwt: false, deno-check: off }
deploy-web: { host: vercel, poll-interval: 500ms, verify-timeout: 4s, ready-timeout: 4s, unpin: true }
purge-cdn: { cdn: cloudflare, paths: ["/", "/results/*"], poll-interval: 500ms, verify-timeout: 4s }
smoke:
  install: none
  publishable-key: sb_publishable_rehearsal
  install-browsers: none
  poll-interval: 500ms
  probes: [{ name: it answers, function: hello, tags: ["@rollback"], expect: { status: 200, json: { ok: true } } }]
observe:
  events: { done: [version] }
  failures: [failed]
  lag: 0s
  poll-interval: 500ms
  window: 2s
  baseline: 0s
targets:
  production:
    supabase: abcdefghijklmnopqrst
    supabase-api-url: ${at.supabase}
    functions-url: ${at.functions}/functions/v1
    health-services: [auth, rest]
    host-project: prj_web
    host-api-url: ${at.vercel}
    zone: 5f0c1de4a2b94c7d8e9f001122334455
    cdn-api-url: ${at.cloudflare}
    origins: [${at.origins.map((origin) => `"${origin}"`).join(", ")}]
    gates: { ${gated.map((phase) => `${phase}: reviewers`).join(", ")} }
`;
}

/** The vendors before any release, with the environments of a target that has gates, and no run yet. */
export async function newVendors(): Promise<Vendors> {
  const vendors = await before();
  const reviewed = { reviewers: ["ada"], preventSelfReview: true, adminsBypass: false, branches: ["main"] };
  const phases = ["purge-cdn", "smoke", "observe", "rollback"];
  const github = newGithubState({
    now: Date.now(),
    repository: "acme/prism",
    users: ["ada", "bob"],
    commits: { [commit]: [] },
    branches: { main: commit },
    environments: [
      ...gated.map((phase) => ({ name: `production-${phase}`, ...reviewed })),
      ...phases.map((phase) => ({ name: `production-${phase}`, branches: ["main"] })),
    ],
  });
  return { ...vendors, github };
}

/** A run of the release, every gate of which `ada` has let pass; with its release in the record where it is open. */
export async function withRun(vendors: Vendors, open: boolean): Promise<Vendors> {
  const github = await startGithub({ state: vendors.github, clock: systemClock });
  const run = open ? await openRelease(github) : github.runs.open(push);
  github.change((state) => approveAll(state, run));
  const state = github.state();
  await github.close();
  return { ...vendors, github: state, run };
}

const push = {
  name: "release",
  path: "release.yml",
  event: "push",
  sha: commit,
  branch: "main",
  actor: "bob",
} as const;

function approveAll({ runs }: GithubState, id: number): void {
  const run = runs.find((one): one is GithubRun => one.id === id);
  for (const phase of gated)
    run?.approvals.push({
      state: "approved",
      comment: "",
      login: "ada",
      environments: [`production-${phase}`],
      at: Date.now(),
    });
}

export { commit, domains, tokens };
