import type { World } from "./world.ts";

/** Why a job that was running is to end. */
export type StopReason = "cancelled" | "timed-out" | "lost" | "killed";

/** How a running job is told to end. The first reason stays. */
export interface Stop {
  /** Aborted when steps are to be asked whether they go on. */
  readonly asked: AbortSignal;
  /** Aborted when nothing goes on: the runner is lost, or patience is over. */
  readonly killed: AbortSignal;
  reason(): StopReason | undefined;
  /** Cancels the job: its steps end unless their own condition says otherwise, the rest is skipped. */
  ask(reason: "cancelled" | "timed-out"): void;
  /** Ends it at once. */
  kill(reason: "lost" | "killed"): void;
}

/** A job that nobody has stopped yet. Once it was asked, `patience.cancel` later it is killed. */
export function createStop(world: Pick<World, "clock" | "patience">, over: AbortSignal): Stop {
  const asked = new AbortController();
  const killed = new AbortController();
  let reason: StopReason | undefined;
  const stop: Stop = {
    asked: asked.signal,
    killed: killed.signal,
    reason: () => reason,
    ask(why) {
      if (reason !== undefined) return;
      reason = why;
      asked.abort();
      void world.clock.sleep(world.patience.cancel, AbortSignal.any([over, killed.signal])).then(
        () => stop.kill("killed"),
        () => {},
      );
    },
    kill(why) {
      if (killed.signal.aborted || over.aborted) return;
      if (reason === undefined || why === "lost") reason = why;
      killed.abort();
      asked.abort();
    },
  };
  return stop;
}
