import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import type { Done, Runtime } from "../action/runtime.ts";
import type { Spec } from "../action/spec.ts";
import { whereToLook } from "../parts/observe/where-to-look.ts";
import { readFormat } from "../release/formats.ts";
import { planForm } from "../release/plan/plan.ts";
import type { GatedPhase } from "../release/phases.ts";
import type { Plan } from "../release/plan/plan.ts";
import type { NotifyInputs } from "./inputs.ts";
import { nextGate } from "./next-gate.ts";
import { notificationOf } from "./notification.ts";
import { quietly, send } from "./send.ts";

type World = Pick<Runtime, "http" | "log" | "signal" | "context">;

/** Where a release is; `queries` is the link of what `prepare` has saved. */
interface Wait {
  readonly slice: readonly string[];
  readonly after?: GatedPhase;
  readonly queries?: string | undefined;
}

/** Tells that the release begins to wait: `after` a phase, or once it is planned. Nothing where it goes on by itself. */
export async function announceGate(
  plan: Plan,
  { slice, after, queries }: Wait,
  inputs: NotifyInputs,
  world: World,
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
      queries: addressOf(queries),
    },
    world.context,
  );
  await send(inputs, told, world);
}

interface PhaseInputs extends NotifyInputs {
  readonly plan: string | undefined;
  readonly slice: readonly string[];
  readonly dashboardUrl: string | undefined;
}

/**
 * A phase that tells, once it has done its work well, at which gate the release waits now. The plan that it was
 * given knows the gates; without one it stands alone, and nothing waits. Its page is what is read at that gate, so the
 * saved queries are linked there, too.
 */
export function announcing<S extends Spec, I extends PhaseInputs>(
  phase: GatedPhase,
  work: (inputs: I, world: Runtime) => Promise<Done<S>>,
): (inputs: I, world: Runtime) => Promise<Done<S>> {
  return async (inputs, world) => {
    const done = await work(inputs, world);
    const { plan: file, dashboardUrl: queries } = inputs;
    const linked = withQueries(done, queries);
    if (done.report.verdict !== "pass" || file === undefined || inputs.notifyUrl === undefined) return linked;
    await quietly(world, async () => {
      const plan = await planIn(file, world);
      const had = plan.parts.some((part) => part.phase === phase && part.work === "some");
      if (had) await announceGate(plan, { slice: inputs.slice, after: phase, queries }, inputs, world);
    });
    return linked;
  };
}

export async function planIn(file: string, { root }: Pick<Runtime, "root">): Promise<Plan> {
  return readFormat<Plan>("plan", await readFile(resolve(root, file), "utf8"), file, planForm);
}

function withQueries<S extends Spec>(done: Done<S>, queries: string | undefined): Done<S> {
  const address = addressOf(queries);
  if (address === undefined) return done;
  const { sections = [], ...report } = done.report;
  const place = ["what observe will count", "queries and logs", address] as const;
  return { ...done, report: { ...report, sections: [...sections, whereToLook("Saved queries", [place])] } };
}

/** Goes to where no runner masks anything: without what an address may say of who asks. */
function addressOf(text: string | undefined): string | undefined {
  if (text === undefined || !/^https?:/i.test(text) || !URL.canParse(text)) return undefined;
  return Object.assign(new URL(text), { username: "", password: "" }).href;
}
