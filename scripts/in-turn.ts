/**
 * All of them, in an order in which those at the beginning, about `least`, are others from day to day, until each had its turn:
 * every third, say, so that neighbours are not left out together. The first of all leads every day. `day` counts
 * from 1970.
 */
export function inTurn<T>(all: readonly T[], least: number, day: number): readonly T[] {
  const [first, ...others] = all;
  if (first === undefined) return [];
  const turns = Math.max(1, Math.ceil(others.length / Math.max(1, least - 1)));
  const days = Array.from({ length: turns }, (_, later) => (day + later) % turns);
  return [first, ...days.flatMap((turn) => others.filter((_, index) => index % turns === turn))];
}
