import type { EdgeState, EdgeZone } from "../edge/state.ts";

/** Everything that the Cloudflare stand-in remembers: plain JSON, so that a world can be saved, restored and cloned. */
export interface CloudflareState extends EdgeState {
  /** Token → what it may do. */
  readonly tokens: Record<string, CloudflareToken>;
  readonly zones: CloudflareZone[];
  /** Every purge that was accepted, oldest first. */
  readonly purges: AcceptedPurge[];
}

export interface CloudflareToken {
  /** `cache_purge` is Zone → Cache Purge → Purge, `zone_read` is Zone → Zone → Read. */
  readonly permissions: readonly ("cache_purge" | "zone_read")[];
  /** Zone ids; absent: all. */
  readonly zones?: readonly string[];
}

export interface CloudflareZone extends EdgeZone {
  readonly name: string;
  plan: "free" | "pro" | "business" | "enterprise";
  /** The bucket of purges other than by URL. */
  bucket: { tokens: number; filledAt: number };
}

export interface AcceptedPurge {
  readonly id: string;
  readonly zone: string;
  readonly soft: boolean;
  readonly body: Readonly<Record<string, unknown>>;
  readonly at: number;
  readonly forgot: number;
}
