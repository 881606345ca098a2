import type { PhaseReport } from "../model.ts";
import { markup, type Markup } from "./markup.ts";

/** Who answered at which gates, a sentence a person and answer. Undefined where nobody was asked. */
export function peopleOf(phases: readonly PhaseReport[]): Markup | undefined {
  const said = new Map<string, { readonly who: string; readonly how: string; readonly at: string[] }>();
  for (const { name, gate } of phases) {
    if (gate?.by === undefined) continue;
    const key = JSON.stringify([gate.by, gate.answer]);
    const one = said.get(key) ?? { who: gate.by, how: gate.answer, at: [] };
    one.at.push(name);
    said.set(key, one);
  }
  if (said.size === 0) return undefined;
  return markup`${[...said.values()].map(({ who, how, at }, index) => markup`${index > 0 && "; "}<b>${who}</b> ${how} ${at.join(", ")}`)}.`;
}
