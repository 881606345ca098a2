import type { Runtime } from "../../kit/action/runtime.ts";
import type { InputsOf } from "../../kit/action/spec.ts";
import { describe } from "../../kit/errors/user-error.ts";
import { boardName } from "../../kit/parts/observe/prepare-board.ts";
import { openDashboards } from "../../kit/providers/dashboards/open-dashboards.ts";
import type { Verdict } from "../../kit/release/verdict.ts";
import type { spec } from "./spec.ts";

/** How far a release has come: since when it is live, and what it came to once that is known (ms since 1970). */
interface Course {
  readonly since: number;
  readonly verdict?: Verdict;
  readonly until?: number;
}

/**
 * Draws the release on the dashboard, where that can be: opened at its activation, closed with its verdict, left open
 * while that is open. A dashboard that cannot be drawn on is a warning and no more.
 */
export async function markRelease(
  inputs: InputsOf<typeof spec>,
  { since, verdict, until }: Course,
  world: Pick<Runtime, "http" | "clock" | "log" | "signal" | "temp">,
): Promise<void> {
  const { target = "default", supabase } = inputs;
  const release = inputs.release ?? `${target}-${since}`;
  const said = verdict === undefined ? "live, observed" : `${verdict.verdict}: ${verdict.reason}`;
  const isOver = verdict !== undefined && ["pass", "fail"].includes(verdict.verdict);
  const mark = {
    ...boardName(inputs.target, supabase),
    release,
    target,
    from: since,
    ...(isOver && until !== undefined ? { until } : {}),
    text: `${inputs.release ?? `Release of ${target}`}: ${said}`,
  };
  try {
    await openDashboards(inputs, world)?.mark?.(mark);
  } catch (error) {
    world.signal.throwIfAborted();
    world.log.warn(`The release could not be drawn on the dashboard. ${describe(error)}`);
  }
}
