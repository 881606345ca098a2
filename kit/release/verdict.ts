/** `inconclusive` and `error` are never taken for `pass`. */
export type VerdictWord = "pass" | "fail" | "inconclusive" | "error";

/** What a check found: «x of n», in one sentence why, in one what to do. */
export interface Verdict {
  readonly verdict: VerdictWord;
  readonly x: number;
  readonly n: number;
  readonly reason: string;
  readonly next: string;
}
