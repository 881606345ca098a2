import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import type { Done, Runtime } from "../action/runtime.ts";
import type { Spec } from "../action/spec.ts";
import { readFormat } from "../release/formats.ts";
import type { GatedPhase } from "../release/phases.ts";
import type { Plan } from "../release/plan.ts";
import type { NotifyInputs } from "./inputs.ts";
import { nextGate } from "./next-gate.ts";
import { notificationOf } from "./notification.ts";
import { quietly, send } from "./send.ts";

/** Tells that the release begins to wait: `after` a phase, or once it is planned. Nothing where it goes on by itself. */
export async function announceGate(
  plan: Plan,
  { slice, after }: { readonly slice: readonly string[]; readonly after?: GatedPhase },
  inputs: NotifyInputs,
  world: Runtime,
): Promise<void> {
  const gate = nextGate(plan, slice, after);
  if (gate === undefined || inputs.notifyUrl === undefined) return;
  const { target, release, parts, checklist = [] } = plan;
  const says = parts.find(({ phase }) => phase === gate.phase)?.says ?? [];
  const timer = gate.declared === "wait-timer";
  const told = notificationOf(
    {
      kind: "gate-waiting",
      target,
      release,
      what: timer ? `${gate.phase} waits for its timer` : `${gate.phase} waits for an approval`,
      reason: says.length === 0 ? "The plan says what it would change." : says.slice(0, 10).join("\n"),
      next: timer
        ? "Look at the plan while there is time; reject it by cancelling the run."
        : `Read the plan in the run's summary, then approve or reject ${gate.environment} there.`,
      ...(checklist.length === 0 ? {} : { checklist }),
      gate: gate.environment,
    },
    world.context,
  );
  await send(inputs, told, world);
}

interface PhaseInputs extends NotifyInputs {
  readonly plan: string | undefined;
  readonly slice: readonly string[];
}

/**
 * A phase that tells, once it has done its work well, at which gate the release waits now. The plan that it was
 * given knows the gates; without one it stands alone, and nothing waits.
 */
export function announcing<S extends Spec, I extends PhaseInputs>(
  phase: GatedPhase,
  work: (inputs: I, world: Runtime) => Promise<Done<S>>,
): (inputs: I, world: Runtime) => Promise<Done<S>> {
  return async (inputs, world) => {
    const done = await work(inputs, world);
    const { plan: file } = inputs;
    if (done.report.verdict !== "pass" || file === undefined || inputs.notifyUrl === undefined) return done;
    await quietly(world, async () => {
      const text = await readFile(resolve(world.root, file), "utf8");
      const plan = readFormat<Plan>("plan", text, file);
      const had = plan.parts.some((part) => part.phase === phase && part.work === "some");
      if (had) await announceGate(plan, { slice: inputs.slice, after: phase }, inputs, world);
    });
    return done;
  };
}
