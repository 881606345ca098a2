import type { Outcome, Probe } from "./probes.ts";

/**
 * The first pending file (from 0) after which each probe fails, by halves: a probe that passes before the first and
 * fails after the last of `pending` files. Files that only together break it are told by the last of them.
 */
export async function findBlame(
  broken: readonly Probe[],
  pending: number,
  play: (state: number, probes: readonly Probe[]) => Promise<readonly Outcome[]>,
): Promise<ReadonlyMap<Probe, number>> {
  const blame = new Map<Probe, number>();
  await halve(broken, { good: 0, bad: pending }, { blame, play });
  return blame;
}

interface Between {
  /** A state in which all pass, and one in which all fail. */
  readonly good: number;
  readonly bad: number;
}

interface Search {
  readonly blame: Map<Probe, number>;
  readonly play: (state: number, probes: readonly Probe[]) => Promise<readonly Outcome[]>;
}

async function halve(probes: readonly Probe[], { good, bad }: Between, search: Search): Promise<void> {
  if (probes.length === 0) return;
  if (bad - good <= 1) {
    for (const probe of probes) search.blame.set(probe, bad - 1);
    return;
  }
  const middle = Math.floor((good + bad) / 2);
  const outcomes = await search.play(middle, probes);
  const fails = probes.filter((_, index) => outcomes[index]?.is === "fail");
  // Where a state could not be played, which half it is stays unknown.
  const unknown = outcomes.some(({ is }) => is === "unknown");
  if (unknown) return;
  await halve(fails, { good, bad: middle }, search);
  await halve(
    probes.filter((probe) => !fails.includes(probe)),
    { good: middle, bad },
    search,
  );
}
