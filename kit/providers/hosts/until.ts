import type { Runtime } from "../../action/runtime.ts";
import { growingWaits } from "../../ports/growing-waits.ts";
import { tellWait } from "../../ports/tell-wait.ts";

/** What every wait for a host works with: the time, and the interval between two looks. */
export interface Waiting {
  readonly world: Pick<Runtime, "clock" | "log" | "signal">;
  readonly settings: { readonly pollInterval: number };
}

/** Asks until there is an answer, and says meanwhile that it waits until `what`; undefined when the time was not enough. */
export async function until<T>(
  { world, settings }: Waiting,
  timeout: number,
  what: string,
  look: () => Promise<T | undefined>,
): Promise<T | undefined> {
  const end = world.clock.now() + timeout;
  const waits = growingWaits(settings.pollInterval);
  const tell = tellWait(world, end);
  for (;;) {
    const found = await look();
    if (found !== undefined) return found;
    if (world.clock.now() >= end) return undefined;
    tell(what);
    await world.clock.sleep(waits.next().value, world.signal);
  }
}
