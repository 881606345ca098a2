import { heldIn } from "../../action/held-in.ts";
import type { Tally } from "../../providers/logs/log-source.ts";
import type { Verdict } from "../../release/verdict.ts";
import { type Check, checksOf, saying, together } from "./checks.ts";
import type { Judging } from "./judging.ts";
import { halfWritten, nameless, saySilent } from "./say-tally.ts";

const undoes = "The chain's rollback undoes the release; standing alone, undo it.";
const nameThem = "Set `attempt-key` to fields that all of these events have.";
/** What is to be done where more attempts will tell. */
export const lookAgain = "Observe again later: it counts on from the same time.";

type Say = (verdict: Verdict["verdict"], reason: string, next: string) => Verdict;

/** The verdict on what was counted; undefined while it is open. Pure. */
export function judgeTally(tally: Tally, judging: Judging): Verdict | undefined {
  const { failed: x, attempts: n } = tally.real;
  const say: Say = (verdict, reason, next) => ({ verdict, x, n, reason, next });
  const lacking = lackingFields(tally);
  if (lacking.length > 0) return say("fail", `${lacking.join("; ")}.`, undoes);
  const checks = checksOf(tally, judging);
  const stands = together(checks);
  if (stands === "fail") return failing(saying(checks, "fail"), judging, say);
  const silent = silentEvents(tally, judging);
  if (silent.length > 0 && judging.silence?.is === "fail" && (tally.uncounted ?? []).length === 0)
    return say("fail", saySilent(silent, judging), undoes);
  const absent = absentEvents(tally, judging);
  if (stands === "pass" && absent.length === 0 && isWhole(tally) && wasUsed(tally))
    return say("pass", saying(checks, "pass"), "Nothing to do.");
  return judging.last ? atTheEnd(tally, judging, { checks, silent, absent }, say) : undefined;
}

/** A rollback to what failed as well would help nobody. */
function failing(reason: string, judging: Judging, say: Say): Verdict {
  if (judging.wasIll !== true) return say("fail", reason, undoes);
  const next = "Look yourself what fails: a rollback would bring back what failed as well.";
  return say("inconclusive", `${reason} But ${judging.before}.`, next);
}

interface Open {
  readonly checks: readonly Check[];
  readonly silent: readonly string[];
  readonly absent: readonly { readonly name: string; readonly attempts: number }[];
}

/** What is still open when nobody will look again. */
function atTheEnd(tally: Tally, judging: Judging, { checks, silent, absent }: Open, say: Say): Verdict {
  const stands = together(checks);
  const n = tally.real.attempts;
  // What is missing from a part of an answer may be in the other.
  const [uncounted] = tally.uncounted ?? [];
  if (stands === "pass" && uncounted !== undefined) {
    const next = "Mend the query that it is about (docs/sources.md), then observe again.";
    return say("inconclusive", `Not all was counted: ${uncounted}.`, next);
  }
  if (stands === "pass" && absent.length > 0) {
    const never = absent.every(({ attempts }) => attempts === 0);
    const reason = `${absent.map(({ name, attempts }) => `${name} was logged for ${attempts} of ${n} attempts`).join("; ")}.`;
    return never && n > 0 ? say("fail", reason, undoes) : say("inconclusive", reason, lookAgain);
  }
  if (stands === "pass" && !wasUsed(tally)) return say("inconclusive", unused, lookAgain);
  if (stands === "pass" && (tally.unreadable ?? 0) > 0) {
    const next = "Log every entry as one JSON object, of at most 10,000 characters.";
    return say("inconclusive", halfWritten(tally), next);
  }
  if (stands === "pass") {
    return say("inconclusive", nameless(tally, judging), nameThem);
  }
  // Somebody was there: «no traffic» would send the reader to look for people.
  if (n === 0 && tally.withoutKey > 0) return say("inconclusive", nameless(tally, judging), nameThem);
  if (silent.length > 0) {
    const next = `See whether users reach the release. ${lookAgain}`;
    return say("inconclusive", saySilent(silent, judging), next);
  }
  return say("inconclusive", saying(checks, "open"), lookAgain);
}

/** Whether every entry tells whose it is, and whether that attempt failed. */
function isWhole({ withoutKey, unreadable = 0, uncounted = [] }: Tally): boolean {
  return withoutKey === 0 && unreadable === 0 && uncounted.length === 0;
}

const unused = "0 attempts were seen: nothing shows that anybody has used the release.";

/** Failures by the hour need no attempts to pass; somebody must have been there all the same. */
function wasUsed({ real, events }: Tally): boolean {
  return real.attempts > 0 || Object.keys(events).length > 0;
}

function lackingFields({ events }: Tally): readonly string[] {
  return Object.entries(events).flatMap(([name, { entries, missing }]) =>
    Object.entries(missing)
      .filter(([, lacks]) => lacks > 0)
      .map(([field, lacks]) => `${lacks} of ${entries} entries of ${name} lack ${field}`),
  );
}

function absentEvents(
  { events }: Tally,
  { minEvents }: Judging,
): readonly { name: string; attempts: number }[] {
  return Object.entries(events)
    .filter(([, { attempts }]) => attempts < minEvents)
    .map(([name, { attempts }]) => ({ name, attempts }));
}

/** The required events that nobody logged for longer than chance explains. */
function silentEvents({ events }: Tally, { silence, elapsed }: Judging): readonly string[] {
  return Object.entries(events)
    .filter(
      ([name, { attempts }]) =>
        attempts === 0 && elapsed >= (heldIn(silence?.after, name) ?? Number.POSITIVE_INFINITY),
    )
    .map(([name]) => name);
}
