import type { Clock } from "./clock.ts";
import type { Log } from "./log.ts";

/** Who reads a log wants to know that nobody has forgotten it, and nothing twice within this time. */
const minute = 60_000;

/**
 * Tells a wait that begins now: what for, since when, and when it is given up (`end`, ms since 1970, where it ever is).
 * Call it before each pause with what is waited for: it is said at once, when it becomes another, and else once a
 * minute, with how far it has come (`soFar`).
 */
export function tellWait(
  { clock, log }: { readonly clock: Pick<Clock, "now">; readonly log: Pick<Log, "info"> },
  end?: number,
): (until: string, soFar?: string) => void {
  const since = clock.now();
  const limit = end === undefined ? "" : `, given up at ${timeOf(end)}`;
  let told: { readonly until: string; readonly at: number } | undefined;
  return (until, soFar) => {
    const now = clock.now();
    if (told?.until === until && now - told.at < minute) return;
    told = { until, at: now };
    const far = soFar === undefined ? "" : ` ${soFar}`;
    log.info(`Waiting until ${until} (since ${timeOf(since)}${limit} UTC).${far}`);
  };
}

function timeOf(time: number): string {
  return new Date(time).toISOString().slice(11, 19);
}
