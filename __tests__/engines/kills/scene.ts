import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { phaseNames } from "../../../kit/release/phases.ts";
import { systemClock } from "../../../kit/ports/clock.ts";
import { startReaper } from "../../../rehearsal/engines/reaper.ts";
import type { CloudflareState } from "../../../rehearsal/stand-ins/cloudflare/state.ts";
import { type CloudflareStandIn, startCloudflare } from "../../../rehearsal/stand-ins/cloudflare/start.ts";
import { startGithub } from "../../../rehearsal/stand-ins/github/start.ts";
import type { GithubState } from "../../../rehearsal/stand-ins/github/state.ts";
import type { SupabaseState } from "../../../rehearsal/stand-ins/supabase/state.ts";
import { startVercel } from "../../../rehearsal/stand-ins/vercel/start.ts";
import type { VercelState } from "../../../rehearsal/stand-ins/vercel/state.ts";
import type { Act, Done } from "./act.ts";
import { type Parts, actIn } from "./act-in.ts";
import type { KeptDatabase } from "./database.ts";
import { liveSources, startProject } from "./project.ts";
import { domains, openRelease, openRun, paths, releaseOf } from "./release.ts";

/** Everything that the vendors of a scene remember: a scene can be started from it any number of times. */
export interface Saved {
  readonly github: GithubState;
  readonly supabase: SupabaseState;
  /** The sums of bundles of which the platform gives no sources. */
  readonly unreadable: readonly string[];
  readonly vercel: VercelState;
  readonly cloudflare: CloudflareState;
  readonly run: number;
  readonly database?: KeptDatabase;
}

/** What users meet, by the vendors' own word: functions, the deployment of each domain, and the pages through the CDN. */
export interface Met {
  readonly functions: Readonly<Record<string, string>>;
  readonly web: Readonly<Record<string, string | null>>;
  readonly pages: readonly string[];
  /** What the host holds for builds to come. */
  readonly values: Readonly<Record<string, string>>;
}

/** Vendors with a state of their own; a door before each API for each process. */
export interface Scene {
  /** Runs the real bundle of an action in a process of its own. */
  act(act: Act): Promise<Done>;
  /** How the run's jobs have ended up to one that is at work, as GitHub lists them. */
  jobs(until: string, result?: "failure" | "cancelled"): void;
  /** A person runs what failed again, from this phase on, or `rollback` alone: its process is on a new runner. */
  again(from: string): void;
  /** The run has ended, and another one begins: with a release of its own, whose id it gives, or a person's. */
  next(ended: "success" | "failure"): Promise<string>;
  byPerson(ended: "success" | "failure"): void;
  /** Another run begins beside it, and both are at work: with a release of its own, or a person's without one. */
  beside(of: "release" | "person"): Promise<{ readonly run: number; readonly release: string }>;
  /** Where a developer's own tools reach the project and its database, past every door. */
  readonly project: { readonly url: string; readonly database: string };
  /** The tokens of all jobs so far are worth nothing any more, as of a job that GitHub has given up. */
  revoke(): void;
  met(): Promise<Met>;
  /** What stands in the database: versions in the ledger, then tables. Empty without one. */
  schema(): Promise<readonly string[]>;
  /** Vendors' states as they are; the database is the one that the scene began with. */
  state(): Saved;
  /** The same with the database as it is. */
  keep(): Promise<Saved>;

  close(): Promise<void>;
}

export async function startScene(saved: Saved): Promise<Scene> {
  const folder = await mkdtemp(join(tmpdir(), "prism-kills-"));
  const reaper = startReaper();
  const github = await startGithub({ state: saved.github, clock: systemClock });
  const project = await startProject(saved.supabase, saved.unreadable);
  const vercel = await startVercel({ state: saved.vercel, clock: systemClock });
  const cloudflare = await startCloudflare({
    state: saved.cloudflare,
    clock: systemClock,
    upstream: (host) => vercel.origin(host),
  });
  const database = await saved.database?.copy();
  const parts: Parts = { github, project, vercel, cloudflare, database, folder, reaper, run: saved.run };
  const state = (): Saved => ({
    ...saved,
    github: github.state(),
    supabase: project.state(),
    vercel: vercel.state(),
    cloudflare: cloudflare.state(),
    run: parts.run,
  });
  const finish = (ended: "success" | "failure"): void => github.runs.finish(parts.run, ended);
  await pagesOf(cloudflare);
  return {
    act: (act) => actIn(parts, act),
    jobs: (until, result) => {
      const at = jobNames.indexOf(until);
      for (const [index, name] of jobNames.entries()) {
        if (index <= at) github.runs.job(parts.run, name, "in_progress");
        const ended = index < at ? "success" : index === at ? result : "skipped";
        if (ended !== undefined) github.runs.job(parts.run, name, "completed", ended);
      }
    },
    again: (from) => {
      finish("failure");
      const kept = from === "rollback" ? jobNames : jobNames.slice(0, jobNames.indexOf(from));
      github.runs.again(parts.run, "bob", kept);
    },
    next: async (ended) => {
      finish(ended);
      parts.run = await openRelease(github);
      return releaseOf(parts.run);
    },
    byPerson: (ended) => {
      finish(ended);
      parts.run = openRun(github);
    },
    beside: async (of) => {
      const run = of === "release" ? await openRelease(github) : openRun(github);
      return { run, release: releaseOf(run) };
    },
    project: { url: project.url, database: database?.url ?? "" },
    revoke: () =>
      github.change(({ tokens: issued }) => {
        for (const token of Object.keys(issued)) delete issued[token];
      }),
    met: async () => ({
      functions: liveSources(project.state()),
      web: vercel.live().domains,
      pages: await pagesOf(cloudflare),
      values: valuesAt(vercel.state()),
    }),
    schema: async () => (await database?.schema()) ?? [],
    state,
    keep: async () => (database === undefined ? state() : { ...state(), database: await database.keep() }),
    close: async () => {
      // Of a test that was given up: nobody else would end its bundle.
      await reaper.close();
      await Promise.all([github, project, vercel, cloudflare].map((one) => one.close()));
      await database?.drop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

export async function inScene<T>(saved: Saved, work: (scene: Scene) => Promise<T>): Promise<T> {
  const scene = await startScene(saved);
  try {
    return await work(scene);
  } finally {
    await scene.close();
  }
}

const jobNames: readonly string[] = phaseNames;

function valuesAt({ projects }: VercelState): Met["values"] {
  return Object.fromEntries(projects.flatMap(({ env }) => env.map(({ key, value }) => [key, value])));
}

/** Visitors come: every path is asked for through the CDN, on every domain. */
async function pagesOf(cloudflare: CloudflareStandIn): Promise<readonly string[]> {
  const addresses = domains.flatMap((domain) => paths.map((path) => cloudflare.origin(domain) + path));
  return await Promise.all(addresses.map(async (address) => await (await fetch(address)).text()));
}
