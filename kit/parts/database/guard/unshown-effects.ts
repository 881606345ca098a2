import type { Effect } from "./shown.ts";

/** What a file has done beyond what was shown of it. It is thrown before COMMIT. */
export class UnshownEffects extends Error {
  readonly effects: readonly Effect[];

  constructor(effects: readonly Effect[]) {
    super(`it did what its plan did not show: ${sayEffects(effects).join("; ")}`);
    this.effects = effects;
  }
}

const most = 10;

/** «table public.orders is gone», and how many more there are. */
export function sayEffects(effects: readonly Effect[]): readonly string[] {
  const said = effects.slice(0, most).map(({ thing, what }) => `${thing} ${what}`);
  return effects.length > most ? [...said, `${effects.length - most} more things happened`] : said;
}

/** What to write above the statement, where what happened is meant to. */
export function remedyFor(effects: readonly Effect[]): string {
  const rules = [...new Set(effects.map(({ rule }) => rule))].map((rule) => `\`${rule}\``).join(", ");
  return `Find what does it (a trigger, a function that is called, EXECUTE) and leave it out. If it is meant to happen, allow it by a comment above the statement, \`-- rollout-allow: <rule> <reason>\`, with ${rules}, or with \`live-effect\` where only the live database does it, and release again.`;
}
