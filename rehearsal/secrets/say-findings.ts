import type { Finding } from "./seeker.ts";

const shown = 5;

/** Which secrets stand where, on one line: names and places, never a part of one. */
export function sayFindings(found: readonly Finding[]): string {
  const each = found
    .slice(0, shown)
    .map(({ secret, how, place, where }) => `${secret} (${how}) in ${place}: ${where}`);
  const more = found.length > shown ? `, and ${found.length - shown} more` : "";
  return `${found.length} secret${found.length === 1 ? "" : "s"} told: ${each.join("; ")}${more}`;
}
