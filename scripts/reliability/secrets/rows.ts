import { decoyName } from "../../../rehearsal/secrets/canaries.ts";
import type { Sought } from "../../../rehearsal/secrets/seeker.ts";

/** What came of a rehearsal with canaries. */
export interface Searched {
  readonly outcome: string;
  readonly sought: Sought;
}

/** Where a decoy is told on purpose: whoever finds none there has not looked. */
const decoyPlaces = [
  "log as it was said",
  "workspace of a job",
  "address of a request",
  "headers of a request",
  "body of a request",
];

/**
 * Secrets that stand anywhere, and places of the decoy where it was not found: nothing, where all is well. The decoy is
 * told by the app's quality commands, so in every release that comes as far as these.
 */
export function problemsIn(
  { found }: Pick<Sought, "found">,
  phases: readonly { readonly name: string; readonly result: string }[],
): readonly string[] {
  const told = found.filter(({ secret }) => secret !== decoyName);
  const seen = new Set(found.filter(({ secret }) => secret === decoyName).map(({ place }) => place));
  const isBuilt = phases.some(({ name, result }) => name === "build" && result === "success");
  const due = isBuilt ? decoyPlaces : [];
  return [
    ...told.map(({ secret, how, place, where }) => `${secret} (${how}) in ${place}: ${where}`),
    ...due.filter((place) => !seen.has(place)).map((place) => `the decoy was not found in: ${place}`),
  ];
}

/** A row a place, over all rehearsals: how many were searched, how many MB, secrets found, decoys found. */
export function rowsOf(searched: readonly Searched[]): readonly (readonly string[])[] {
  const names = [...new Set(searched.flatMap(({ sought }) => sought.places.map(({ place }) => place)))];
  return names.map((name) => {
    const own = searched.flatMap(({ sought }) => sought.places.filter(({ place }) => place === name));
    const found = searched.flatMap(({ sought }) => sought.found.filter(({ place }) => place === name));
    const decoys = found.filter(({ secret }) => secret === decoyName).length;
    const bytes = own.reduce((sum, one) => sum + one.bytes, 0);
    const looked = own.reduce((sum, one) => sum + one.looked, 0);
    return [name, String(looked), (bytes / 1e6).toFixed(2), String(found.length - decoys), String(decoys)];
  });
}

/** How many things were searched, and how many of them hold no secret. */
export function tallyOf(searched: readonly Searched[]): { readonly tried: number; readonly held: number } {
  const looked = searched.flatMap(({ sought }) => sought.places.map((place) => place.looked));
  const tried = looked.reduce((sum, one) => sum + one, 0);
  const told = searched.flatMap(({ sought }) => sought.found.filter(({ secret }) => secret !== decoyName));
  return { tried, held: tried - told.length };
}
