import { isPhase, phases } from "../../kit/release/phases.ts";
import type { Receipt } from "../../kit/release/record/receipt.ts";
import type { Play, PlayEvent } from "../player/player.ts";
import type { GithubStandIn } from "../stand-ins/github/start.ts";
import { waitsAt } from "./steer.ts";

/** What is to happen to a run, and in which phase. */
export interface Disturbance {
  readonly cancelAt: string | undefined;
  /** The phase at whose gate a person cancels; nobody answers there. */
  readonly cancelAtGate: string | undefined;
  /** The phase whose runner is lost. */
  readonly loseRunnerAt: string | undefined;
}

export const undisturbed: Disturbance = {
  cancelAt: undefined,
  cancelAtGate: undefined,
  loseRunnerAt: undefined,
};

/** How often it is looked, in ms: a change takes longer than this. */
const glance = 5;

/**
 * Cancels the run, or loses a runner, at a gate or in the middle of a phase: where it changes something, right
 * after the first receipt of a change that users may meet was written ahead; else at the first line it says.
 */
export function disturber(
  github: GithubStandIn,
  { cancelAt, cancelAtGate, loseRunnerAt }: Disturbance,
): (event: PlayEvent, play: Play) => void {
  const act = (phase: string, key: string, play: Play): void => {
    if (phase === cancelAt) play.cancel();
    if (phase === loseRunnerAt) play.loseRunner(key);
  };
  let watching: NodeJS.Timeout | undefined;
  return (event, play) => {
    if (event.kind === "run-finished" || event.kind === "job-finished") clearInterval(watching);
    if (event.kind === "run-finished") return;
    const { id, key } = event.job;
    if (event.kind === "job-waiting" && waitsAt(event.environment, cancelAtGate)) play.cancel();
    if (id !== cancelAt && id !== loseRunnerAt) return;
    if (isPhase(id) && phases[id].changes) {
      if (event.kind !== "job-started") return;
      watching = setInterval(() => {
        if (!hasBegun(github, id)) return;
        clearInterval(watching);
        act(id, key, play);
      }, glance);
    } else if (event.kind === "log" && event.stream === "stdout") {
      act(id, key, play);
    }
  };
}

function hasBegun(github: GithubStandIn, phase: string): boolean {
  return github.state().deployments.some(({ task, payload }) => {
    if (task !== "rollout-receipt") return false;
    const receipt = (typeof payload === "string" ? JSON.parse(payload) : payload) as Receipt;
    return receipt.phase === phase && receipt.component !== "web-staged";
  });
}
