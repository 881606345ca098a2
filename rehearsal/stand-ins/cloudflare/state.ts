import type { PlannedFault } from "../watch.ts";

/** Everything that the Cloudflare stand-in remembers: plain JSON, so that a world can be saved, restored and cloned. */
export interface CloudflareState {
  /** Token → what it may do. */
  readonly tokens: Record<string, CloudflareToken>;
  readonly zones: CloudflareZone[];
  readonly cache: CachedAnswer[];
  /** Every purge that was accepted, oldest first. */
  readonly purges: AcceptedPurge[];
  readonly faults: PlannedFault[];
  sequence: number;
}

export interface CloudflareToken {
  /** `cache_purge` is Zone → Cache Purge → Purge. */
  readonly permissions: readonly "cache_purge"[];
  /** Zone ids; absent: all. */
  readonly zones?: readonly string[];
}

export interface CloudflareZone {
  readonly id: string;
  readonly name: string;
  plan: "free" | "pro" | "business" | "enterprise";
  readonly hosts: CloudflareHost[];
  readonly rules: CacheRule[];
  readonly transforms: ResponseTransform[];
  /** Caching level «ignore query string». */
  ignoresQueries: boolean;
  /** The next so many purges are accepted, but nothing is forgotten. -1: all of them. */
  idlePurges: number;
  /** Paths whose copy is there again after the next purge: a request had fetched the old page before it. */
  readonly cachedAgain: { readonly path: string; times: number }[];
  /** The bucket of purges other than by URL. */
  bucket: { tokens: number; filledAt: number };
}

/** `name` is what the world calls it; a browser reaches it at 127.0.0.1:`port` (0 until a server gave it one). */
export interface CloudflareHost {
  readonly name: string;
  port: number;
}

/** A Cache Rule: paths below `prefix` are kept for `edgeTtl` seconds, whatever the origin says. */
export interface CacheRule {
  readonly prefix: string;
  readonly edgeTtl: number;
}

/** A Response Header Transform Rule: answers below `prefix` leave the edge with these headers set. */
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

export interface AcceptedPurge {
  readonly id: string;
  readonly zone: string;
  readonly soft: boolean;
  readonly body: Readonly<Record<string, unknown>>;
  readonly at: number;
  readonly forgot: number;
}
