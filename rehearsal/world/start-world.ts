import { readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, posix } from "node:path";
import { describe } from "../../kit/errors/user-error.ts";
import type { SourceName } from "../../kit/parts/web/sources.ts";
import type { HostName } from "../../kit/providers/hosts/names.ts";
import { sha256 } from "../../kit/release/canonical.ts";
import { findBrowser } from "../engines/chromium.ts";
import { type Reaper, startReaper } from "../engines/reaper.ts";
import { copyApp } from "./app-folder.ts";
import type { Backend } from "./backend.ts";
import type { Cdn } from "./cdn.ts";
import type { KnownCdn } from "../stand-ins/start-cdn.ts";
import type { Exchange } from "../stand-ins/watch.ts";
import { type Forge, startForge } from "./forge.ts";
import { type Places, layOutApp } from "./lay-out-app.ts";
import { pointTargetAt } from "./rollout-file.ts";
import { type Skipped, leftOut } from "./skipped.ts";
import { type Stack, liveIn, pointAt, startStack } from "./stack.ts";
import { type TargetNames, staging, target } from "./target.ts";
import type { WebHost } from "./web-host.ts";
import { buildCommit, playedSources } from "./web-source.ts";
import type { World, WorldFacts } from "./world.ts";

/** What a world is started from. */
export interface WorldOptions {
  /** The environment of this process: PATH, HOME and LANG are passed on, nothing else. */
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Where in the repository the app lies; a monorepo has it in a folder. By default `.`. */
  readonly workingDirectory?: string;
  /** Whether the app has a second target as well, `staging`. */
  readonly staging?: boolean;
  /** Which CDN stands before the web host. */
  readonly cdn?: KnownCdn | undefined;
  /** Which host serves the web. */
  readonly webHost?: HostName | undefined;
  /** Where the site comes from; by default it is built as a folder of files. */
  readonly source?: SourceName | undefined;
  /** What of the app's own is left out, where a rehearsal is about something else. */
  readonly skip?: Skipped | undefined;
  /** Told of every question to GitHub and its answer. */
  readonly onExchange?: (exchange: Exchange) => void;
}

/**
 * Brings up a world in which the previous release is live: engines, stand-ins, the app's repository with the
 * release that is to be played.
 * @throws {Error} when an engine does not start; nothing is left behind then.
 */
export async function startWorld(options: WorldOptions): Promise<World> {
  const reaper = startReaper();
  const opened: Part[] = [];
  try {
    return await bringUp(reaper, options, opened);
  } catch (error) {
    await close(reaper, opened);
    throw error;
  }
}

type Part = Backend | Cdn | Forge | WebHost;

function opener(opened: Part[]): <P extends Part>(starting: Promise<P>) => Promise<P> {
  return async (starting) => {
    const part = await starting;
    opened.unshift(part);
    return part;
  };
}

/** `opened` takes every part that must be closed, newest first. */
async function bringUp(reaper: Reaper, options: WorldOptions, opened: Part[]): Promise<World> {
  const { env, workingDirectory = ".", onExchange } = options;
  const open = opener(opened);
  const { suite, folder, places, modules } = await layOutApp(reaper);
  const machine = machineEnv(env);
  const browsing = browserOf(suite, places.app, env);
  const { cdn, webHost, source = "dist", staging: both = false } = options;
  const common = { ...places, cdn, webHost, source, reaper, env: machine, open };
  const { main, second, stacks } = await startStacks(
    (names) => startStack({ ...common, target: names }),
    both,
  );
  const own = { ...places, nodeModules: modules, repository: join(places.repository, workingDirectory) };
  const skipped = options.skip && leftOut[options.skip];
  const rollout = await writeApp(own, stacks, { source, overlay: skipped?.overlay });
  const commit = sha256(rollout).slice(0, 40);
  const file = posix.join(workingDirectory, "rollout.yml");
  const forge = await open(startForge({ stacks, commit, files: { [file]: rollout }, onExchange }));
  const browser = await browsing;
  return {
    folder,
    suite,
    commit,
    repository: places.repository,
    workingDirectory,
    nodeModules: modules,
    target: target.name,
    secrets: forge.secrets,
    env: { ...machine, ...browser.env },
    notes: notesOf([main.backend, playedSources[source], browser, skipped]),
    github: forge.github,
    reaper,
    ...servicesOf(main),
    staging: second && partOf(second),
    live: () => liveIn(main),
    pushed: (pushed) =>
      toHosts(stacks, { ...pushed, folder, workingDirectory, nodeModules: modules, env: machine }),
    close: () => close(reaper, opened),
  };
}

/** The stack of production and, if wanted, that of staging; `stacks` in the order in which a release meets them. */
async function startStacks(start: (names: TargetNames) => Promise<Stack>, both: boolean) {
  const main = await start(target);
  const second = both ? await start(staging) : undefined;
  return { main, second, stacks: second === undefined ? [main] : [second, main] };
}

function servicesOf({
  host,
  backend,
  cdn,
}: Stack): Pick<World, "host" | "supabase" | "cdn" | "project" | "databaseUrl"> {
  const { supabase, project, databaseUrl } = backend;
  return { host, supabase, cdn: cdn.standIn, project, databaseUrl };
}

function notesOf(
  told: readonly ({ readonly notes: readonly string[] } | { readonly note: string } | undefined)[],
): readonly string[] {
  return told.flatMap((one) => (one === undefined ? [] : "note" in one ? [one.note] : one.notes));
}

/** Each host that builds commits builds this one, with the values of its own target. */
async function toHosts(
  stacks: readonly Stack[],
  facts: Pick<WorldFacts, "commit" | "repository" | "workingDirectory" | "folder" | "nodeModules" | "env">,
): Promise<void> {
  const { commit, nodeModules, env } = facts;
  const app = join(facts.repository, facts.workingDirectory);
  for (const {
    host,
    backend,
    target: { name },
  } of stacks) {
    if (host.pushed === undefined) continue;
    const folder = join(facts.folder, `${name}-${commit.slice(0, 12)}`);
    const own = { ...env, ...backend.buildEnv };
    await host.pushed(commit, await buildCommit({ app, commit, env: own, nodeModules, folder }));
  }
}

function partOf(stack: Stack): NonNullable<World["staging"]> {
  const { project, databaseUrl } = stack.backend;
  return { project, databaseUrl, live: () => liveIn(stack) };
}

async function close(reaper: Reaper, parts: readonly Part[]): Promise<void> {
  for (const part of parts) await part.close();
  await reaper.close();
}

/**
 * The repository's copy of the app, its site from `source`, its targets pointed at the stand-ins, without the checks that
 * are left out. Returns its rollout.yml.
 */
async function writeApp(
  places: Places,
  stacks: readonly Stack[],
  options: {
    readonly source: SourceName;
    readonly overlay: Readonly<Record<string, unknown>> | undefined;
  },
): Promise<string> {
  const { source, overlay } = options;
  await copyApp(places.app, places.repository, places.nodeModules);
  await playedSources[source].writeInto(places.repository);
  const file = join(places.repository, "rollout.yml");
  const pointed = stacks.reduce(pointAt, await readFile(file, "utf8"));
  const names = overlay === undefined ? [] : stacks.map((stack) => stack.target.name);
  const text = names.reduce((so, name) => pointTargetAt(so, name, { ...overlay }), pointed);
  await writeFile(file, text);
  return text;
}

/** A browser for the app's Playwright, as a runner's machine has one. Without one the suites say so themselves. */
async function browserOf(
  suite: string,
  app: string,
  env: WorldOptions["env"],
): Promise<{ readonly env: Readonly<Record<string, string>>; readonly notes: readonly string[] }> {
  try {
    return { env: (await findBrowser({ cache: join(suite, ".cache"), app, env })).env, notes: [] };
  } catch (error) {
    return { env: {}, notes: [`The Playwright suites have no browser here: ${describe(error)}.`] };
  }
}

function machineEnv({ PATH, HOME, LANG }: WorldOptions["env"]): Record<string, string> {
  return { PATH: PATH ?? "/usr/local/bin:/usr/bin:/bin", HOME: HOME ?? tmpdir(), LANG: LANG ?? "C.UTF-8" };
}
