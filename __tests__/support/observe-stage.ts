import { observe } from "../../actions/observe/observe.ts";
import { spec } from "../../actions/observe/spec.ts";
import type { Done, Runtime } from "../../kit/action/runtime.ts";
import { inputsFrom } from "./inputs-of.ts";
import { type ObservedProject, observedProject, ref, token } from "./observed-project.ts";
import { type TestWorld, testWorld } from "./test-world.ts";

/** A project and an `observe` that looks at it once a minute for ten minutes. */
export interface ObserveStage {
  readonly project: ObservedProject;
  readonly world: TestWorld;
  observe(given?: Readonly<Record<string, string>>): Promise<Done<typeof spec>>;
}

export async function observeStage(changes: Partial<Runtime> = {}): Promise<ObserveStage> {
  const project = await observedProject();
  const world = await testWorld({ clock: project.clock, ...changes });
  const common = {
    supabase: ref,
    "supabase-access-token": token,
    "supabase-api-url": project.url,
    events: "assessment.completed: RESULTS_VERSION, attempt_no",
    failures: "results.rpc.failure",
    "poll-interval": "1m",
    window: "10m",
    lag: "30s",
    baseline: "0s",
  };
  return {
    project,
    world,
    observe: (given = {}) => observe(inputsFrom(spec.inputs, { ...common, ...given }), world),
  };
}
