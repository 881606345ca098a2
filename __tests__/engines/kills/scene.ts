import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { phaseNames } from "../../../kit/release/phases.ts";
import { systemClock } from "../../../kit/ports/clock.ts";
import { type Reaper, startReaper } from "../../../rehearsal/engines/reaper.ts";
import type { CloudflareState } from "../../../rehearsal/stand-ins/cloudflare/state.ts";
import { type CloudflareStandIn, startCloudflare } from "../../../rehearsal/stand-ins/cloudflare/start.ts";
import { type GithubStandIn, startGithub } from "../../../rehearsal/stand-ins/github/start.ts";
import type { GithubState } from "../../../rehearsal/stand-ins/github/state.ts";
import type { SupabaseState } from "../../../rehearsal/stand-ins/supabase/state.ts";
import { type VercelStandIn, startVercel } from "../../../rehearsal/stand-ins/vercel/start.ts";
import type { VercelState } from "../../../rehearsal/stand-ins/vercel/state.ts";
import { type Ran, runBundle } from "../../bundle/bundle-child.ts";
import { writeFiles } from "../../support/vite-project.ts";
import { type Boundary, type Door, openDoor } from "./door.ts";
import { type Project, liveSources, startProject } from "./project.ts";
import { commit, domains, openRelease, openRun, paths, releaseOf, rolloutFile, tokens } from "./release.ts";

/** Everything that the vendors of a scene remember: a scene can be started from it any number of times. */
export interface Saved {
  readonly github: GithubState;
  readonly supabase: SupabaseState;
  /** The sums of bundles of which the platform gives no sources. */
  readonly unreadable: readonly string[];
  readonly vercel: VercelState;
  readonly cloudflare: CloudflareState;
  readonly run: number;
}

/** What users meet, by the vendors' own word: functions, the deployment of each domain, and the pages through the CDN. */
export interface Met {
  readonly functions: Readonly<Record<string, string>>;
  readonly web: Readonly<Record<string, string | null>>;
  readonly pages: readonly string[];
  /** What the host holds for builds to come. */
  readonly values: Readonly<Record<string, string>>;
}

/** How a bundle is run in a scene. */
export interface Act {
  readonly action: string;
  readonly inputs: Readonly<Record<string, string>>;
  /** The sources of the checkout. */
  readonly files: Readonly<Record<string, string>>;
  readonly functions: readonly string[];
  /** More of `deploy-functions` in rollout.yml, and its section `build`. */
  readonly more?: string;
  readonly build?: string;
  /** Where its process ends by SIGKILL; nowhere without it. */
  readonly at?: Boundary | undefined;
}

/** What a process did, what it asked for, what of that was carried out, and the folder in which it left what its job uploads. */
export type Done = Ran & Pick<Door, "calls" | "carried"> & { readonly temp: string };

/** Vendors with a state of their own; a door before each API. */
export interface Scene {
  /** Runs the real bundle of an action in a process of its own. */
  act(act: Act): Promise<Done>;
  /** How the run's jobs have ended up to one that is at work, as GitHub lists them. */
  jobs(until: string, result?: "failure"): void;
  /** A person runs what failed again, from this phase on, or `rollback` alone: its process is on a new runner. */
  again(from: string): void;
  /** The run has ended, and another one begins: with a release of its own, whose id it gives, or a person's. */
  next(ended: "success" | "failure"): Promise<string>;
  byPerson(ended: "success" | "failure"): void;
  met(): Promise<Met>;
  state(): Saved;
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
  const door = await openDoor({
    github: github.url,
    supabase: project.url,
    vercel: vercel.url,
    cloudflare: cloudflare.url,
  });
  const parts = { github, project, vercel, cloudflare, door, folder, reaper, run: saved.run };
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
    met: async () => ({
      functions: liveSources(project.state()),
      web: vercel.live().domains,
      pages: await pagesOf(cloudflare),
      values: valuesAt(vercel.state()),
    }),
    state: () => ({
      github: github.state(),
      supabase: project.state(),
      unreadable: saved.unreadable,
      vercel: vercel.state(),
      cloudflare: cloudflare.state(),
      run: parts.run,
    }),
    close: async () => {
      // Of a test that was given up: nobody else would end its bundle.
      await reaper.close();
      await Promise.all([door, github, project, vercel, cloudflare].map((one) => one.close()));
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

interface Parts {
  readonly github: GithubStandIn;
  readonly project: Project;
  readonly vercel: VercelStandIn;
  readonly cloudflare: CloudflareStandIn;
  readonly door: Door;
  readonly folder: string;
  readonly reaper: Reaper;
  run: number;
}

async function actIn(
  { github, project, cloudflare, door, folder, reaper, run }: Parts,
  { at, ...of }: Act,
): ReturnType<Scene["act"]> {
  const workspace = await mkdtemp(join(folder, "checkout-"));
  const temp = await mkdtemp(join(folder, "temp-"));
  const { action, inputs, files } = of;
  const rollout = rolloutFile(of, {
    supabaseUrl: door.url("supabase"),
    functionsUrl: `${project.gatewayUrl}/functions/v1`,
    hostUrl: door.url("vercel"),
    cdnUrl: door.url("cloudflare"),
    origins: domains.map((domain) => cloudflare.origin(domain)),
  });
  await writeFiles(workspace, { ...files, "rollout.yml": rollout });
  const ran = await runBundle(action, {
    workspace,
    // What went live before was deployed by another tool, which keeps no record.
    inputs: {
      target: "production",
      ...("release" in inputs ? { "github-token": tokens.github(github) } : {}),
      ...inputs,
    },
    env: {
      ...runnerOf(run),
      GITHUB_RUN_ATTEMPT: String(github.runs.find(run).attempt),
      GITHUB_API_URL: door.url("github"),
      RUNNER_TEMP: temp,
    },
    reaper,
    started: (kill) => door.watch(at, () => kill("SIGKILL")),
  });
  await door.shut();
  return { ...ran, calls: [...door.calls], carried: [...door.carried], temp };
}

function runnerOf(run: number): Readonly<Record<string, string>> {
  return {
    GITHUB_REPOSITORY: "acme/prism",
    GITHUB_SHA: commit,
    GITHUB_RUN_ID: String(run),
    GITHUB_ACTOR: "bob",
    GITHUB_REF: "refs/heads/main",
    GITHUB_EVENT_NAME: "push",
  };
}

function valuesAt({ projects }: VercelState): Met["values"] {
  return Object.fromEntries(projects.flatMap(({ env }) => env.map(({ key, value }) => [key, value])));
}

/** Visitors come: every path is asked for through the CDN, on every domain. */
async function pagesOf(cloudflare: CloudflareStandIn): Promise<readonly string[]> {
  const addresses = domains.flatMap((domain) => paths.map((path) => cloudflare.origin(domain) + path));
  return await Promise.all(addresses.map(async (address) => await (await fetch(address)).text()));
}
