import type { Json } from "../../release/canonical.ts";
import type { Verdict } from "../../release/verdict.ts";
import type { Journal } from "../../release/record/journal.ts";
import type { Host, HostedSite, Staged } from "../../providers/hosts/host.ts";
import { hostedSite } from "./hosted-site.ts";
import { hasVersion } from "./artifact.ts";
import type { WebInputs } from "./inputs.ts";
import { pastOrigins } from "./origins.ts";
import type { WebFacts, WebWorld } from "./inspect-web.ts";
import { probeStaged } from "./probe-staged.ts";
import { resetsOf } from "./required-env.ts";
import { markerServed, refuseUnsafe } from "./served.ts";

/** What was made live, as outputs name it. */
export interface Applied {
  readonly deployment: string | null;
  readonly url: string | null;
  readonly previous: string | null;
  /** Scripts and styles that were asked for on the staged site; undefined where the host cannot stage. */
  readonly probed: number | undefined;
  /** How many hashed assets of former releases the site has kept. */
  readonly kept: number;
  /** How many production domains the host says serve it; all of them, or it would have failed. */
  readonly domains: number;
}

/** Staged, but not promoted: what the check said. */
export interface Unfit<V extends Verdict> {
  readonly unfit: V;
}

/** Looks at what is staged; anything but `pass` leaves production as it is. */
export type CheckStaged<V extends Verdict> = ((staged: Staged) => Promise<V>) | undefined;

/**
 * Stages, probes, sets required values, promotes: two or three changes in the journal, so that the record tells what a cut has left. Component
 * `web-staged` touches no traffic; `web` names the deployment that goes live before it does.
 */
export async function applyWeb<V extends Verdict>(
  inputs: WebInputs,
  host: Host,
  facts: WebFacts,
  { release, journal }: { readonly release: string; readonly journal: Journal },
  world: WebWorld,
  check?: CheckStaged<V>,
): Promise<(Applied & { readonly checked: V | undefined }) | Unfit<V>> {
  const { site, was } = facts;
  const artifact = { artifactDigest: site.digest, marker: site.marker, ...builtIn(site) };
  await refuseUnsafe(world, pastOrigins(inputs));
  const hosted = await hostedSite(site, facts.kept, inputs, world);
  const staged = await stageOnce(host, hosted, facts, release, journal);
  const probed = staged && (await probe(inputs, host, facts, staged, world));
  const checked = staged && (await check?.(staged));
  if (checked !== undefined && checked.verdict !== "pass") return { unfit: checked };
  await resetEnv(host, facts, journal);
  const deployment = staged?.deployment ?? null;
  const after = { deployment, ...artifact };
  const before = await liveBefore(inputs, facts, world);
  let domains: readonly string[] = [];
  await journal.change("web", { before, intended: after }, async () => {
    domains = await host.promote({ site: hosted, staged, was: facts.live.domains });
    return { id: deployment ?? site.marker, ...after };
  });
  return {
    deployment,
    url: staged?.url ?? null,
    previous: was.deployment,
    probed,
    kept: hosted.kept,
    domains: domains.length,
    checked,
  };
}

/** Where the artifact of another target was taken: which run has built it, and for whom. */
function builtIn({ made, reuse }: WebFacts["site"]): Readonly<Record<string, string>> {
  if (made === undefined || reuse?.taken !== true) return {};
  return { builtIn: made.run, builtFor: made.target ?? "default" };
}

/** How many scripts and styles the staged site served as it should. @throws {UserError} PR432 */
async function probe(
  { assets, pollInterval }: WebInputs,
  { probeHeaders: headers }: Host,
  { site }: WebFacts,
  { url }: Staged,
  world: WebWorld,
): Promise<number> {
  const version = await hasVersion(site);
  const staged = { url, headers, marker: site.marker, assets, version };
  const { resources } = await world.log.group(`Probe ${url}`, () => probeStaged(world, staged, pollInterval));
  return resources;
}

/** What a way back needs; the marker of a site that another tool deployed is what the origins serve. */
async function liveBefore(inputs: WebInputs, { live, was }: WebFacts, world: WebWorld): Promise<Json> {
  const asked = live.deployment !== null && live.deployment === was.deployment;
  const marker = was.marker ?? (asked ? await markerServed(world, pastOrigins(inputs)) : null);
  return { deployment: was.deployment, marker, domains: { ...live.domains } };
}

/**
 * Before the promotion, and after the site was staged: by that an attempt that is cut here is known. The other value
 * may be a secret, so the receipt only says that there was one.
 */
async function resetEnv(host: Host, { env }: WebFacts, journal: Journal): Promise<void> {
  const intended = resetsOf(env);
  const names = Object.keys(intended);
  if (names.length === 0) return;
  const before = Object.fromEntries(names.map((name) => [name, "another value"]));
  await journal.change("web-env", { before, intended }, async () => {
    await host.setEnv(intended);
    return { id: names.join(","), ...intended };
  });
}

async function stageOnce(
  host: Host,
  site: HostedSite,
  { was, hostName }: WebFacts,
  release: string,
  journal: Journal,
): Promise<Staged | undefined> {
  if (hostName === "command") return await host.stage(site, release, was.deployment);
  let staged: Staged | undefined;
  const intended = { artifactDigest: site.digest, marker: site.marker };
  await journal.change("web-staged", { before: null, intended }, async () => {
    staged = await host.stage(site, release, was.deployment);
    return staged === undefined ? null : { id: staged.deployment, url: staged.url };
  });
  return staged;
}
