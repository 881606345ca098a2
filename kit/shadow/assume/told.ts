import type { Statement } from "../../judge/split.ts";
import type { Healed } from "./heal.ts";

/** How the replay of a file differs from a run of it: what it took to be there, and what it left out; a line each. */
export function toldOf({ remedies, leftOut }: Healed, statements: readonly Statement[]): readonly string[] {
  const things = thingsOf(remedies);
  const which = things.length === 1 ? "it" : "them";
  return [
    ...(things.length === 0
      ? []
      : [`replayed as if there were ${listed(things)}, though no file before makes ${which}`]),
    ...[...leftOut].map(
      ([index, why]) => `replayed without the statement at line ${statements[index]?.line ?? 1}: ${why}`,
    ),
  ];
}

/** What is new by these, in words, each once. */
export function thingsOf(remedies: Healed["remedies"]): readonly string[] {
  return [
    ...new Set(remedies.flatMap(({ needs = [], thing }) => [...thingsOf(needs), ...(thing ? [thing] : [])])),
  ];
}

const most = 12;

function listed(things: readonly string[]): string {
  const named = things.slice(0, most).join(", ");
  return things.length > most ? `${named} and ${things.length - most} more` : named;
}

/** How much was replayed, where that rests on what was assumed; of what was not, each file has its own line. */
export function summaryOf(files: number, ran: number, things: number): readonly string[] {
  if (things === 0) return [];
  const assumed = `${things} ${things === 1 ? "thing" : "things"} assumed that no file makes`;
  return [`${ran} of ${files} ${files === 1 ? "file was" : "files were"} replayed, with ${assumed}`];
}
