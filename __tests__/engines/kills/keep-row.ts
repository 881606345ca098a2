import { appendFileSync } from "node:fs";

/** A walk or a race, for the page of reliability. */
export interface KeptRow {
  readonly name: string;
  /** Calls of the process that was let through, or the places at which it was ended. */
  readonly places: number;
  /** How many cases there are, how many of them were chosen, tried and held; a run may end before its moment comes. */
  readonly cases: number;
  readonly chosen: number;
  readonly tried: number;
  readonly held: number;
}

/** Adds it to the file that `KEEP_ROWS` names, of which `scripts/reliability/walks.ts` makes what is kept. */
export function keepRow(row: KeptRow): void {
  const path = process.env["KEEP_ROWS"];
  if (path !== undefined) appendFileSync(path, `${JSON.stringify(row)}\n`);
}
