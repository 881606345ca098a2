import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "pg";
import { systemClock } from "../../kit/ports/clock.ts";
import { startPostgres } from "../../rehearsal/engines/postgres.ts";
import { startReaper } from "../../rehearsal/engines/reaper.ts";
import { newSupabaseState } from "../../rehearsal/stand-ins/supabase/state.ts";
import { startSupabase } from "../../rehearsal/stand-ins/supabase/start.ts";
import { newVercelState } from "../../rehearsal/stand-ins/vercel/new-state.ts";
import { seedDeployment } from "../../rehearsal/stand-ins/vercel/seed.ts";
import { startVercel } from "../../rehearsal/stand-ins/vercel/start.ts";
import { builtSite } from "../support/built-site.ts";
import { commit, githubWorld } from "../support/github-world.ts";
import { writeFiles } from "../support/vite-project.ts";
import { type Ran, type Start, runBundle } from "./bundle-child.ts";

/** Every secret of the stack: none of them may ever be read. */
export const secrets = {
  password: "right-horse-pa55word",
  wrongPassword: "wrong-horse-pa55word",
  supabase: `sbp_${"0a".repeat(20)}`,
  host: "host-token-0123456789",
  wrong: "sbp_wrongwrongwrongwrong",
} as const;

export const ref = "abcdefghijklmnopqrst";

/** Real stand-ins with a small release before them, and what an action that is to release it is given. */
export interface Stack {
  /** The app's rollout.yml. */
  readonly rollout: string;
  /** A fresh checkout of the app, with `changes` to its files. */
  checkout(changes?: Readonly<Record<string, string>>): Promise<string>;
  /** What the action is given when all is right. */
  inputs(action: string): Readonly<Record<string, string>>;
  run(action: string, start: Partial<Start>): Promise<Ran>;
  /** The address of the database, with the right or another password, for another database. */
  databaseUrl(changes?: { readonly password?: string; readonly database?: string }): string;
  /** A session of the owner, for what a test wants to hold or to look at. */
  session(): Promise<Client>;
  /** Whatever was asked of a stand-in that may have changed something, since the last look. */
  changes(): Promise<readonly string[]>;
  close(): Promise<void>;
}

export async function startStack(): Promise<Stack> {
  const folder = await mkdtemp(join(tmpdir(), "prism-rollout-stack-"));
  const reaper = startReaper();
  const database = await startDatabase(folder);
  const supabase = await startSupabase({
    state: newSupabaseState({ ref, tokens: { [secrets.supabase]: { user: "ada", permissions: "all" } } }),
    databaseUrl: database.superUrl,
    jwtSecret: "a secret of at least thirty-two characters",
    clock: systemClock,
  });
  const vercel = await startHost();
  const github = await githubWorld();
  const site = await builtSite({ commit });
  const origin = vercel.origin("app.example.com");
  const rollout = rolloutFile({
    supabaseUrl: supabase.url,
    functionsUrl: `${supabase.gatewayUrl}/functions/v1`,
    hostUrl: vercel.url,
    origin,
  });
  const token = github.standIn.issueToken({ deployments: "write", actions: "read" });
  const asked = (): string[] =>
    [...supabase.requests, ...vercel.requests, ...github.standIn.requests]
      .filter(({ method }) => method !== "GET" && method !== "HEAD")
      .map(({ method, path }) => `${method} ${path}`);
  const whole: Readonly<Record<string, string>> = {
    target: "production",
    artifact: site.folder,
    "github-token": token,
    "database-url": database.urlFor(),
    "supabase-access-token": secrets.supabase,
    "host-token": secrets.host,
  };
  let count = 0;
  const stack: Stack = {
    rollout,
    checkout: async (changes = {}) => {
      count += 1;
      const root = join(folder, `checkout-${count}`);
      await writeFiles(root, { ...app, "rollout.yml": rollout, ...changes });
      return root;
    },
    inputs: (action) => pick(whole, wanted[action] ?? []),
    run: async (action, { workspace, inputs = {}, env = {}, ...hooks }) =>
      runBundle(action, {
        workspace: workspace ?? (await stack.checkout()),
        inputs: { ...stack.inputs(action), ...inputs },
        env: { ...runner, GITHUB_API_URL: github.standIn.url, ...env },
        reaper,
        ...hooks,
      }),
    databaseUrl: database.urlFor,
    session: async () => {
      const client = new Client({ connectionString: database.superUrl });
      await client.connect();
      return client;
    },
    changes: async () => [...asked(), ...(await database.tables())],
    close: async () => {
      // A test that was given up has left its action waiting; nobody else would end it.
      await reaper.close();
      await Promise.all([supabase.close(), vercel.close(), github.standIn.close()]);
      await database.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
  return stack;
}

const runner = {
  GITHUB_REPOSITORY: "acme/prism",
  GITHUB_SHA: commit,
  GITHUB_RUN_ID: "42",
  GITHUB_ACTOR: "bob",
  GITHUB_REF: "refs/heads/main",
  GITHUB_EVENT_NAME: "push",
};

/** What each action takes of the stack; the rest stands in rollout.yml. */
const wanted: Readonly<Record<string, readonly string[]>> = {
  build: ["target"],
  plan: ["target", "artifact", "github-token", "database-url", "supabase-access-token", "host-token"],
  migrate: ["target", "database-url"],
  "deploy-functions": ["target", "supabase-access-token"],
  "deploy-web": ["target", "artifact", "host-token"],
  "purge-cdn": ["target"],
  smoke: ["target"],
  observe: ["target", "supabase-access-token"],
  rollback: ["target", "github-token", "supabase-access-token", "host-token"],
};

function pick(from: Readonly<Record<string, string>>, names: readonly string[]): Record<string, string> {
  return Object.fromEntries(names.map((name) => [name, from[name] ?? ""]));
}

const app = {
  "supabase/migrations/0001_first.sql": "create table public.first (id bigint primary key);\n",
  "supabase/migrations/0002_second.sql": "create table public.second (id bigint primary key);\n",
  "supabase/functions/hello/index.ts": `Deno.serve(() => new Response("hello"));\n`,
  "build.mjs": `import { mkdirSync, writeFileSync } from "node:fs";\nmkdirSync("dist", { recursive: true });\nwriteFileSync("dist/index.html", "<!doctype html><html><head></head><body>app</body></html>");\n`,
};

function rolloutFile(
  at: Readonly<Record<"supabaseUrl" | "functionsUrl" | "hostUrl" | "origin", string>>,
): string {
  return `build: { install: none, command: node build.mjs, output: dist }
migrate: { directory: supabase/migrations, lock-timeout: 1s, shadow: postgres }
deploy-functions: { functions: [hello], verify-jwt: false, deno-check: off }
deploy-web: { host: vercel, poll-interval: 50ms, verify-timeout: 2s, ready-timeout: 2s }
targets:
  production:
    supabase: ${ref}
    supabase-api-url: ${at.supabaseUrl}
    functions-url: ${at.functionsUrl}
    host-project: prj_web
    host-api-url: ${at.hostUrl}
    origins: ["${at.origin}"]
`;
}

async function startHost() {
  const now = systemClock.now();
  const state = newVercelState({
    now,
    tokens: { [secrets.host]: { access: "write" } },
    projects: [{ id: "prj_web", name: "web", domains: ["app.example.com"] }],
  });
  const files = { "config.json": '{"version":3}', "static/index.html": "<!doctype html>before" };
  seedDeployment(state, { project: "prj_web", files, now, live: true });
  return await startVercel({ state, clock: systemClock });
}

/** A server on which the owner of the schema needs a password, as everywhere but in a rehearsal. */
async function startDatabase(folder: string) {
  const data = join(folder, "data");
  const postgres = await startPostgres({ folder: data, superuser: "supabase_admin" });
  const superUrl = await postgres.createDatabase("app");
  const rows = async (sql: string): Promise<readonly Record<string, unknown>[]> => {
    const client = new Client({ connectionString: superUrl });
    await client.connect();
    try {
      return (await client.query<Record<string, unknown>>(sql)).rows;
    } finally {
      await client.end();
    }
  };
  await rows(`create role owner login password '${secrets.password}'`);
  await rows("grant all on database app to owner; grant all on schema public to owner");
  await rows("create schema supabase_migrations authorization owner");
  await rows(
    "create table supabase_migrations.schema_migrations (version text primary key, statements text[], name text)",
  );
  await rows("alter table supabase_migrations.schema_migrations owner to owner");
  const rules = join(data, "pg_hba.conf");
  await writeFile(rules, `host all owner 127.0.0.1/32 scram-sha-256\n${await readFile(rules, "utf8")}`);
  await rows("select pg_reload_conf()");
  return {
    superUrl,
    urlFor: ({
      password = secrets.password,
      database = "app",
    }: { password?: string; database?: string } = {}) =>
      `postgresql://owner:${password}@127.0.0.1:${postgres.port}/${database}`,
    tables: async () => {
      const made = "select tablename as name from pg_tables where schemaname = 'public'";
      const recorded = "select version || ' is applied' from supabase_migrations.schema_migrations";
      return (await rows(`${made} union all ${recorded}`)).map(({ name }) => String(name));
    },
    stop: () => postgres.stop(),
  };
}
