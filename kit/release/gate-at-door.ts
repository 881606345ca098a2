import type { Runtime } from "../action/runtime.ts";
import { type Gate, type Gates, stricterGate } from "./gates.ts";
import { type PhaseName, isGated } from "./phases.ts";
import { type Approval, approvedGate } from "./planned.ts";
import { startedByApprover } from "./slice-start.ts";

/** What a phase must have been held by. */
export interface GateAtDoor extends Pick<Gate, "declared" | "bypass"> {
  /** Who may approve, where the plan says it: logins, and teams as `@slug`. */
  readonly reviewers: readonly string[];
  /** Whether the start of the slice is the approval: the plan says that GitHub has no reviewers to offer. */
  readonly bySlice?: boolean;
}

type Inputs = Pick<Approval, "plan" | "planDigest"> & {
  readonly gates: Gates;
  readonly allowBypass?: boolean;
};

/**
 * The stricter of what `rollout.yml` declares here and what the approved plan says: a release that loosens its own
 * gates is still held by the former ones.
 */
export async function gateAtDoor(
  world: Pick<Runtime, "root" | "context">,
  inputs: Inputs,
  phase: PhaseName,
): Promise<GateAtDoor> {
  const own = isGated(phase) ? inputs.gates[phase] : "none";
  const planned = await approvedGate(world, inputs, phase);
  return {
    declared: stricterGate(own, planned?.declared),
    bypass: inputs.allowBypass === true && planned?.bypass !== false,
    reviewers: planned?.reviewers ?? [],
    bySlice: planned?.found.includes(startedByApprover) === true,
  };
}
