import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { stringify } from "yaml";
import { Client } from "pg";
import { doctor } from "../../cli/doctor/doctor.ts";
import { systemClock } from "../../kit/ports/clock.ts";
import type { Postgres } from "../../rehearsal/engines/postgres.ts";
import { newCloudflareState } from "../../rehearsal/stand-ins/cloudflare/new-state.ts";
import { type CloudflareStandIn, startCloudflare } from "../../rehearsal/stand-ins/cloudflare/start.ts";
import { type Listening, serve } from "../../rehearsal/stand-ins/server.ts";
import { managementRoutes } from "../../rehearsal/stand-ins/supabase/api.ts";
import type { SupabaseContext } from "../../rehearsal/stand-ins/supabase/context.ts";
import { type SupabaseState, newSupabaseState } from "../../rehearsal/stand-ins/supabase/state.ts";
import { newVercelState } from "../../rehearsal/stand-ins/vercel/new-state.ts";
import { seedDeployment } from "../../rehearsal/stand-ins/vercel/seed.ts";
import { type VercelStandIn, startVercel } from "../../rehearsal/stand-ins/vercel/start.ts";
import { type LoggedRequest, watch } from "../../rehearsal/stand-ins/watch.ts";
import type { EnvironmentsWorld } from "../kit/release/environments/world.ts";
import { doctorGithub } from "./doctor-github.ts";
import { paper } from "./paper.ts";
import { callerOf } from "./doctor-caller.ts";

export const ref = "abcdefghijklmnopqrst";
const zone = "5f0c1de4a2b94c7d8e9f001122334455";
const hosts = ["app.example.com"];
const page = '<!doctype html><head><meta name="rollout-build" content="0123456789ab-0123456789ab"></head>';

/** What a person gets. */
export interface Told {
  readonly status: number;
  readonly out: string;
  readonly err: string;
}

/** A healthy stack on stand-ins, its repository, and the doctor that is asked there. */
export interface DoctorStage {
  readonly supabase: SupabaseState;
  readonly vercel: VercelStandIn;
  readonly cloudflare: CloudflareStandIn;
  readonly github: EnvironmentsWorld;
  readonly folder: string;
  /** What opens every service. */
  readonly env: Readonly<Record<string, string>>;
  /** Sections and target as rollout.yml has them, to be changed and written again. */
  readonly rollout: () => Rollout;
  write(files: Readonly<Record<string, string>>): Promise<void>;
  ask(options?: Asked): Promise<Told>;
  /** Every request that was not a GET, of every service. */
  writes(): readonly string[];
  close(): Promise<void>;
}

export type Rollout = Record<string, Record<string, unknown>> & {
  targets: Record<string, Record<string, unknown>>;
};

export interface Asked {
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string | undefined>>;
  readonly rollout?: Rollout | string;
  readonly deadline?: number;
  readonly isTTY?: boolean;
}

export const tokens = {
  supabase: `sbp_${"0a".repeat(20)}`,
  weak: `sbp_${"1b".repeat(20)}`,
  host: "t0ken-of-the-host",
  cdn: "purger-and-reader",
  purger: "purger-alone",
};

export async function doctorStage(postgres: Postgres, name: string): Promise<DoctorStage> {
  const databaseUrl = await prepared(await postgres.createDatabase(name));
  const [project, vercel] = [await startProject(databaseUrl), await startHost()];
  const cloudflare = await startZone(vercel);
  const { github, token } = await doctorGithub();
  const folder = await mkdtemp(join(tmpdir(), "prism-rollout-doctor-"));
  const write: DoctorStage["write"] = async (files) => {
    for (const [path, text] of Object.entries(files)) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), text);
    }
  };
  await write(sources);
  const env = {
    PATH: process.env["PATH"] ?? "",
    HOME: folder,
    DATABASE_URL: databaseUrl,
    SUPABASE_ACCESS_TOKEN: tokens.supabase,
    HOST_TOKEN: tokens.host,
    CDN_TOKEN: tokens.cdn,
    GH_TOKEN: token,
    GITHUB_REPOSITORY: "acme/app",
    GITHUB_API_URL: github.standIn.url,
  };
  const rollout = (): Rollout => rolloutOf({ project: project.url, vercel, cloudflare });
  return {
    supabase: project.state,
    vercel,
    cloudflare,
    github,
    folder,
    env,
    rollout,
    write,
    ask: async ({ args = [], env: more = {}, rollout: given = rollout(), deadline, isTTY = false } = {}) => {
      await write({ "rollout.yml": typeof given === "string" ? given : stringify(given) });
      const [stdout, stderr] = [paper(), paper()].map((one) => Object.assign(one, { isTTY, columns: 100 }));
      const terminal = { stdout, stderr, env: { ...env, ...more }, cwd: () => folder };
      const status = await doctor(args, terminal as unknown as Parameters<typeof doctor>[1], deadline);
      return { status, out: stdout?.text ?? "", err: stderr?.text ?? "" };
    },
    writes: () =>
      [...project.requests, ...vercel.requests, ...cloudflare.requests, ...github.standIn.requests].flatMap(
        ({ method, path }) => (method === "GET" ? [] : [`${method} ${path}`]),
      ),
    close: async () => {
      await Promise.all([project.close(), vercel.close(), cloudflare.close(), github.close()]);
      await rm(folder, { recursive: true });
    },
  };
}

/** Two migrations, of which the first is recorded as the CLI records it. */
async function prepared(url: string): Promise<string> {
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query(`create schema supabase_migrations;
    create table supabase_migrations.schema_migrations (version text primary key, statements text[], name text);
    insert into supabase_migrations.schema_migrations values ('0001', '{create table notes (body text)}', 'notes')`);
  await client.end();
  return url;
}

const sources: Readonly<Record<string, string>> = {
  "supabase/migrations/0001_notes.sql": "create table notes (body text);\n",
  "supabase/migrations/0002_more.sql": "alter table notes add column more text;\n",
  "supabase/functions/hello/index.ts": `Deno.serve(() => new Response(Deno.env.get("GREETING")));\n`,
  ".github/workflows/release.yml": callerOf({
    DATABASE_URL: "DATABASE_URL",
    SUPABASE_ACCESS_TOKEN: "SUPABASE_ACCESS_TOKEN",
    HOST_TOKEN: "HOST_TOKEN",
    CDN_TOKEN: "CDN_TOKEN",
  }),
};

function rolloutOf(at: {
  readonly project: string;
  readonly vercel: VercelStandIn;
  readonly cloudflare: CloudflareStandIn;
}): Rollout {
  const { project, vercel, cloudflare } = at;
  return {
    migrate: { directory: "supabase/migrations" },
    "deploy-functions": { functions: ["hello"], "verify-jwt": false },
    "deploy-web": { host: "vercel", "host-api-url": vercel.url },
    "purge-cdn": { cdn: "cloudflare", "cdn-api-url": cloudflare.url, paths: ["/", "/index.html"] },
    observe: { events: { "assessment.completed": [] }, failures: ["results.rpc.failure"], baseline: "0s" },
    targets: {
      production: {
        supabase: ref,
        "supabase-api-url": project,
        "host-project": "prj_web",
        origins: hosts.map((host) => cloudflare.origin(host)),
        zone,
        gates: { migrate: "reviewers", "deploy-functions": "reviewers", "deploy-web": "reviewers" },
      },
    },
  };
}

async function startProject(
  databaseUrl: string,
): Promise<Listening & { readonly state: SupabaseState; readonly requests: LoggedRequest[] }> {
  const weak = ["project_admin_read"];
  const state = newSupabaseState({
    ref,
    tokens: {
      [tokens.supabase]: { user: "ada", permissions: "all" },
      [tokens.weak]: { user: "bob", permissions: weak },
    },
  });
  const at = systemClock.now();
  state.functions["hello"] = {
    id: "id-hello",
    slug: "hello",
    name: "hello",
    status: "ACTIVE",
    version: 3,
    verify_jwt: false,
    entrypoint_path: "supabase/functions/hello/index.ts",
    import_map_path: null,
    ezbr_sha256: "0".repeat(64),
    created_at: at,
    updated_at: at,
    files: {},
  };
  state.secrets["GREETING"] = { value: "hi", updated_at: "2026-01-01T00:00:00Z" };
  const event = { event: "assessment.completed", session_id: "s1" };
  state.logs.push({
    id: "log-1",
    timestamp: new Date(at - 60_000).toISOString().replace("Z", "000"),
    source: "function_logs",
    event_message: `${JSON.stringify(event)}\n`,
    severity_text: "INFO",
    log_attributes: { function_id: "id-hello", version: "3" },
  });
  const requests: LoggedRequest[] = [];
  const context = {
    state,
    databaseUrl,
    now: () => systemClock.now(),
    building: new Set(),
    restReady: async () => true,
  } as unknown as SupabaseContext;
  const routes = watch(managementRoutes(context), requests, () => state.faults);
  const listening = await serve(routes, () => ({ status: 404, json: { message: "Cannot find this route" } }));
  return { ...listening, state, requests };
}

async function startHost(): Promise<VercelStandIn> {
  const now = Date.UTC(2026, 10, 20);
  const state = newVercelState({
    now,
    tokens: { [tokens.host]: { access: "read" } },
    projects: [{ id: "prj_web", name: "web", domains: hosts }],
  });
  const files = { "config.json": '{"version":3}', "static/index.html": page };
  seedDeployment(state, { project: "prj_web", files, now, live: true });
  return await startVercel({ state, clock: systemClock });
}

async function startZone(vercel: VercelStandIn): Promise<CloudflareStandIn> {
  const state = newCloudflareState({
    now: systemClock.now(),
    tokens: {
      [tokens.cdn]: { permissions: ["cache_purge", "zone_read"] },
      [tokens.purger]: { permissions: ["cache_purge"] },
    },
    zones: [{ id: zone, name: "example.com", hosts }],
  });
  return await startCloudflare({ state, clock: systemClock, upstream: (host) => vercel.origin(host) });
}
