import {
  type Begun,
  type Decision,
  type Facts,
  type Policy,
  activated,
  decide,
  sayCounts,
} from "./decision.ts";
import { endingOf } from "./ending.ts";
import type { Needs } from "./needs.ts";

export interface WatchPolicy extends Policy {
  /** Milliseconds after the first activation after which nobody looks any more. */
  readonly watchLimit: number;
}

/**
 * Decides what a later look at a watched release comes to; pure. Only what `observe` says counts: a look that came to
 * nothing (a log source that does not answer, a run that somebody cancelled) says nothing of the release, and the next
 * one counts from the same time. Where the limit is over, a person decides; no commit is to blame. Where a look before
 * was cut in the middle of bringing it back, the next one goes on with that, whatever it sees: half of it is gone.
 */
export function decideWatch(needs: Needs, facts: Facts, now: number, policy: WatchPolicy): Decision {
  const { observe } = needs;
  const ending = endingOf("observe", observe, facts);
  const isHalfBack = facts.wentBack === true && facts.supersededBy === undefined;
  if (ending === "passed" || ending === "failed" || isHalfBack)
    return decide(observe === undefined ? {} : { observe }, facts, now, policy);
  const components = activated(facts.begun);
  const counted = ending === "inconclusive";
  const said = counted ? `observe has no verdict yet${sayCounts(observe)}` : "this look came to nothing";
  const age = ageOf(facts.begun, now);
  if (age !== undefined && age > policy.watchLimit) {
    const because = `${said}, and it was watched for ${sayAge(policy.watchLimit)}`;
    return { do: "hold", because, components, unproven: true };
  }
  return { do: "watch", because: said, components, ...(counted ? {} : { unsaid: true }) };
}

/** How long ago something was activated for the first time. */
function ageOf(begun: readonly Begun[], now: number): number | undefined {
  const times = begun.flatMap((one) => (activated([one]).length > 0 && one.at !== null ? [one.at] : []));
  return times.length === 0 ? undefined : now - Math.min(...times);
}

function sayAge(ms: number): string {
  const hours = Math.round(ms / 3_600_000);
  return hours < 48 ? `${hours} h` : `${Math.round(hours / 24)} days`;
}
