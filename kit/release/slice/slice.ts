import { UserError } from "../../errors/user-error.ts";
import { type GatedPhase, type PhaseName, phaseNames } from "../phases.ts";

/** The phases at which a run may begin or end. */
export const sliceable: readonly PhaseName[] = phaseNames.filter(
  (name) => name !== "build" && name !== "plan",
);

/**
 * The phases of a run that does only a part of the chain; empty for the whole. Through `plan` it plans, and no more.
 * @throws {UserError} PR102 when the end lies before the beginning.
 */
export function sliceOf(from: PhaseName | undefined, through: PhaseName | undefined): readonly PhaseName[] {
  if (from === undefined && through === undefined) return [];
  if (from === undefined && through === "plan") return ["plan"];
  const first = from === undefined ? 0 : sliceable.indexOf(from);
  const last = through === undefined ? sliceable.length - 1 : sliceable.indexOf(through);
  if (first <= last) return sliceable.slice(first, last + 1);
  throw new UserError(
    "PR102",
    `from-phase ${from} comes after through-phase ${through}: no phase lies between.`,
    `The order is ${sliceable.join(", ")}.`,
  );
}

/**
 * The phases of a run that does only one thing, with what follows from it: what the web changed is purged, and all is
 * checked. What comes before is left out even where it has work.
 * @throws {UserError} PR102 when a beginning or an end is given as well.
 */
export function sliceOnly(
  only: GatedPhase,
  from: PhaseName | undefined,
  through: PhaseName | undefined,
): readonly PhaseName[] {
  if (from === undefined && through === undefined)
    return [only, ...(only === "deploy-web" ? (["purge-cdn"] as const) : []), "smoke", "observe"];
  throw new UserError(
    "PR102",
    `\`only: ${only}\` is given together with ${from === undefined ? "through-phase" : "from-phase"}: they exclude each other.`,
    "`only` does one phase and what follows from it; from-phase and through-phase do a part of the chain. Leave one out.",
  );
}

/** Whether a slice leaves a phase out. */
export function isOutside(slice: readonly string[], phase: string): boolean {
  return slice.length > 0 && !slice.includes(phase);
}

/** The phase with which the next run goes on, or undefined when the slice reaches the end of the chain. */
export function nextAfter(slice: readonly PhaseName[]): PhaseName | undefined {
  const last = slice.at(-1);
  return last === undefined ? undefined : sliceable[sliceable.indexOf(last) + 1];
}
