/** How many lines of a text were added and removed to make another one of it. */
export interface LineChanges {
  readonly added: number;
  readonly removed: number;
}

/** Beyond so many changes the exact number says no more than the rough one. */
const manyChanges = 1500;

/**
 * The fewest lines that turn one text into the other (Myers' distance: only its length is needed). Two texts that
 * have little in common are compared without their order.
 */
export function countLines(was: string, is: string): LineChanges {
  const [before, after] = withoutCommonEnds(linesOf(was), linesOf(is));
  const distance = editDistance(before, after) ?? unordered(before, after);
  const added = (distance + after.length - before.length) / 2;
  return { added, removed: distance - added };
}

function linesOf(text: string): readonly string[] {
  if (text === "") return [];
  return text.replace(/\r?\n$/, "").split(/\r?\n/);
}

function withoutCommonEnds(
  before: readonly string[],
  after: readonly string[],
): readonly [readonly string[], readonly string[]] {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start += 1;
  let end = 0;
  while (end < shorter - start && before.at(-1 - end) === after.at(-1 - end)) end += 1;
  return [before.slice(start, before.length - end), after.slice(start, after.length - end)];
}

/** Undefined beyond `manyChanges`. */
function editDistance(before: readonly string[], after: readonly string[]): number | undefined {
  const most = Math.min(before.length + after.length, manyChanges);
  // The furthest place in `before` that is reached on each diagonal.
  const furthest = new Map<number, number>([[1, 0]]);
  const reached = (diagonal: number): number => furthest.get(diagonal) ?? -1;
  for (let distance = 0; distance <= most; distance += 1) {
    for (let diagonal = -distance; diagonal <= distance; diagonal += 2) {
      const down =
        diagonal === -distance || (diagonal !== distance && reached(diagonal - 1) < reached(diagonal + 1));
      let at = down ? reached(diagonal + 1) : reached(diagonal - 1) + 1;
      while (at < before.length && at - diagonal < after.length && before[at] === after[at - diagonal])
        at += 1;
      furthest.set(diagonal, at);
      if (at >= before.length && at - diagonal >= after.length) return distance;
    }
  }
  return undefined;
}

function unordered(before: readonly string[], after: readonly string[]): number {
  const left = new Map<string, number>();
  for (const line of before) left.set(line, (left.get(line) ?? 0) + 1);
  let common = 0;
  for (const line of after) {
    const count = left.get(line) ?? 0;
    if (count === 0) continue;
    left.set(line, count - 1);
    common += 1;
  }
  return before.length + after.length - 2 * common;
}
