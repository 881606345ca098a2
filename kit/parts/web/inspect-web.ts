import { resolve } from "node:path";
import { heldIn } from "../../action/held-in.ts";
import type { Host, LiveWeb, Staged } from "../../providers/hosts/host.ts";
import type { HostWorld } from "../../providers/hosts/hosts.ts";
import { UserError } from "../../errors/user-error.ts";
import type { Form } from "../../ports/misfit.ts";
import { decidedIn } from "../../release/plan/decided.ts";
import type { PlanPart } from "../../release/plan/plan.ts";
import { type Site, readSite } from "./artifact.ts";
import { type FileChanges, compareFiles } from "./compare-files.ts";
import type { WebInputs } from "./inputs.ts";
import { type KeptAssets, assetsManifest, keepsNone, keptAssets } from "./kept-assets.ts";
import { pastOrigins } from "./origins.ts";
import { type EnvFinding, compareEnv, requiredOf } from "./required-env.ts";
import { markerServed } from "./served.ts";
import { servedFiles } from "./sources.ts";

export type WebWorld = HostWorld;

/** Everything that was found out about the web app before anything is decided. */
export interface WebFacts {
  readonly hostName: string;
  readonly site: Site;
  readonly live: LiveWeb;
  /** What was live before this release began; differs from `live` only where an earlier attempt went on. */
  readonly was: { readonly deployment: string | null; readonly marker: string | null };
  readonly env: Readonly<Record<string, EnvFinding>>;
  readonly changes: FileChanges | undefined;
  readonly kept: KeptAssets;
  readonly noWayBack: string | undefined;
  /** Deployed also where it is live already: the release is about nothing else. */
  readonly again: boolean;
}

/** Reads artifact, host and values. Changes nothing. */
export async function inspectWeb(inputs: WebInputs, world: WebWorld, host: Host): Promise<WebFacts> {
  if (inputs.artifact === undefined) {
    const fix = "Pass the output `path` of `build` (or the downloaded artifact) as `artifact`.";
    throw new UserError("PR105", "There is no built site to release: `artifact` is not given.", fix);
  }
  const site = await readSite(resolve(world.root, inputs.artifact));
  refuseSource(site, inputs, host);
  const required = requiredOf(site, inputs.requiredEnv);
  const live = await host.inspect(site.source);
  const again = inputs.only === "deploy-web";
  const [values, files] = await Promise.all([
    host.env(Object.keys(required)),
    live.deployment === null ? undefined : host.filesOf(live.deployment),
  ]);
  const env = compareEnv(site, required, values, { reset: again });
  const was = {
    deployment: live.deployment,
    marker: live.said.marker ?? (await servedMarker(site, live, inputs, world)),
  };
  const origin = pastOrigins(inputs)[0];
  const kept =
    site.source === "existing"
      ? keepsNone
      : await keptAssets(world, { ...was, files, origin }, inputs, site.marker);
  const changes =
    files && site.source !== "existing"
      ? withoutKept(compareFiles(files, servedFiles(site.source, site.files)), kept)
      : undefined;
  return { hostName: inputs.host, site, live, was, env, changes, kept, again, noWayBack: host.noWayBack };
}

/**
 * The facts as they were before an earlier attempt of this same release began: its own staged deployment knows
 * what was live then; for one that the host built itself, what was approved does. Undefined where something else is
 * live too, so that nothing is mistaken for our own work.
 */
export async function factsBefore(
  facts: WebFacts,
  host: Host,
  staged: Staged,
  approved: PlanPart | undefined,
): Promise<WebFacts | undefined> {
  const was = facts.site.source === "existing" ? wasApproved(approved) : await wasBefore(host, staged);
  const served = Object.values(facts.live.domains);
  if (!served.every((one) => one === staged.deployment || one === was.deployment)) return undefined;
  return { ...facts, was };
}

async function wasBefore(host: Host, { previous }: Staged): Promise<WebFacts["was"]> {
  const marker = previous === null ? null : (await host.said(previous)).marker;
  return { deployment: previous, marker };
}

/** What is read of an earlier attempt's decisions. */
interface Decided {
  readonly was: WebFacts["was"];
  readonly requiredEnv: Readonly<Record<string, { readonly host: string }>>;
}

const decidedForm: Form = {
  fields: {
    was: { optional: { fields: { deployment: { maybe: "text" }, marker: { maybe: "text" } } } },
    requiredEnv: { optional: { values: { fields: { host: "text" } } } },
  },
};

function wasApproved(approved: PlanPart | undefined): WebFacts["was"] {
  const { was } = decidedIn<Decided>(approved, decidedForm);
  return { deployment: was?.deployment ?? null, marker: was?.marker ?? null };
}

/**
 * The facts with the required values as they were approved: what an earlier attempt has set already is held as it is
 * required by now.
 */
export function withResets(facts: WebFacts, approved: PlanPart | undefined): WebFacts {
  const decided = decidedIn<Decided>(approved, decidedForm);
  const env = Object.entries(facts.env).map(([name, finding]) => {
    const done = finding.host === "equal" && heldIn(decided.requiredEnv, name)?.host === "reset";
    return [name, done ? { ...finding, host: "reset" as const } : finding] as const;
  });
  return { ...facts, env: Object.fromEntries(env) };
}

/** A build of the host's own says of no marker; it is what the page says. */
async function servedMarker(
  { source }: Site,
  { deployment }: LiveWeb,
  inputs: WebInputs,
  world: WebWorld,
): Promise<string | null> {
  if (source !== "existing" || deployment === null) return null;
  return await markerServed(world, pastOrigins(inputs));
}

/** @throws {UserError} PR102 for a source that this host cannot serve. */
function refuseSource({ source }: Site, { host: name }: WebInputs, { takes = [] }: Host): void {
  if (source === undefined || takes.includes(source)) return;
  throw new UserError(
    "PR102",
    `The artifact is of source ${source}, which host ${name} cannot take. Nothing was changed.`,
    "Write source: dist in the section build, or name the host that it was built for.",
  );
}

/** What stays for open tabs does not go. */
function withoutKept(changes: FileChanges, { releases }: KeptAssets): FileChanges {
  const kept = new Set([assetsManifest, ...releases.flatMap(({ files }) => files.map(({ path }) => path))]);
  return { ...changes, removed: changes.removed.filter((path) => !kept.has(path)) };
}
