import type { Finding } from "../../../judge/finding.ts";
import type { Fact } from "../../../shadow/facts.ts";
import { type HeldLock, sayMode } from "../../../shadow/locks.ts";
import type { ShadowFacts } from "../../../shadow/replay.ts";

/** What a replay shows, for those who approve. */
export function factLine({ thing, what }: Pick<Fact, "thing" | "what">): string {
  return `By its replay, ${thing} ${what}.`;
}

/** On what a file was replayed, what stood in for what is absent there, and what it locks; nothing if it was not. */
export function seenLine(seen: ShadowFacts, engine: string): readonly string[] {
  if ("unverified" in seen) return [`not replayed: ${seen.unverified}`];
  const calm = seen.facts.length === 0 ? ": nothing disappears, nothing is rewritten" : "";
  return [
    `replayed on ${engine}${calm}`,
    ...seen.assumed,
    ...(seen.stubbed.length > 0 ? [`in the replay ${seen.stubbed.join(", ")}`] : []),
    ...(seen.locks.length > 0 ? [`holds until its COMMIT: ${locks(seen.locks)}`] : []),
  ];
}

/** What the text would tell and the replay does not bear out. */
export function disprovedLines({ path }: ShadowFacts, disproved: readonly Finding[]): readonly string[] {
  return disproved.flatMap(({ file, line, rule, thing }) =>
    file === path
      ? [`no ${rule} at line ${line}, as its replay shows: ${thing} is there as before, or was not`]
      : [],
  );
}

const most = 5;

function locks(held: readonly HeldLock[]): string {
  const named = held.slice(0, most).map(({ relation, mode }) => `${sayMode(mode)} on ${relation}`);
  return [...named, ...(held.length > most ? [`and ${held.length - most} more`] : [])].join(", ");
}
