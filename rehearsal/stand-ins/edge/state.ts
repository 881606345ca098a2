import type { PlannedFault } from "../watch.ts";

/** What every CDN's stand-in remembers: plain JSON, so that a world can be saved, restored and cloned. */
export interface EdgeState {
  readonly zones: EdgeZone[];
  readonly cache: CachedAnswer[];
  readonly faults: PlannedFault[];
  sequence: number;
}

/** What a customer has at a CDN, by whatever name: a zone, a service, a distribution, a node. */
export interface EdgeZone {
  readonly id: string;
  readonly hosts: EdgeHost[];
  readonly rules: CacheRule[];
  readonly transforms: ResponseTransform[];
  /** Pages (HTML) carry this tag, as the origin would write it. */
  readonly pageTag?: string;
  /** Caching level «ignore query string». */
  ignoresQueries: boolean;
  /** The next so many purges are accepted, but nothing is forgotten. -1: all of them. */
  idlePurges: number;
  /** Paths whose copy is there again after the next purge: a request had fetched the old page before it. */
  readonly cachedAgain: { readonly path: string; times: number }[];
}

/** `name` is what the world calls it; a browser reaches it at 127.0.0.1:`port` (0 until a server gave it one). */
export interface EdgeHost {
  readonly name: string;
  port: number;
}

/** A cache rule: paths below `prefix` are kept for `edgeTtl` seconds, whatever the origin says. */
export interface CacheRule {
  readonly prefix: string;
  readonly edgeTtl: number;
}

/** A rule on responses: answers below `prefix` leave the edge with these headers set. */
export interface ResponseTransform {
  readonly prefix: string;
  readonly set: Readonly<Record<string, string>>;
}

/** One copy. `host` is as a browser asks it, with its port. */
export interface CachedAnswer {
  readonly zone: string;
  readonly host: string;
  readonly path: string;
  readonly query: string;
  readonly status: number;
  readonly headers: Record<string, string>;
  /** Base64. */
  readonly body: string;
  storedAt: number;
  ttl: number;
  /** Marked by a soft purge: to be asked about before it is served. */
  stale: boolean;
}

/** A zone as a rehearsal orders it. */
export interface NewEdgeZone {
  readonly id: string;
  readonly hosts: readonly string[];
  /** Default: pages are kept for an hour, as a zone with «cache everything» keeps them. */
  readonly rules?: readonly CacheRule[];
  readonly ignoresQueries?: boolean;
  readonly pageTag?: string;
}

/** A zone with an empty cache. */
export function newEdgeZone(zone: NewEdgeZone): EdgeZone {
  const { id, hosts, rules, ignoresQueries = false, pageTag } = zone;
  return {
    id,
    ...(pageTag === undefined ? {} : { pageTag }),
    hosts: hosts.map((name) => ({ name, port: 0 })),
    rules: [...(rules ?? [{ prefix: "/", edgeTtl: 3600 }])],
    transforms: [],
    ignoresQueries,
    idlePurges: 0,
    cachedAgain: [],
  };
}
