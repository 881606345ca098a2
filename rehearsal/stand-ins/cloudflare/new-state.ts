import type { CacheRule, CloudflareState, CloudflareToken, CloudflareZone } from "./state.ts";

/** A zone as a rehearsal orders it. */
export interface NewZone {
  readonly id: string;
  readonly name: string;
  readonly hosts: readonly string[];
  readonly plan?: CloudflareZone["plan"];
  /** Default: pages are kept for an hour, as a zone with «cache everything» keeps them. */
  readonly rules?: readonly CacheRule[];
  readonly ignoresQueries?: boolean;
}

/** A fresh Cloudflare account with empty caches. `now` is in milliseconds. */
export function newCloudflareState(options: {
  readonly now: number;
  readonly tokens: Readonly<Record<string, CloudflareToken>>;
  readonly zones: readonly NewZone[];
}): CloudflareState {
  return {
    tokens: { ...options.tokens },
    zones: options.zones.map((zone) => newZone(zone, options.now)),
    cache: [],
    purges: [],
    faults: [],
    sequence: 0,
  };
}

function newZone(zone: NewZone, now: number): CloudflareZone {
  return {
    id: zone.id,
    name: zone.name,
    plan: zone.plan ?? "pro",
    hosts: zone.hosts.map((name) => ({ name, port: 0 })),
    rules: [...(zone.rules ?? [{ prefix: "/", edgeTtl: 3600 }])],
    transforms: [],
    ignoresQueries: zone.ignoresQueries ?? false,
    idlePurges: 0,
    cachedAgain: [],
    bucket: { tokens: 25, filledAt: now },
  };
}
