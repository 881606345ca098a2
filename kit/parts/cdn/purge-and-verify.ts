import type { Cdn, CdnWorld, PurgeOrder } from "../../providers/cdns/cdn.ts";
import { openCdn } from "../../providers/cdns/cdns.ts";
import { pastOrigins } from "../web/origins.ts";
import { type OriginProof, proveGone, proveOrigins } from "../web/served.ts";
import type { CdnInputs } from "./inputs.ts";
import { type RouteProof, type Wanted, proveRoutes } from "./prove-routes.ts";
import { type Whole, proveWhole } from "./prove-whole.ts";
import { tellWait } from "../../ports/tell-wait.ts";
import { purgedOf } from "./purged.ts";
import { type Route, atNodes, provenAt } from "./routes.ts";

/**
 * What every route must serve in the end. `marker` null: the site that comes back has none; then `gone` is the
 * marker of the release that must not be served any more.
 */
export interface PurgeWanted extends Wanted {
  readonly gone?: string | null;
  /** Purge hard whatever the inputs say, as a rollback does. */
  readonly hard?: boolean;
}

/** What became of a purge. Nothing was purged where `purges` is 0. */
export interface CdnProof {
  readonly cdn: CdnInputs["cdn"];
  /** Every route serves what is wanted, through the CDN. */
  readonly verified: boolean;
  /** What the origins serve past the CDN; a purge before all of them serve the release would cache the old one again. */
  readonly origins: readonly OriginProof[];
  /** What the CDN served before the first purge. */
  readonly before: readonly RouteProof[];
  /** What it served at the last look. */
  readonly routes: readonly RouteProof[];
  /** Where it is not verified: whether the old pages that are still served work. */
  readonly whole: Whole | undefined;
  readonly purges: number;
  readonly ids: readonly string[];
}

/** After this many looks at an old copy, somebody must have cached it again. */
const looksBeforeAgain = 3;

/**
 * Waits until the origins serve it past the CDN, purges, and asks every route through the CDN until it serves it
 * too; purges again, within limits, where an old page was cached again in between. With `cdn: none` nothing is
 * done, and it is verified.
 * @throws {UserError} PR102, PR104, PR301 to PR307 when the CDN refuses the purge.
 */
export async function purgeAndVerify(
  inputs: CdnInputs,
  wanted: PurgeWanted,
  world: CdnWorld,
): Promise<CdnProof> {
  const cdn = openCdn(inputs, world);
  const nothing = {
    cdn: cdn.name,
    origins: [],
    before: [],
    routes: [],
    whole: undefined,
    purges: 0,
    ids: [],
  };
  if (cdn.name === "none") return { ...nothing, verified: true };
  const routes = atNodes(provenAt(inputs), cdn.nodes ?? []);
  const origins = await proveBehind(inputs, wanted, world);
  if (!origins.every((proof) => proof.serves)) return { ...nothing, origins, verified: false };
  const look = (): Promise<readonly RouteProof[]> => lookAt(inputs, cdn, routes, wanted, world);
  const before = await look();
  const purged = await purgeUntil(inputs, cdn, wanted, look, world);
  const whole = purged.verified ? undefined : await proveWhole(world, purged.routes);
  return { ...nothing, origins, before, ...purged, whole };
}

function lookAt(
  inputs: CdnInputs,
  cdn: Cdn,
  routes: readonly Route[],
  wanted: Wanted,
  world: CdnWorld,
): Promise<readonly RouteProof[]> {
  return proveRoutes(
    world,
    cdn,
    routes,
    wanted,
    (origin) => pastOrigins(inputs)[inputs.origins.indexOf(origin)] ?? origin,
  );
}

function proveBehind(
  inputs: CdnInputs,
  wanted: PurgeWanted,
  world: CdnWorld,
): Promise<readonly OriginProof[]> {
  const times = { timeout: inputs.verifyTimeout, interval: inputs.pollInterval };
  const behind = pastOrigins(inputs);
  return wanted.marker === null
    ? proveGone(world, behind, wanted.gone ?? null, times)
    : proveOrigins(world, behind, wanted.marker, times);
}

type Purged = Pick<CdnProof, "verified" | "routes" | "purges" | "ids">;

async function purgeUntil(
  inputs: CdnInputs,
  cdn: Cdn,
  wanted: PurgeWanted,
  look: () => Promise<readonly RouteProof[]>,
  world: CdnWorld,
): Promise<Purged> {
  const { hard = false } = wanted;
  const order = (purges: number): PurgeOrder => ({
    origins: inputs.origins,
    patterns: purgedOf(inputs).purged,
    soft: inputs.invalidate && !hard,
    key: keyOf(wanted, world, purges),
  });
  const end = world.clock.now() + inputs.verifyTimeout;
  const ids: string[] = [...(await cdn.purge(order(1)))];
  const tell = tellWait(world, end);
  for (let purges = 1, looks = 1; ; looks += 1) {
    const routes = await look();
    if (routes.every((route) => route.serves)) return { verified: true, routes, purges, ids };
    if (world.clock.now() >= end) return { verified: false, routes, purges, ids };
    if (looks >= looksBeforeAgain && purges < inputs.purgeLimit && routes.some(isOldCopy)) {
      world.log.info(
        `${routes.filter(isOldCopy).length} routes were cached again with the old page; purging again.`,
      );
      purges += 1;
      ids.push(...(await cdn.purge(order(purges))));
      looks = 0;
    }
    const x = routes.filter((route) => route.serves).length;
    tell(`${cdn.name} serves the release on every route`, `So far on ${x} of ${routes.length}.`);
    await world.clock.sleep(inputs.pollInterval, world.signal);
  }
}

/** A purge of its own: of this attempt of the run, towards this release, and after an earlier one anew. */
function keyOf({ marker, gone = null }: PurgeWanted, { context }: CdnWorld, purges: number): string {
  return JSON.stringify([context.runId, context.attempt, marker, gone, purges]);
}

function isOldCopy({ serves, from }: RouteProof): boolean {
  return !serves && (from === "cache" || from === "unknown");
}
