/** What a walk or a race has tried, for the page of reliability: a line of the file that `KEEP_ROWS` names. */
export interface WalkRow {
  readonly name: string;
  /** Calls of the process that was let through, or the places at which it was ended. */
  readonly places: number;
  /** How many cases there are, how many of them were chosen, tried and held; a run may end before its moment comes. */
  readonly cases: number;
  readonly chosen: number;
  readonly tried: number;
  readonly held: number;
}
