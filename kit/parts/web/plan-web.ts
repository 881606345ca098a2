import { resolve } from "node:path";
import type { PlanPart, Undo } from "../../release/plan.ts";
import type { Host, LiveWeb, Staged } from "../../providers/hosts/host.ts";
import { type HostWorld, openHost } from "../../providers/hosts/hosts.ts";
import { UserError } from "../../errors/user-error.ts";
import { type Site, readSite } from "./artifact.ts";
import { type FileChanges, compareFiles, filesLine } from "./compare-files.ts";
import type { WebInputs } from "./inputs.ts";
import { type KeptAssets, assetsManifest, keptAssets } from "./kept-assets.ts";
import { pastOrigins } from "./origins.ts";
import { webDetail } from "./web-details.ts";
import { type EnvFinding, compareEnv, requiredOf, resetsOf, unverifiedEnv } from "./required-env.ts";

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

/** The `deploy-web` part of the plan. @throws {UserError} when nothing may be promoted, or a value is wrong. */
export async function planWeb(inputs: WebInputs, world: WebWorld): Promise<PlanPart> {
  const facts = await inspectWeb(inputs, world, openHost(inputs, world));
  const part = webPart(facts);
  if (part.work === "some") refuseBlocked(facts.live);
  return part;
}

/** Reads artifact, host and values. Changes nothing. */
export async function inspectWeb(inputs: WebInputs, world: WebWorld, host: Host): Promise<WebFacts> {
  if (inputs.artifact === undefined) {
    const fix = "Pass the output `path` of `build` (or the downloaded artifact) as `artifact`.";
    throw new UserError("PR105", "There is no built site to release: `artifact` is not given.", fix);
  }
  const site = await readSite(resolve(world.root, inputs.artifact));
  const required = requiredOf(site, inputs.requiredEnv);
  const live = await host.inspect();
  const again = inputs.only === "deploy-web";
  const env = compareEnv(site, required, await host.env(Object.keys(required)), { reset: again });
  const files = live.deployment === null ? undefined : await host.filesOf(live.deployment);
  const was = { deployment: live.deployment, marker: live.said.marker };
  const origin = pastOrigins(inputs)[0];
  const kept = await keptAssets(world, { ...was, files, origin }, inputs, site.marker);
  const changes = files && withoutKept(compareFiles(files, site.files), kept);
  return { hostName: inputs.host, site, live, was, env, changes, kept, again, noWayBack: host.noWayBack };
}

/**
 * The facts as they were before an earlier attempt of this same release began: its own staged deployment knows
 * what was live then. Undefined where something else is live too, so that nothing is mistaken for our own work.
 */
export async function factsBefore(
  facts: WebFacts,
  host: Host,
  staged: Staged,
): Promise<WebFacts | undefined> {
  const { previous, deployment } = staged;
  const served = Object.values(facts.live.domains);
  if (!served.every((one) => one === deployment || one === previous)) return undefined;
  const marker = previous === null ? null : (await host.said(previous)).marker;
  return { ...facts, was: { deployment: previous, marker } };
}

/**
 * The facts with the required values as they were approved: what an earlier attempt has set already is held as it is
 * required by now.
 */
export function withResets(facts: WebFacts, approved: PlanPart | undefined): WebFacts {
  const decided = (approved?.decisions ?? {}) as { readonly requiredEnv?: WebFacts["env"] };
  const env = Object.entries(facts.env).map(([name, finding]) => {
    const done = finding.host === "equal" && decided.requiredEnv?.[name]?.host === "reset";
    return [name, done ? { ...finding, host: "reset" as const } : finding] as const;
  });
  return { ...facts, env: Object.fromEntries(env) };
}

/** Pure: what would be done, from what was found. */
export function webPart(facts: WebFacts): PlanPart {
  const { site, live, was, hostName, env, changes, again } = facts;
  const work = was.marker === site.marker && isUnanimous(live) && !again ? "none" : "some";
  const mixed = was.deployment === null && !isUnanimous(live) ? { domains: live.domains } : {};
  return {
    phase: "deploy-web",
    work,
    decisions: {
      host: hostName,
      project: live.project,
      was: { ...was, ...mixed },
      becomes: { artifactDigest: site.digest, commit: site.commit },
      requiredEnv: Object.fromEntries(Object.entries(env).map(([name, finding]) => [name, { ...finding }])),
      ...(again ? { again } : {}),
    },
    measurements: {
      files: site.files.length,
      bytes: site.files.reduce((sum, file) => sum + file.size, 0),
      ...(changes ? { added: changes.added, changed: changes.changed, removed: changes.removed } : {}),
    },
    undo: wayBack(facts),
    unverified: [...unverifiedEnv(env), ...live.notes, ...keptNotes(facts)],
    says: work === "none" ? [] : says(facts),
    details: work === "none" ? [] : [webDetail(facts)],
  };
}

/** @throws {UserError} PR435 when the host is in a state in which nothing may be promoted. */
export function refuseBlocked({ blocked, moving }: LiveWeb, own?: string): void {
  if (blocked) throw blocked;
  if (moving === null || moving === own) return;
  throw new UserError(
    "PR435",
    `The production domains are being moved to ${moving} right now. Nothing was changed.`,
    "Wait until that has ended, then start a new run.",
  );
}

function isUnanimous({ domains }: LiveWeb): boolean {
  return new Set(Object.values(domains)).size === 1;
}

function wayBack({ was, live, noWayBack }: WebFacts): Undo {
  if (noWayBack !== undefined) return { possible: "no", why: noWayBack };
  if (was.deployment !== null) return { possible: "yes" };
  const none = Object.values(live.domains).every((one) => one === null);
  const why = none
    ? "there is no deployment to go back to"
    : "the production domains serve different deployments, which no rollback restores";
  return live.project === null ? { possible: "yes" } : { possible: "no", why };
}

function says({ site, was, hostName, live, changes, env, kept }: WebFacts): readonly string[] {
  const where = live.project === null ? hostName : `${hostName} ${live.project}`;
  const old = was.marker ?? was.deployment ?? "what is live";
  const resets = Object.entries(resetsOf(env)).map(
    ([name, value]) =>
      `${where}: ${name} is set to ${JSON.stringify(value)} again, where it is another value`,
  );
  const line =
    old === site.marker ? `${where}: ${old} is deployed again` : `${where}: ${old} becomes ${site.marker}`;
  return [...resets, line, ...(changes ? [filesLine(changes)] : []), ...keptLine(kept)];
}

/** What stays for open tabs does not go. */
function withoutKept(changes: FileChanges, { releases }: KeptAssets): FileChanges {
  const kept = new Set([assetsManifest, ...releases.flatMap(({ files }) => files.map(({ path }) => path))]);
  return { ...changes, removed: changes.removed.filter((path) => !kept.has(path)) };
}

function keptLine({ releases }: KeptAssets): readonly string[] {
  const paths = new Set(releases.flatMap(({ files }) => files.map(({ path }) => path)));
  if (paths.size === 0) return [];
  const of = releases.length === 1 ? "the release before" : `${releases.length} former releases`;
  return [`${paths.size} hashed assets of ${of} stay reachable for open tabs`];
}

function keptNotes({ kept: { unknown }, live }: WebFacts): readonly string[] {
  if (unknown === undefined || Object.values(live.domains).every((one) => one === null)) return [];
  return [`A tab that is open may miss what it was built with: ${unknown}.`];
}
