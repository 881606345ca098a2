/** So many moments of a run that took so long, others for another seed: also some at which it has nearly ended. */
export function momentsOf(count: number, seed: number): (milliseconds: number) => readonly number[] {
  return (milliseconds) => {
    let state = (seed * 2_654_435_761) >>> 0;
    return Array.from({ length: count }, (_, at) => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
      // One a part of the time, so that none of it is left out.
      return Math.round(((at + state / 2 ** 32) / count) * milliseconds);
    });
  };
}
