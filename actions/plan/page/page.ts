import { phaseNames } from "../../../kit/release/phases.ts";
import { checklistSection } from "../../../kit/parts/checks/checklist.ts";
import type { Plan, PlanPart } from "../../../kit/release/plan/plan.ts";
import { isOutside } from "../../../kit/release/slice/slice.ts";
import type { Section } from "../../../kit/action/fit.ts";
import { busyParts } from "./gates.ts";
import { phaseSections } from "./phase.ts";
import { headline } from "./risk.ts";
import { code, folded, listed, plain, table } from "../../../kit/action/markdown.ts";

/** What the page tells beside the plan. */
export interface Extras {
  readonly slice: readonly string[];
  /** Made for a look only: there is nothing to approve. */
  readonly preview?: boolean;
}

/** The plan as a person reads it before approving. */
export interface Page {
  /** The line that is read first, as plain text, and what to do next. */
  readonly headline: string;
  readonly next: string;
  /** All below them. Empty for an empty plan. */
  readonly sections: readonly Section[];
}

/** Pure: nothing is asked for a page. */
export function planPage(plan: Plan, extras: Extras): Page {
  const busy = busyParts(plan, extras.slice);
  if (busy.length === 0) {
    const nothing =
      extras.slice.length === 0
        ? `${plan.target} has this release already: nothing to do.`
        : `Nothing to change on ${plan.target} from ${extras.slice[0]} through ${extras.slice.at(-1)}.`;
    return { headline: nothing, next: "Nothing to do.", sections: [] };
  }
  const sections = [
    glance(plan, extras.preview === true ? [] : busy),
    ...lookFirst(busy, plan),
    ...busy.flatMap((part) => phaseSections(plan, part, extras)),
    ...foreseen(plan),
    ...checklistSection(plan.checklist ?? []),
    ...rest(plan, busy, extras.slice),
  ];
  return {
    headline: headline(plan, busy, plan.rules.loosened),
    next: nextStep(plan, busy),
    sections,
  };
}

function nextStep({ gates }: Plan, busy: readonly PlanPart[]): string {
  const first = gates.find((gate) => busy.some(({ phase }) => phase === gate.phase));
  if (!first) return "No gate is declared for these phases: the chain goes on by itself.";
  return `Read this page, then approve or reject at ${first.environment}.`;
}

function glance({ release, commit, base, gates }: Plan, busy: readonly PlanPart[]): Section {
  const pauses = gates
    .filter(({ phase }) => busy.some((part) => part.phase === phase))
    .map(({ environment }) => code(environment));
  const rows = [
    ["commit", code(commit.slice(0, 12))],
    ["live now", base === null ? "no release that the record knows" : code(base)],
    ...(busy.length === 0 ? [] : [["pauses", pauses.length === 0 ? "none is declared" : pauses.join(", ")]]),
  ];
  return { kind: "whole", title: "at a glance", text: table(["release", code(release)], rows) };
}

/** What nobody may read past: loosened rules, each change's own warnings, gates that are weak on purpose. */
function lookFirst(busy: readonly PlanPart[], { rules, gates }: Plan): readonly Section[] {
  const warned = busy.flatMap(({ phase, details = [] }) =>
    details.flatMap(({ what, beware }) => beware.map((text) => `- ${phase} ${code(what)}: ${plain(text)}`)),
  );
  const loosened = rules.loosened.map((text) => `- **This release loosens its own rules**: ${plain(text)}`);
  const weak = [
    ...gates.flatMap(({ phase, bypass }) =>
      bypass ? [`- an admin may bypass the gate of ${phase}: allow-bypass lets it through`] : [],
    ),
    ...rules.accepted.map((text) => `- accepted as it is: ${plain(text)}`),
    ...rules.unverified.map((text) => `- not verified: ${plain(text)}`),
  ];
  const lines = [...loosened, ...warned, ...weak];
  if (lines.length === 0) return [];
  return [{ kind: "whole", title: "look here first", text: `### Look here first\n\n${lines.join("\n")}` }];
}

/** How long the release will be watched until something is known. */
function foreseen({ forecast = [] }: Plan): readonly Section[] {
  if (forecast.length === 0) return [];
  const lines = forecast.map((text) => `- ${plain(text)}`).join("\n");
  return [{ kind: "whole", title: "observe", text: `### Once it is live\n\n${lines}` }];
}

/** What does not change: phases without work, and what this suite leaves alone. */
function rest(plan: Plan, busy: readonly PlanPart[], slice: readonly string[]): readonly Section[] {
  const idle = plan.parts.filter((part) => !busy.includes(part)).map(({ phase }) => phase);
  const outside = idle.filter((phase) => isOutside(slice, phase));
  const none = idle.filter((phase) => !outside.includes(phase));
  const ordered = (names: readonly string[]): string =>
    listed(phaseNames.filter((name) => names.includes(name)));
  const lines = [
    ...(none.length > 0 ? [`Nothing to do, and no gate: ${ordered(none)}.`] : []),
    ...(outside.length > 0 ? [`Not in this run: ${ordered(outside)}.`] : []),
  ];
  const seen = plan.notDeployed.map((text) => `- ${plain(text)}`).join("\n");
  return [
    ...(lines.length > 0 ? [{ kind: "whole", title: "the rest", text: lines.join("\n\n") } as const] : []),
    ...(seen === ""
      ? []
      : [
          {
            kind: "fold",
            title: "what is not deployed",
            text: folded("Seen in the repository, not deployed by this suite", seen),
          } as const,
        ]),
  ];
}
