import type { Gatekeeper, Question } from "../stand-ins/github/gatekeeper.ts";
import type { World } from "../world/world.ts";

/** How the gates of a release are answered. Phases are named as in rollout.yml. */
export interface Steering {
  readonly reject?: string | undefined;
  readonly expire?: string | undefined;
  /** Something becomes ill while the release waits at this gate. */
  readonly unhealthyAt?: string | undefined;
  /** The gate at which nobody answers, because the run is cancelled there. */
  readonly cancelAtGate?: string | undefined;
  /** What happens while the release waits at a gate; then that is answered as the others are. */
  readonly meanwhile?: { readonly at: string; readonly does: () => Promise<void> } | undefined;
  /** Who answers at the other gates: everybody at once, or a person who is asked. */
  readonly approve:
    "all" | ((question: Question) => Promise<{ readonly approved: boolean; readonly comment: string }>);
}

/** The gatekeeper of a run, whose reviewers answer as they were told to. `--reject` and `--expire` win. */
export function steer(
  world: Pick<World, "github" | "supabase">,
  run: number,
  steering: Steering,
): Gatekeeper {
  const answer = async (question: Question): Promise<void> => {
    const { environment, reviewers } = question;
    const by = reviewers[0] ?? "nobody";
    if (waitsAt(environment, steering.cancelAtGate)) return;
    if (waitsAt(environment, steering.meanwhile?.at)) await steering.meanwhile?.does();
    if (waitsAt(environment, steering.unhealthyAt)) makeIll(world, environment);
    if (waitsAt(environment, steering.expire)) return keeper.expire(environment);
    // Where nobody may review a timer runs, and it decides.
    if (reviewers.length === 0) return;
    if (waitsAt(environment, steering.reject))
      return void keeper.decide(environment, "rejected", by, "not now");
    if (steering.approve === "all") return void keeper.decide(environment, "approved", by, "rehearsal");
    const { approved, comment } = await steering.approve(question);
    keeper.decide(environment, approved ? "approved" : "rejected", by, comment);
  };
  const keeper = world.github.gatekeeper(run, (question) => {
    void answer(question);
  });
  return keeper;
}

/**
 * The database stops answering, as the platform's own health check tells it; before the functions are replaced,
 * the old ones run out of resources instead.
 */
function makeIll({ supabase }: Pick<World, "supabase">, environment: string): void {
  const [what, why] = waitsAt(environment, "deploy-functions")
    ? ["functions", "Function failed due to not having enough compute resources"]
    : ["db", "connection refused"];
  supabase.change(({ project }) => void (project.unhealthy[what] = why));
}

/** Whether an environment is the gate of a phase. */
export function waitsAt(environment: string, phase: string | undefined): boolean {
  return phase !== undefined && environment.endsWith(`-${phase}`);
}
