import { UserError } from "../../errors/user-error.ts";
import { type Gate, type Gates, stricterGate } from "./gates.ts";
import { isSameEnvironment } from "../ids.ts";
import { type PhaseName, isGated } from "../phases.ts";
import type { Plan } from "../plan/plan.ts";
import { startedByApprover } from "../slice/slice-start.ts";

/** What a phase must have been held by. */
export interface GateAtDoor extends Pick<Gate, "declared" | "bypass"> {
  /** Who may approve, where the plan says it: logins, and teams as `@slug`. */
  readonly reviewers: readonly string[];
  /** Whether the start of the slice is the approval: the plan says that GitHub has no reviewers to offer. */
  readonly bySlice?: boolean;
}

interface Inputs {
  readonly gates: Gates;
  readonly allowBypass?: boolean;
  readonly environment?: string | undefined;
}

/**
 * The stricter of what `rollout.yml` declares here and what the approved plan says: a release that loosens its own
 * gates is still held by the former ones.
 * @throws {UserError} PR203 when the job has passed another environment than the one that the plan has looked at.
 */
export function gateAtDoor(
  { gates, allowBypass, environment }: Inputs,
  plan: Pick<Plan, "gates"> | undefined,
  phase: PhaseName,
): GateAtDoor {
  const own = isGated(phase) ? gates[phase] : "none";
  const planned = plan?.gates.find((gate) => gate.phase === phase);
  if (planned !== undefined && environment !== undefined) refuseOtherGate(planned, environment);
  return {
    declared: stricterGate(own, planned?.declared),
    bypass: allowBypass === true && planned?.bypass !== false,
    reviewers: planned?.reviewers ?? [],
    bySlice: planned?.found.includes(startedByApprover) === true,
  };
}

/** The approval of another gate is none of this one. */
function refuseOtherGate({ phase, environment: planned, declared }: Gate, environment: string): void {
  if (declared === "none" || isSameEnvironment(planned, environment)) return;
  throw new UserError(
    "PR203",
    `The plan has looked at the environment ${planned} for ${phase}, but this job says that it has passed ${environment}. Nothing was changed.`,
    `Pass the same environment to plan (${phase}-environment) and to this phase (environment).`,
  );
}
