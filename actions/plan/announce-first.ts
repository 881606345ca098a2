import type { Runtime } from "../../kit/action/runtime.ts";
import type { InputsOf } from "../../kit/action/spec.ts";
import { announceGate } from "../../kit/notify/announce.ts";
import type { Plan } from "../../kit/release/plan/plan.ts";
import { isOutside } from "../../kit/release/slice/slice.ts";
import type { spec } from "./spec.ts";

/**
 * Tells at which gate the release waits first, unless `prepare` comes before that gate: it tells then, with the link of
 * what it has saved. Where nothing is observed, `prepare` has nothing to do, and says nothing.
 */
export async function announceFirst(
  plan: Plan,
  slice: readonly string[],
  inputs: InputsOf<typeof spec>,
  world: Runtime,
): Promise<void> {
  const prepares = world.sections.includes("observe") && !isOutside(slice, "observe");
  if (inputs.prepareFollows && prepares) return;
  await announceGate(plan, { slice }, inputs, world);
}
