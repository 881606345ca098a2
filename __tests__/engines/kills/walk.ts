import { type Boundary, boundariesOf } from "./door.ts";

/** A boundary at which a process was ended, and what was done then. */
export interface Case<End extends string> {
  readonly at: Boundary;
  readonly end: End;
}

/** What became of the cases: how many were tried, and each that did not hold. */
export interface Walked {
  readonly boundaries: number;
  readonly chosen: number;
  /** Those whose boundary the run came to: it polls, so that now and then one has fewer calls. */
  readonly tried: number;
  readonly failures: readonly string[];
}

/**
 * Tries the boundaries of a run that was let through, each with its ends: one in so many, from `seed` on. `hold` says
 * "held", "not reached" where the run had fewer calls this time (it polls), or what is wrong.
 */
export async function walk<End extends string>(
  calls: readonly string[],
  endsOf: (at: Boundary) => readonly End[],
  { one, seed }: { readonly one: number; readonly seed: number },
  hold: (tried: Case<End>) => Promise<string>,
): Promise<Walked> {
  const boundaries = boundariesOf(calls);
  const cases = boundaries.flatMap((at) => endsOf(at).map((end) => ({ at, end })));
  const waiting = cases.filter((_, index) => (index + seed) % one === 0);
  const chosen = waiting.length;
  let tried = 0;
  const failures: string[] = [];
  const worker = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const came = await hold(next).catch((error: unknown) => String(error));
      if (came === "not reached") continue;
      tried += 1;
      const { at, end } = next;
      if (came !== "held")
        failures.push(`${at.moment} call ${at.call} (${calls[at.call]}), then ${end}: ${came}`);
    }
  };
  // A process waits about as long as it works.
  await Promise.all([worker(), worker()]);
  return { boundaries: boundaries.length, chosen, tried, failures };
}

/** One line a walk, for whoever reads the log: also where all held. */
export function say(what: string, { tried, boundaries, failures }: Walked, seed: number): void {
  const held = tried - failures.length;
  const line = `kill walk of ${what}: ${boundaries} boundaries, ${tried} tried, ${held} held (seed ${seed})`;
  process.stdout.write(`${[line, ...failures].join("\n  ")}\n`);
}
