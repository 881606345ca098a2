// Rounds in turns, so that what else the machine does meets all alike; medians, and ratios of what stood side by side.

/** One round to warm up, then as many as are wanted: what each gives, by name, in ms. `once` is told which round it is. */
export async function inRounds(rounds, once) {
  const measured = [];
  for (let round = 0; round <= rounds; round += 1) {
    const took = await once(round);
    if (round > 0) measured.push(took);
  }
  return measured;
}

/**
 * One round of several runners, each of which gives its times by name. Every round begins with the next of them: what one
 * leaves behind on the machine (pages that are still to be written, warm files) meets another each time.
 */
export async function eachInTurn(round, runners) {
  const found = {};
  const from = round % runners.length;
  for (const run of [...runners.slice(from), ...runners.slice(0, from)]) Object.assign(found, await run());
  return found;
}

export function median(values) {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** The median of a name's times, and of its ratios to another's of the same round. */
export function summary(measured, name, than) {
  const took = median(measured.map((one) => one[name]));
  return than === undefined
    ? { took }
    : { took, ratio: median(measured.map((one) => one[name] / one[than])) };
}

/** Runs until a child has ended; its time. @throws {Error} with what it said, unless it ended well. */
export async function timed(start) {
  const began = performance.now();
  const { code, stdout, stderr } = await (await start()).ended;
  const took = performance.now() - began;
  if (code === 0) return took;
  throw new Error(`A runner ended with ${code}: ${stdout}\n${stderr}`);
}

export function seconds(ms) {
  return `${(ms / 1000).toFixed(2)} s`;
}
