import { type NewEdgeZone, newEdgeZone } from "../edge/state.ts";
import type { CloudflareState, CloudflareToken, CloudflareZone } from "./state.ts";

/** A zone as a rehearsal orders it. */
export interface NewZone extends NewEdgeZone {
  readonly name: string;
  readonly plan?: CloudflareZone["plan"];
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
  const { name, plan = "pro" } = zone;
  return { ...newEdgeZone(zone), name, plan, bucket: { tokens: 25, filledAt: now } };
}
