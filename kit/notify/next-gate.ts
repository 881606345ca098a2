import type { Gate } from "../release/gates/gates.ts";
import { type PhaseName, phaseNames } from "../release/phases.ts";
import type { Plan } from "../release/plan/plan.ts";
import { isOutside } from "../release/slice/slice.ts";

/** The gate at which a release waits next: after a phase, or from its beginning. A phase without work passes none. */
export function nextGate(
  { gates, parts }: Pick<Plan, "gates" | "parts">,
  slice: readonly string[],
  after?: PhaseName,
): Gate | undefined {
  const from = after === undefined ? 0 : phaseNames.indexOf(after) + 1;
  const busy = phaseNames
    .slice(from)
    .filter((phase) => !isOutside(slice, phase))
    .find((phase) => parts.some((part) => part.phase === phase && part.work === "some"));
  const gate = gates.find(({ phase }) => phase === busy);
  return gate?.declared === "none" ? undefined : gate;
}
