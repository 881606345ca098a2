import type { Runtime } from "../../action/runtime.ts";
import { UserError } from "../../errors/user-error.ts";
import { growingWaits } from "../../ports/growing-waits.ts";
import { tellWait } from "../../ports/tell-wait.ts";
import { type AskingWorld, type Served, askOrigin } from "./ask-origin.ts";

type World = AskingWorld & Pick<Runtime, "log">;

/** One origin, and whether it serves the release. */
export interface OriginProof extends Served {
  readonly origin: string;
  readonly serves: boolean;
}

/** The one marker that all origins serve now; null where there is none, or more than one. */
export async function markerServed(world: AskingWorld, origins: readonly string[]): Promise<string | null> {
  const served = await Promise.all(origins.map((origin) => askOrigin(world, origin)));
  const markers = [...new Set(served.map(({ marker }) => marker))];
  return markers.length === 1 ? (markers[0] ?? null) : null;
}

/**
 * What no browser would open proves nothing after a promotion either, and a way back would not mend it.
 * @throws {UserError} PR477
 */
export async function refuseUnsafe(world: AskingWorld, origins: readonly string[]): Promise<void> {
  const asked = await Promise.all(
    origins.map(async (origin) => ({ origin, ...(await askOrigin(world, origin)) })),
  );
  const unsafe = asked.filter((one) => one.unsafe === true);
  if (unsafe.length === 0) return;
  throw new UserError(
    "PR477",
    `${unsafe.map(({ origin, said }) => `${origin} ${said}`).join("; ")}. Nothing was changed.`,
    "Have the host or the CDN issue a certificate for this name, or correct `origins`; then run the job again.",
  );
}

/** Asks every origin until all serve the marker or the time is over. `timeout` 0 asks once. */
export function proveOrigins(
  world: World,
  origins: readonly string[],
  marker: string,
  times: Times,
): Promise<readonly OriginProof[]> {
  const what = { says: `serve ${marker}`, is: (served: Served) => served.marker === marker };
  return askUntil(world, origins, what, times);
}

/** The same until every origin serves a page without this marker: all that can be proven of an unmarked site. */
export function proveGone(
  world: World,
  origins: readonly string[],
  marker: string | null,
  times: Times,
): Promise<readonly OriginProof[]> {
  const says = marker === null ? "serve a page" : `serve ${marker} no more`;
  const is = (served: Served): boolean => served.ok && served.marker !== marker;
  return askUntil(world, origins, { says, is }, times);
}

export interface Times {
  readonly timeout: number;
  readonly interval: number;
}

async function askUntil(
  world: World,
  origins: readonly string[],
  wanted: { readonly says: string; readonly is: (served: Served) => boolean },
  { timeout, interval }: Times,
): Promise<readonly OriginProof[]> {
  const end = world.clock.now() + timeout;
  const waits = growingWaits(interval);
  const tell = tellWait(world, end);
  const n = origins.length;
  for (;;) {
    const proofs = await Promise.all(
      origins.map(async (origin) => {
        const served = await askOrigin(world, origin);
        return { origin, serves: wanted.is(served), ...served };
      }),
    );
    if (proofs.every((proof) => proof.serves) || world.clock.now() >= end) return proofs;
    const x = proofs.filter((proof) => proof.serves).length;
    tell(`${n} of ${n} origins ${wanted.says}`, `So far ${x} of ${n} do.`);
    await world.clock.sleep(waits.next().value, world.signal);
  }
}

/** «x of n origins serve <marker>» */
export function originsLine(proofs: readonly OriginProof[], marker: string): string {
  return `${proofs.filter((proof) => proof.serves).length} of ${proofs.length} origins serve ${marker}`;
}
