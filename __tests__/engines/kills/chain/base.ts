import { cp, mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Postgres } from "../../../../rehearsal/engines/postgres.ts";
import type { PhaseName } from "../../../../kit/release/phases.ts";
import { builtSite } from "../../../support/built-site.ts";
import { deployFunctions, deployWeb, purgeCdn } from "../acts.ts";
import { newDatabase } from "../database.ts";
import { before } from "../release.ts";
import type { Act, Done } from "../act.ts";
import { type Met, type Saved, inScene } from "../scene.ts";
import { type Sources, two, withOne } from "../sources.ts";
import { outputOf, passed } from "../tell.ts";
import { type Planned, build, phase, plan } from "./acts.ts";

/** What a chain has come to before a phase of it. */
export interface Point {
  readonly saved: Saved;
  readonly met: Met;
  readonly schema: readonly string[];
  readonly planned: Planned;
  /** What its jobs have uploaded by then. */
  readonly artifacts: string;
}

/** A chain that was let through: how it stood before each of its phases, what each asked for, how it stands after all. */
export interface Chain {
  readonly of: Sources;
  readonly release: string;
  readonly before: Readonly<Record<PhaseName, Point>>;
  readonly did: Readonly<Record<PhaseName, Done>>;
  readonly after: Point;
}

const app = {
  "build.mjs": `import { mkdirSync, writeFileSync } from "node:fs";
mkdirSync("dist/assets", { recursive: true });
writeFileSync("dist/assets/app-two.js", "document.title = 'two';");
writeFileSync("dist/index.html", '<!doctype html><html><head><script type="module" src="/assets/app-two.js"></script></head><body>two</body></html>');
`,
  "supabase/migrations/0001_first.sql": "create table public.first (id bigint primary key);\n",
};

const pending = {
  "supabase/migrations/0002_second.sql": "create table public.second (id bigint primary key);\n",
  "supabase/migrations/0003_third.sql":
    "create table public.third (id bigint primary key);\ncreate table public.fourth (id bigint primary key);\n",
};

/** As the Supabase CLI has left it. */
const migrated = `${app["supabase/migrations/0001_first.sql"]}
create schema supabase_migrations;
create table supabase_migrations.schema_migrations (version text primary key, statements text[], name text);
insert into supabase_migrations.schema_migrations
  values ('0001', array['create table public.first (id bigint primary key)'], 'first');`;

/** What another tool has made live, and the commit that is to be released on top of it. */
const older: Sources = withFiles(two("1"), app);
const newer: Sources = withFiles(withOne(two("2"), "fresh"), { ...app, ...pending });

export async function oldWorld(postgres: Postgres): Promise<Saved> {
  const old = await builtSite({ text: "one", commit: "1".repeat(40) });
  const saved = { ...(await before("unplanned")), database: await newDatabase(postgres, migrated) };
  return await inScene(saved, async (scene) => {
    await passed(scene, deployFunctions(older));
    await passed(scene, deployWeb(older, old.folder));
    await passed(scene, purgeCdn(older, old.folder));
    return await scene.keep();
  });
}

/** Plays the chain once, and keeps how it stands before each phase. */
export async function playChain(start: Saved, of: Sources = newer): Promise<Chain> {
  return await inScene(start, async (scene) => {
    const points = new Map<string, Point>();
    const did = new Map<string, Done>();
    let planned: Planned = { outputs: "", plan: "", site: "" };
    const artifacts = await mkdtemp(join(tmpdir(), "prism-kills-chain-"));
    const stand = async (): Promise<Point> => {
      const so = await mkdtemp(join(tmpdir(), "prism-kills-chain-"));
      await cp(artifacts, so, { recursive: true });
      return {
        saved: await scene.keep(),
        met: await scene.met(),
        schema: await scene.schema(),
        planned,
        artifacts: so,
      };
    };
    for (const name of phasesOfChain) {
      points.set(name, await stand());
      scene.jobs(name);
      const done = await passed(scene, actOf(name, of, planned));
      did.set(name, done);
      planned = await handedOn(name, done, planned);
      await cp(join(done.temp, "prism-rollout"), join(artifacts, name), {
        recursive: true,
        force: true,
      }).catch(noneLeft);
    }
    const release = outputOf(planned.outputs, "release");
    return {
      of,
      release,
      before: Object.fromEntries(points) as Chain["before"],
      did: Object.fromEntries(did) as Chain["did"],
      after: await stand(),
    };
  });
}

export const phasesOfChain: readonly PhaseName[] = [
  "build",
  "plan",
  "migrate",
  "deploy-functions",
  "deploy-web",
  "purge-cdn",
  "smoke",
  "observe",
];

export function actOf(name: PhaseName, of: Sources, planned: Planned): Act {
  if (name === "build") return build(of);
  return name === "plan" ? plan(of, planned.site) : phase(name, of, planned);
}

/** What a phase hands on to those after it, as its job uploads it. */
export async function handedOn(name: PhaseName, { outputs }: Done, planned: Planned): Promise<Planned> {
  if (name !== "build" && name !== "plan") return planned;
  const folder = await mkdtemp(join(tmpdir(), `prism-kills-${name}-`));
  await cp(name === "build" ? outputOf(outputs, "path") : outputOf(outputs, "folder"), folder, {
    recursive: true,
  });
  if (name === "build") return { ...planned, site: folder, outputs };
  return { ...planned, plan: folder, outputs: `${planned.outputs}${outputs}` };
}

/** A phase that changes nothing has nothing to upload. */
function noneLeft(error: unknown): void {
  if ((error as { code?: string }).code !== "ENOENT") throw error;
}

function withFiles({ files, functions }: Sources, more: Readonly<Record<string, string>>): Sources {
  return { functions, files: { ...files, ...more } };
}
