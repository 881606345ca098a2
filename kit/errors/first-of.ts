import { describe } from "./user-error.ts";

/**
 * As many findings as a person reads, each as long as one reads it, and how many are left: a file can be wrong at
 * every letter, and what a step says of it has a place of its own size.
 */
export function firstOf(findings: readonly string[], most = 40, longest = 500): readonly string[] {
  const shown = findings.slice(0, most).map((one) => shortened(one, longest));
  return findings.length > most ? [...shown, `and ${findings.length - most} more`] : shown;
}

/** A text with its end left out where it is longer. */
export function shortened(text: string, longest: number): string {
  return text.length > longest ? `${text.slice(0, longest - 1)}…` : text;
}

/** What was thrown, on one line that a person reads to its end: a server's own words can be as long as it likes. */
export function inShort(thrown: unknown, longest = 500): string {
  return shortened(describe(thrown), longest);
}
