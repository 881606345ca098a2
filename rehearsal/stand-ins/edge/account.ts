import { forget } from "./forget.ts";
import { type CachedAnswer, type EdgeState, type EdgeZone, type NewEdgeZone, newEdgeZone } from "./state.ts";
import type { ApiContext } from "./start.ts";

/** An account whose tokens may purge the zones that they name. */
export interface AccountState extends EdgeState {
  /** Token → ids of zones. */
  readonly tokens: Record<string, readonly string[]>;
  /** Token → what it may not of what its vendor lets a token do, by the vendor's names. */
  readonly lacks?: Record<string, readonly string[]>;
  /** Every purge that was accepted, oldest first. */
  readonly purges: AcceptedPurge[];
}

/** `what` is as the vendor was told it. */
export interface AcceptedPurge {
  readonly id: string;
  readonly zone: string;
  readonly soft: boolean;
  readonly what: unknown;
  readonly at: number;
  readonly forgot: number;
}

/** A fresh account with empty caches. */
export function newAccount(options: {
  readonly tokens: Readonly<Record<string, readonly string[]>>;
  readonly zones: readonly NewEdgeZone[];
}): AccountState {
  return {
    tokens: { ...options.tokens },
    zones: options.zones.map(newEdgeZone),
    cache: [],
    purges: [],
    faults: [],
    sequence: 0,
  };
}

/** Whether a token may do what its vendor calls so. */
export function may({ lacks = {} }: AccountState, token: string, right: string): boolean {
  return !(Object.hasOwn(lacks, token) && lacks[token]?.includes(right));
}

/** One purge, done and noted. */
export function purge(
  { state, now }: ApiContext<AccountState>,
  zone: EdgeZone,
  wanted: {
    readonly soft: boolean;
    readonly what: unknown;
    readonly means: (copy: CachedAnswer) => boolean;
  },
): AcceptedPurge {
  state.sequence += 1;
  const { soft, what, means } = wanted;
  const id = `${state.sequence}-${now()}`;
  const done = { id, zone: zone.id, soft, what, at: now(), forgot: forget(state, zone, means, soft) };
  state.purges.push(done);
  return done;
}

/** A body as JSON; undefined where it is none. */
export function jsonOf(body: Buffer): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(body.toString("utf8"));
    return typeof value === "object" && value !== null ? { ...value } : {};
  } catch {
    return undefined;
  }
}

/** A list of texts, or undefined. */
export function textsOf(value: unknown): readonly string[] | undefined {
  return Array.isArray(value) && value.every((one) => typeof one === "string") ? value : undefined;
}
