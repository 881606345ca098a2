import type { GitHub } from "../../ports/github.ts";
import { changesOf } from "../record/history.ts";
import { isPhase, phases } from "../phases.ts";

/**
 * When a release began to change what users meet, in ms since 1970: GitHub's own time of its first receipt
 * of an activating phase. Undefined while there is none.
 */
export async function activatedAt(
  github: GitHub,
  target: string,
  release: string,
): Promise<number | undefined> {
  const times = (await changesOf(github, target, release)).flatMap(({ receipt: { phase }, at }) =>
    at !== null && isPhase(phase) && phases[phase].activates ? [at] : [],
  );
  return times.length === 0 ? undefined : Math.min(...times);
}
