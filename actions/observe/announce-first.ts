import type { Done, Runtime } from "../../kit/action/runtime.ts";
import type { InputsOf } from "../../kit/action/spec.ts";
import { Stopped } from "../../kit/errors/user-error.ts";
import { announceGate, planIn } from "../../kit/notify/announce.ts";
import { quietly } from "../../kit/notify/send.ts";
import type { spec } from "./spec.ts";

type Inputs = InputsOf<typeof spec>;
type Work = (inputs: Inputs, world: Runtime) => Promise<Done<typeof spec>>;

/**
 * `prepare` is the last before the first gate, so it tells that the release waits there, with the link of what it has
 * saved. Whatever came of that: people wait for a message, not for a dashboard.
 */
export function announcingFirst(work: Work): Work {
  return async (inputs, world) => {
    if (!inputs.prepare) return await work(inputs, world);
    let queries: string | undefined;
    try {
      const done = await work(inputs, world);
      queries = done.outputs["dashboard-url"];
      return done;
    } finally {
      await tell(inputs, queries, world);
    }
  };
}

async function tell(inputs: Inputs, queries: string | undefined, world: Runtime): Promise<void> {
  const { plan: file, slice, notifyUrl } = inputs;
  if (file === undefined || notifyUrl === undefined) return;
  await quietly(world, async () => {
    const signal = isLate(world.signal) ? new AbortController().signal : world.signal;
    await announceGate(await planIn(file, world), { slice, queries }, inputs, { ...world, signal });
  });
}

/** Its own time is over, and the release goes on; a run that was cancelled waits for nobody. */
function isLate({ aborted, reason }: AbortSignal): boolean {
  return aborted && reason instanceof Stopped && reason.code === "PR504";
}
