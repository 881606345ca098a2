import type { Runtime } from "../../action/runtime.ts";
import { describe } from "../../errors/user-error.ts";
import { growingWaits } from "../../ports/growing-waits.ts";
import { markerIn } from "./marker.ts";
import { endingAfter } from "../../ports/ending-after.ts";

type World = Pick<Runtime, "http" | "clock" | "signal">;

/** What an address answered to a browser's question for its page. */
export interface Served {
  /** Whether it was a page with a good status. */
  readonly ok: boolean;
  readonly marker: string | null;
  /** One sentence about what came instead of the marker. */
  readonly said: string;
}

/** One origin, and whether it serves the release. */
export interface OriginProof extends Served {
  readonly origin: string;
  readonly serves: boolean;
}

const patience = 15_000;

/** Asks an origin for its page, past every cache on the way. Never throws for what the origin does. */
export async function askOrigin({ http, clock, signal }: World, origin: string): Promise<Served> {
  const url = `${origin}/?rollout-check=${clock.now().toString(36)}`;
  try {
    const response = await http(url, {
      headers: { accept: "text/html", "cache-control": "no-cache" },
      signal: endingAfter(patience, signal),
    });
    const marker = markerIn(await response.text()) ?? null;
    const said = marker === null ? `answered ${response.status} without a build marker` : `serves ${marker}`;
    if (!response.ok) return { ok: false, marker: null, said: `answered ${response.status}` };
    return { ok: true, marker, said };
  } catch (error) {
    signal.throwIfAborted();
    return { ok: false, marker: null, said: `gave no answer (${describe(error)})` };
  }
}

/** The one marker that all origins serve now; null where there is none, or more than one. */
export async function markerServed(world: World, origins: readonly string[]): Promise<string | null> {
  const served = await Promise.all(origins.map((origin) => askOrigin(world, origin)));
  const markers = [...new Set(served.map(({ marker }) => marker))];
  return markers.length === 1 ? (markers[0] ?? null) : null;
}

/** Asks every origin until all serve the marker or the time is over. `timeout` 0 asks once. */
export function proveOrigins(
  world: World,
  origins: readonly string[],
  marker: string,
  times: Times,
): Promise<readonly OriginProof[]> {
  return askUntil(world, origins, (served) => served.marker === marker, times);
}

/** The same until every origin serves a page without this marker: all that can be proven of an unmarked site. */
export function proveGone(
  world: World,
  origins: readonly string[],
  marker: string | null,
  times: Times,
): Promise<readonly OriginProof[]> {
  return askUntil(world, origins, (served) => served.ok && served.marker !== marker, times);
}

export interface Times {
  readonly timeout: number;
  readonly interval: number;
}

async function askUntil(
  world: World,
  origins: readonly string[],
  wanted: (served: Served) => boolean,
  { timeout, interval }: Times,
): Promise<readonly OriginProof[]> {
  const end = world.clock.now() + timeout;
  const waits = growingWaits(interval);
  for (;;) {
    const proofs = await Promise.all(
      origins.map(async (origin) => {
        const served = await askOrigin(world, origin);
        return { origin, serves: wanted(served), ...served };
      }),
    );
    if (proofs.every((proof) => proof.serves) || world.clock.now() >= end) return proofs;
    await world.clock.sleep(waits.next().value, world.signal);
  }
}

/** «x of n origins serve <marker>» */
export function originsLine(proofs: readonly OriginProof[], marker: string): string {
  return `${proofs.filter((proof) => proof.serves).length} of ${proofs.length} origins serve ${marker}`;
}
