import type { Runtime } from "../../../action/runtime.ts";
import { retry } from "../../../ports/retry.ts";
import type { DatabaseInputs } from "../inputs.ts";
import type { Step } from "../plan/plan-database.ts";
import { busy } from "../run/busy.ts";
import { type Standing, explainFailure } from "../run/explain-failure.ts";
import { StatementFailed } from "../run/statement-failed.ts";
import { cancelOnStop } from "../run/stop.ts";
import { type Place, type Trial, TrialFailed, tryInPlace } from "./trial.ts";

type World = Pick<Runtime, "clock" | "connect" | "log" | "signal">;

/**
 * The trial before the run, where one is asked for, within the same limits: who is held up for too long is let go, a lock that is not to be had is
 * tried again. `standing`: how many files were applied before.
 * @throws {UserError} PR413, PR415, PR425 or PR426 of the file that failed; no file is applied then.
 */
export async function tryBefore(
  place: Place,
  inputs: DatabaseInputs,
  steps: readonly Step[],
  standing: Standing,
  world: World,
): Promise<Trial | undefined> {
  if (inputs.verify !== "in-place" || steps.length === 0) return undefined;
  const limits = { what: "The trial in place", attempts: inputs.lockAttempts, firstWait: inputs.lockWait };
  const trial = await world.log.group(`Trial in place of ${steps.length}, rolled back`, () =>
    retry(world, { ...limits, longestWait: 60_000, signal: world.signal }, () =>
      attempt(place, inputs, steps, world),
    ).catch((error: unknown) => {
      if (!(error instanceof TrialFailed) || world.signal.aborted) throw error;
      throw explainFailure(error.cause, error.step, { ...standing, inTrial: true });
    }),
  );
  for (const { version, ms, locks } of trial.tried) {
    const holds = locks.length === 0 ? "nobody's writes wait for it" : `holds ${locks.join(", ")}`;
    world.log.info(`Tried ${version}: ${(ms / 1000).toFixed(1)} s; ${holds}.`);
  }
  if (trial.untried !== undefined) world.log.warn(trial.untried);
  return trial;
}

async function attempt(
  place: Place,
  { databaseUrl }: Pick<DatabaseInputs, "databaseUrl">,
  steps: readonly Step[],
  world: World,
): Promise<{ value: Trial } | { again: unknown }> {
  const calm = cancelOnStop(world, place.session.pid, databaseUrl);
  const watch = place.guard.watch();
  try {
    return { value: await tryInPlace(place, steps, world) };
  } catch (error) {
    if (!(error instanceof TrialFailed) || world.signal.aborted) throw error;
    const reason = error.cause instanceof StatementFailed ? busy(error.cause, watch) : undefined;
    if (!reason) throw error;
    return { again: new TrialFailed(error.step, reason) };
  } finally {
    calm();
    await watch.end();
  }
}
