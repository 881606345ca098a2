import type fc from "fast-check";

/**
 * One place at which something from outside is read. `reads` may refuse what it is given by an error that tells a
 * person what to do; anything else that it throws is a finding. So is a `Broken` that it gives
 * where something else does not hold.
 */
export interface Reading<Given> {
  readonly name: string;
  /** Its share of the cases beside the others' (1). */
  readonly share?: number;
  /** In ms, how long a case may take that waits by design (10 s). */
  readonly longest?: number;
  readonly gives: fc.Arbitrary<Given>;
  readonly reads: (given: Given) => unknown;
}

/** Any reading, whatever it reads. */
export type AnyReading = Reading<unknown>;

/** Readings that need one world: it is opened once, and closed behind the last of them. */
export interface Group {
  readonly readings: readonly AnyReading[];
  readonly close?: () => Promise<void>;
}

export function reading<Given>(one: Reading<Given>): AnyReading {
  return one as unknown as AnyReading;
}

/** What does not hold, in words. */
export class Broken extends Error {
  override readonly name = "Broken";
}
