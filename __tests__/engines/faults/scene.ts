import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type PhaseName, phaseNames } from "../../../kit/release/phases.ts";
import type { Postgres } from "../../../rehearsal/engines/postgres.ts";
import type { Reaper } from "../../../rehearsal/engines/reaper.ts";
import type { Ran } from "../../bundle/bundle-child.ts";
import { liveSources } from "../kills/project.ts";
import type { Met, Saved as Vendors } from "../kills/scene.ts";
import { actIn } from "./act.ts";
import { type CallBook, type Order, newBook } from "./faults.ts";
import { databaseOf } from "./look.ts";
import { tokens } from "./release.ts";
import { startServices } from "./services.ts";

/** What scenes start from: the vendors' states, and the database that a scene's own is a copy of. */
export interface World {
  readonly vendors: Vendors;
  readonly database: string;
}

/** What is found from outside: what users meet, and what the database has. */
export interface Found extends Omit<Met, "values"> {
  readonly ledger: readonly string[];
  readonly tables: readonly string[];
}

export interface Act {
  readonly action: string;
  readonly inputs: Readonly<Record<string, string>>;
  readonly files: Readonly<Record<string, string>>;
  readonly functions: readonly string[];
  readonly order?: Order;
}

export interface Done extends Ran, Pick<CallBook, "calls" | "hit"> {
  /** What its job uploads is here. */
  readonly temp: string;
}

/** Vendors and a database with states of their own, and a proxy before each of them. */
export interface Scene {
  readonly run: number;
  /** A token of GitHub for a job with these `permissions`. */
  issue(permissions: Readonly<Record<string, string>>): string;
  act(act: Act): Promise<Done>;
  /** How the run's jobs have ended up to one that is at work, as GitHub lists them. */
  jobs(until: PhaseName | "rollback", result?: "failure"): void;
  /** A person runs again what failed, from this phase on. */
  again(from: PhaseName | "rollback"): void;
  found(): Promise<Found>;
  /** A copy of the vendors' states; the database stays this scene's. */
  vendors(): Vendors;
  readonly database: string;
  close(): Promise<void>;
}

/** What all scenes of a run share. */
export interface Stage {
  readonly postgres: Postgres;
  readonly reaper: Reaper;
  /** A number that no other scene has. */
  next(): number;
}

async function startScene(stage: Stage, { vendors, database: template }: World): Promise<Scene> {
  const folder = await mkdtemp(join(tmpdir(), "prism-faults-"));
  const database = `scene_${stage.next()}`;
  const databaseUrl = await stage.postgres.createDatabase(database, { template });
  let book = newBook();
  const services = await startServices(vendors, databaseUrl, () => book);
  const { github, project, vercel, cloudflare } = services;
  await services.pages();
  const { run } = vendors;
  const env = {
    run,
    url: services.githubUrl,
    token: tokens.github(github),
    attempt: () => github.runs.find(run).attempt,
  };
  const place = { ...services, folder, env, reaper: stage.reaper };
  return {
    run,
    database,
    issue: (permissions) => github.issueToken(permissions),
    act: async (act) => {
      book = newBook(act.order);
      return await actIn(place, act, book);
    },
    jobs: (until, result) => {
      const last = placeIn(until);
      for (const [index, name] of phaseNames.entries()) {
        if (index <= last) github.runs.job(run, name, "in_progress");
        const ended = index < last ? "success" : index === last ? result : "skipped";
        if (ended !== undefined) github.runs.job(run, name, "completed", ended);
      }
    },
    again: (from) => {
      github.runs.finish(run, "failure");
      github.runs.again(run, "bob", phaseNames.slice(0, placeIn(from)));
    },
    found: async () => ({
      functions: liveSources(project.state()),
      web: vercel.live().domains,
      pages: await services.pages(),
      ...(await databaseOf(databaseUrl)),
    }),
    vendors: () => ({
      github: github.state(),
      supabase: project.state(),
      unreadable: vendors.unreadable,
      vercel: vercel.state(),
      cloudflare: cloudflare.state(),
      run,
    }),
    close: async () => {
      await services.close();
      await stage.postgres.dropDatabase(database);
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Rollback comes behind all phases. */
function placeIn(job: PhaseName | "rollback"): number {
  return job === "rollback" ? phaseNames.length : phaseNames.indexOf(job);
}

export async function inScene<T>(stage: Stage, world: World, work: (scene: Scene) => Promise<T>): Promise<T> {
  const scene = await startScene(stage, world);
  try {
    return await work(scene);
  } finally {
    await scene.close();
  }
}
