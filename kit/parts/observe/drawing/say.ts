import { counted } from "../../../action/markdown.ts";
import type { Events } from "./events.ts";
import type { Path } from "./path.ts";

/** What the picture shows, in words: for whoever does not see it. */
export function sayPath({ unit, most, fail, pass, points }: Path): string {
  const [seen, failed] = points.at(-1) ?? [0, 0];
  const at = (line: readonly [number, number]): number =>
    (line[0] + ((line[1] - line[0]) * seen) / most) / 1000;
  const [high, low] = [at(fail), at(pass)];
  const below = low < 0 ? "nothing passes yet" : `at most ${Math.floor(low)} would pass`;
  return `${counted(failed, "failure")} in ${seen} ${unit}; there, ${Math.ceil(high)} or more would fail and ${below}.`;
}

export function sayEvents({ since, edges, slots }: Events): string {
  const width = (edges[1] ?? 0) - (edges[0] ?? 0);
  // A slot across the release counts on neither side of it.
  const sides = [
    slots.filter((_, index) => (edges[index + 1] ?? 0) <= since),
    slots.filter((_, index) => (edges[index] ?? 0) >= since),
  ];
  const [before, after] = sides.map((side) => {
    const sum = (of: "attempts" | "failed"): number => side.reduce((all, slot) => all + slot[of], 0);
    return `${sum("failed")} of ${sum("attempts")} attempts failed`;
  });
  return `Before the release ${before}, since then ${after}, in slots of ${Math.round(width / 1000)} s; live since ${new Date(since).toISOString()}.`;
}
