import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { systemClock } from "../../kit/ports/clock.ts";
import { startReaper } from "../../rehearsal/engines/reaper.ts";
import { newVercelState } from "../../rehearsal/stand-ins/vercel/new-state.ts";
import { seedDeployment } from "../../rehearsal/stand-ins/vercel/seed.ts";
import { startVercel } from "../../rehearsal/stand-ins/vercel/start.ts";
import { builtSite } from "../support/built-site.ts";
import { type Platform, functionsPlatform, project, token } from "../support/functions-platform.ts";
import { commit, githubWorld } from "../support/github-world.ts";
import { type MigrationServer, migrationServer } from "../support/migration-world.ts";
import { slowed } from "../support/slowed.ts";
import { writeFiles } from "../support/vite-project.ts";
import { runBundle } from "../bundle/bundle-child.ts";

const latency = 50;
const size = { migrations: 300, applied: 290, functions: 50, files: 2000 };
/** What a person waits for at most on a machine of its own; this one may be doing other things. */
const promised = 6000;
const patience = 60_000;

const open: { close(): Promise<void> }[] = [];
const reaper = startReaper();
let server: MigrationServer;
beforeAll(async () => {
  server = await migrationServer();
}, patience);
afterAll(async () => {
  await reaper.close();
  await Promise.all(open.splice(0).map((one) => one.close()));
  await server.stop();
}, patience);

const numbers = (count: number) => Array.from({ length: count }, (_, at) => String(at).padStart(4, "0"));

const migration = (number: string): string =>
  `-- Migration ${number}.\ncreate table public.t${number} (\n  id bigint primary key,\n  owner uuid not null,\n  name text not null default ''\n);\nalter table public.t${number} enable row level security;\ncreate policy p on public.t${number} for select to public using (owner is not null);\n`;

/** A database in which all but the last migrations are recorded. */
async function database(): Promise<{ readonly url: string; readonly root: string }> {
  const files = numbers(size.migrations).map((number) => [`${number}_t.sql`, migration(number)] as const);
  const made = await server.project(Object.fromEntries(files));
  await made.rows("create schema supabase_migrations");
  await made.rows(
    "create table supabase_migrations.schema_migrations (version text primary key, statements text[], name text)",
  );
  for (const number of numbers(size.applied)) {
    const statements = migration(number).split(";\n").filter(Boolean);
    const insert = "insert into supabase_migrations.schema_migrations values ($1, $2, 't')";
    await made.rows(insert, [number, statements]);
  }
  return made;
}

const source = (text: string) =>
  `// ${text}\n${"const x = 1;\n".repeat(200)}Deno.serve(() => new Response("ok"));\n`;
const slugs = numbers(size.functions).map((number) => `f${number}`);

/** A platform with all functions, each with other lines than the repository has. */
async function platform(): Promise<Platform> {
  const made = await functionsPlatform();
  open.push(made);
  for (const [at, slug] of slugs.entries()) {
    const entrypoint = `file:///supabase/functions/${slug}/index.ts`;
    const files = new Map([[`supabase/functions/${slug}/index.ts`, Buffer.from(source("before"))]]);
    const metadata = { entrypoint_path: entrypoint, verify_jwt: false };
    const row = { id: `id-${at}`, slug, name: slug, status: "ACTIVE", version: 1, ...metadata };
    made.functions.set(slug, {
      id: `id-${at}`,
      live: { version: 1, files, metadata },
      staged: undefined,
      row,
    });
  }
  return made;
}

const page = (number: string, text: string) => [`pages/${number}.html`, `<p>${text} ${number}</p>`] as const;

async function host() {
  const now = systemClock.now();
  const state = newVercelState({
    now,
    tokens: { read: { access: "read" } },
    projects: [{ id: "prj_web", name: "web", domains: ["app.example.com"] }],
  });
  const pages = numbers(size.files).map((number) => page(number, "before"));
  const files = Object.fromEntries(pages.map(([path, text]) => [`static/${path}`, text]));
  const index = { "config.json": '{"version":3}', "static/index.html": "<!doctype html>before" };
  seedDeployment(state, { project: "prj_web", files: { ...index, ...files }, now, live: true });
  const vercel = await startVercel({ state, clock: systemClock });
  open.push(vercel);
  return vercel;
}

/** A world of that size, each call of it over a line that takes its time; what `plan` is started with in it. */
async function world() {
  const [{ url, root }, functions, vercel, github] = await Promise.all([
    database(),
    platform(),
    host(),
    githubWorld(),
  ]);
  open.push(github.standIn);
  const lines = await Promise.all(
    [functions.url, vercel.url, github.standIn.url].map((to) => slowed(to, latency)),
  );
  open.push(...lines);
  const [functionsLine, hostLine, githubLine] = lines.map((line) => line.url);
  const sources = slugs.map((slug) => [`supabase/functions/${slug}/index.ts`, source("after")] as const);
  const site = await builtSite({
    commit,
    files: Object.fromEntries(numbers(size.files).map((number) => page(number, "after"))),
  });
  await writeFiles(root, {
    ...Object.fromEntries(sources),
    "rollout.yml": `migrate: { shadow: postgres }
deploy-functions: { functions: [${slugs.join(", ")}], verify-jwt: false, deno-check: off }
deploy-web: { host: vercel }
targets:
  production:
    supabase: ${project}
    supabase-api-url: ${functionsLine}
    host-project: prj_web
    host-api-url: ${hostLine}
    origins: ["${vercel.origin("app.example.com")}"]
`,
  });
  return {
    asked: () => lines.reduce((sum, line) => sum + line.asked(), 0),
    start: {
      workspace: root,
      inputs: {
        target: "production",
        artifact: site.folder,
        "github-token": github.standIn.issueToken({
          deployments: "write",
          actions: "read",
          contents: "read",
        }),
        "database-url": url,
        "supabase-access-token": token,
        "host-token": "read",
      },
      env: {
        GITHUB_REPOSITORY: "acme/prism",
        GITHUB_SHA: commit,
        GITHUB_REF: "refs/heads/main",
        GITHUB_RUN_ID: "42",
        GITHUB_EVENT_NAME: "push",
        GITHUB_API_URL: githubLine,
      },
    },
  };
}

test(
  `${size.migrations} migrations, ${size.functions} functions and ${size.files} files are planned in the time that was promised`,
  async () => {
    const { start, asked } = await world();
    const ran = await runBundle("plan", { ...start, reaper });
    expect(ran.errors).toEqual([]);
    expect(ran.summary).toContain("10 migrations, 50 functions and the web app on production");
    process.stdout.write(
      `plan of ${size.migrations} migrations, ${size.functions} functions, ${size.files} files: ${ran.milliseconds} ms, ${asked()} calls of ${latency} ms more each\n`,
    );
    // Twice the promise: other tests run beside this one. A machine of its own holds the promise itself.
    expect(ran.milliseconds).toBeLessThan(
      process.env["PLAN_AT_SCALE"] === "strict" ? promised : 2 * promised,
    );
  },
  patience,
);
