import { chmod, mkdir, mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { linkAll } from "../engines/link-all.ts";
import { suiteFolder } from "../engines/package-folder.ts";
import { type Reaper, startReaper } from "../engines/reaper.ts";
import { type Backend, startBackend } from "../world/backend.ts";
import { type Cdn, startCdn } from "../world/cdn.ts";
import { type Forge, startForge } from "../world/forge.ts";
import { type Stack, liveIn } from "../world/stack.ts";
import { newTokens } from "../world/tokens.ts";
import { type WebHost, startWebHost } from "../world/web-host.ts";
import type { World } from "../world/world.ts";
import { browserFor } from "./browser.ts";
import { commitAll } from "./copies.ts";
import { type FormerTold, ownFormer } from "./former.ts";
import { type Machine, makeMachine } from "./machine.ts";
import { namesFor } from "./names.ts";
import { type Prepared, prepareCopies } from "./prepare.ts";
import type { OwnOrder } from "./order.ts";
import { writeRollout } from "./write-rollout.ts";
import { functionSecrets } from "./function-secrets.ts";
import { rewriteMigrations } from "./rewrite-migrations.ts";
import { type MadeOf, whatIsNotTried } from "./not-tried.ts";
import { buildValues, namesProject } from "./build-values.ts";

type Part = Backend | Cdn | Forge | WebHost;

/** A world of somebody's own repository; `site` is what browsers ask. */
export interface OwnWorld extends World {
  readonly site: string;
}

/**
 * Brings up a world in which what is live of the repository is live, and the folder as it is waits to be released.
 * @throws {UserError} for what its author can mend; nothing is left behind then.
 */
export async function startOwnWorld(order: OwnOrder): Promise<OwnWorld> {
  const reaper = startReaper();
  const opened: Part[] = [];
  const close = async (): Promise<void> => {
    for (const part of opened) await part.close();
    await reaper.close();
  };
  try {
    const started = await bringUp(order, reaper, opened);
    return { ...started, close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function bringUp(order: OwnOrder, reaper: Reaper, opened: Part[]): Promise<Omit<OwnWorld, "close">> {
  const { repository, wanted } = order;
  const folder = await newFolder(reaper);
  const machine = await makeMachine(order.env, folder);
  const prepared = await prepareCopies(order, folder, machine);
  const secrets = await functionSecrets(prepared, wanted, order.given);
  const told: FormerTold = { notes: [], whole: true };
  const parts = { order, folder, machine, prepared, told, secrets: secrets.values, reaper, opened };
  const stack = await startParts(parts);
  const shimmed = await rewriteMigrations(prepared.stack, wanted, stack.backend.ownerUrl);
  const cache = join(suiteFolder(), ".cache");
  const browser = await browserFor(prepared.tools, { cache, folder, env: { ...order.env } });
  const rollout = await writeRollout({ order, stack, prepared, browser: browser.found, whole: told.whole });
  const commit = await commitAll(prepared.copy, repository.isGit, machine.env);
  if (order.traffic !== undefined) await linkAll(prepared.links, prepared.copy);
  const files = { [join(repository.workingDirectory, repository.config)]: rollout.text };
  const named = await realProject(prepared.stack, wanted.supabase);
  const forge = await startForge({ stacks: [stack], repository: repository.name, commit, files });
  opened.unshift(forge);
  return {
    ...factsOf(order, prepared),
    ...servicesOf(stack),
    folder,
    site: stack.cdn.origin,
    commit,
    secrets: forge.secrets,
    env: { ...machine.env, ...browser.env },
    notes: whatIsNotTried({ order, prepared, told, secrets, rollout, browser, shimmed, named, commit }),
    github: forge.github,
    reaper,
  };
}

function factsOf({ repository, wanted: { target } }: OwnOrder, { copy, tools, links }: Prepared) {
  return {
    suite: suiteFolder(),
    repository: copy,
    repositoryName: repository.name,
    workingDirectory: repository.workingDirectory,
    nodeModules: join(tools, "node_modules"),
    links,
    callerWith: { target, config: repository.config },
    target,
  };
}

function servicesOf(stack: Stack) {
  const { host, cdn, backend } = stack;
  const { supabase, project, databaseUrl } = backend;
  return {
    host,
    supabase,
    project,
    databaseUrl,
    cdn: cdn.standIn,
    staging: undefined,
    live: () => liveIn(stack),
    pushed: async () => undefined,
  };
}

async function realProject(stack: string, ref: string | undefined): Promise<MadeOf["named"]> {
  if (ref === undefined) return undefined;
  const host = `${ref}.supabase.co`;
  return { files: await namesProject(stack, host), host };
}

interface PartsOrder {
  readonly order: OwnOrder;
  readonly folder: string;
  readonly machine: Machine;
  readonly prepared: Prepared;
  readonly told: FormerTold;
  readonly secrets: Readonly<Record<string, string>>;
  readonly reaper: Reaper;
  readonly opened: Part[];
}

/** `opened` takes every part that must be closed, newest first. */
async function startParts(parts: PartsOrder): Promise<Stack> {
  const { order, folder, machine, prepared, told, secrets, reaper, opened } = parts;
  const names = namesFor(order.repository, order.wanted);
  const { target } = names;
  const open = async <P extends Part>(starting: Promise<P>): Promise<P> => {
    const part = await starting;
    opened.unshift(part);
    return part;
  };
  const tokens = newTokens();
  const former = ownFormer({
    live: prepared.live,
    wanted: order.wanted,
    env: machine.env,
    prepare: prepared.prepareLive,
    told,
  });
  const packages = { fetchEnv: machine.fetchEnv };
  const started = { folder, target, tokens, reaper, former, packages, functionSecrets: secrets };
  const backend = await open(startBackend(started));
  const { keys } = backend.supabase;
  const values = await buildValues(prepared.stack, {
    ref: target.ref,
    url: backend.gatewayUrl,
    publishableKey: keys.publishable,
    anonKey: keys.anon,
  });
  const hostEnv = { ...order.wanted.build.requiredEnv, ...order.wanted.web?.requiredEnv, ...values };
  const built = { ...backend, buildEnv: values };
  const name = order.wanted.web?.host ?? "vercel";
  const served = { folder, target: { ...target, hostEnv }, tokens, backend: built, former };
  const host = await open(startWebHost({ name, source: "dist", ...served }));
  const cdn = await open(startCdn({ name: names.cdn, target, tokens, host, visits: names.visits }));
  const own = names.hasCdn ? cdn : { ...cdn, origin: host.origin, section: { cdn: "none" } };
  return { target, tokens, backend: built, host, cdn: own, source: "dist" };
}

async function newFolder(reaper: Reaper): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "prism-rehearsal-"));
  await chmod(folder, 0o755);
  reaper.folder(folder);
  await mkdir(join(folder, "artifacts"), { recursive: true });
  return folder;
}
