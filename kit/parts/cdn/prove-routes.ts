import type { Cdn, CacheSays } from "../../providers/cdns/cdn.ts";
import { type Answer, type AskWorld, ask, askPast, isSame } from "./ask.ts";
import type { Route } from "./routes.ts";

/** What the routes must serve: this marker, or where it is null, whatever the origin gives that has none. */
export interface Wanted {
  readonly marker: string | null;
}

/** One route through the CDN, and whether it serves what is wanted. */
export interface RouteProof extends Route {
  readonly serves: boolean;
  readonly marker: string | null;
  readonly from: CacheSays["from"];
  /** «serves 0123…-4567… (cf-cache-status HIT, age 12)» */
  readonly said: string;
}

/** Where an origin is asked past the CDN. */
export type PastOf = (origin: string) => string;

/** Asks every route through the CDN once. The body decides; the headers are evidence. */
export async function proveRoutes(
  world: AskWorld,
  cdn: Pick<Cdn, "says">,
  routes: readonly Route[],
  wanted: Wanted,
  pastOf: PastOf,
): Promise<readonly RouteProof[]> {
  return await Promise.all(
    routes.map(async (route) => {
      const seen = await ask(world, route.origin + route.path, route.node);
      const { from, said } = cdn.says(seen.headers);
      const serves = await isWanted(world, route, seen, from, wanted, pastOf);
      const { marker } = seen;
      return { ...route, serves, marker, from, said: `${seen.said}${said === "" ? "" : ` (${said})`}` };
    }),
  );
}

/**
 * A page with a marker is told by it. What carries none (a redirect, a manifest, an unmarked site) must be what the
 * origin gives at this moment; where the origin gives something else each time, it must not come from a copy.
 */
async function isWanted(
  world: AskWorld,
  { origin, path }: Route,
  seen: Answer,
  from: CacheSays["from"],
  wanted: Wanted,
  pastOf: PastOf,
): Promise<boolean> {
  if (seen.status === 0) return false;
  if (seen.marker !== null && wanted.marker !== null) return seen.marker === wanted.marker;
  const past = await askPast(world, pastOf(origin), path);
  if (isSame(seen, past)) return true;
  const fresh = from === "origin" || from === "uncached";
  return fresh && past.marker === seen.marker && past.status === seen.status;
}

/** «x of n routes serve <marker> through <cdn>» */
export function routesLine(proofs: readonly RouteProof[], what: string, cdn: string): string {
  const serving = proofs.filter((proof) => proof.serves).length;
  return `${serving} of ${proofs.length} routes serve ${what} through ${cdn}`;
}
