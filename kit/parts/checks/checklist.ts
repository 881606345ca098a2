import type { Section } from "../../action/fit.ts";
import { list } from "../../action/input.ts";
import { prose } from "../../action/markdown.ts";
import { suggest } from "../../config/suggest.ts";
import { UserError } from "../../errors/user-error.ts";
import { type Values, asPart, fillText, namesIn } from "./probes/placeholders.ts";

/** What a person is asked to look at, beside what is tried by itself. */
export const checklistInput = list({
  description:
    "Lines for whoever wants to look: shown in the plan, told at each gate, shown again by smoke on what is live. `{origin}`, `{staged}`, `{supabase}` and what probes capture are filled in once they are known; all who see the run see them.",
  default: "",
});

const addresses = ["origin", "staged"];

/**
 * The lines with what is known filled in; what is not yet stays in its braces. What an answer said is a part of an
 * address at most, and leads nowhere else.
 */
export function checklistOf(lines: readonly string[], values: Values): readonly string[] {
  const form = (text: string, name: string): string => (addresses.includes(name) ? text : asPart(text));
  return lines
    .map((line) => line.trim())
    .filter((line) => line !== "")
    .map((line) => fillText(line, values, form));
}

/** The lines as boxes to tick, in which only addresses are more than text; none where there are no lines. */
export function checklistSection(lines: readonly string[]): readonly Section[] {
  if (lines.length === 0) return [];
  const boxes = lines.map((line) => `- [ ] ${prose(line.replaceAll(/\s+/g, " "))}`);
  const open = namesIn(lines).length > 0 ? ["What stands in braces is told by smoke, once it is known."] : [];
  const text = ["### Look yourself", boxes.join("\n"), ...open].join("\n\n");
  return [{ kind: "whole", title: "the checklist", text }];
}

/**
 * Whether every name stands for something.
 * @throws {UserError} PR102 for one that nothing ever fills in.
 */
export function refuseUnknownNames(lines: readonly string[], captured: readonly string[]): void {
  const known = [...addresses, "supabase", ...captured];
  const unknown = namesIn(lines).find((name) => !known.includes(name));
  if (unknown === undefined) return;
  const near = suggest(unknown, known);
  throw new UserError(
    "PR102",
    `smoke.checklist: nothing gives {${unknown}}${near === undefined ? "" : `; did you mean {${near}}?`}`,
    `Write one of ${known.map((name) => `{${name}}`).join(", ")}, or {{${unknown}}} for the text itself.`,
  );
}
