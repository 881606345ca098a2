import type { EventTally, Share, Tally } from "../../providers/logs/log-source.ts";
import type { Verdict } from "../../release/verdict.ts";
import type { Subject } from "./question.ts";
import { type Limits, failsUpTo, passesFrom, standing } from "./sequential-test.ts";
import { percent } from "./rate.ts";

/** What the counts are judged by. */
export interface Judging {
  readonly subject: Subject;
  readonly limits: Limits;
  readonly minEvents: number;
  /** What the time before the release said, where somebody looked. */
  readonly before?: string;
  /** Whether it was so ill then that a rollback would bring back no better. */
  readonly wasIll?: boolean;
  /** Whether nobody will look again: what is open then is inconclusive. */
  readonly last: boolean;
}

/** The verdict on what was counted; undefined while it is open. Pure. */
export function judgeTally(tally: Tally, judging: Judging): Verdict | undefined {
  const { failed: x, attempts: n } = tally.real;
  const say = (verdict: Verdict["verdict"], reason: string, next: string): Verdict => {
    return { verdict, x, n, reason, next };
  };
  const lacking = lackingFields(tally);
  if (lacking.length > 0)
    return say(
      "fail",
      `${lacking.join("; ")}.`,
      "The chain's rollback undoes the release; standing alone, undo it.",
    );
  const stands = standing(x, n, judging.limits);
  if (stands === "fail" && judging.wasIll === true)
    return say(
      "inconclusive",
      `${tooMany(tally.real, judging)} But ${judging.before}.`,
      "Look yourself what fails: a rollback would bring back what failed as well.",
    );
  if (stands === "fail")
    return say(
      "fail",
      tooMany(tally.real, judging),
      "The chain's rollback undoes the release; standing alone, undo it.",
    );
  const absent = absentEvents(tally, judging);
  if (stands === "pass" && absent.length === 0 && tally.withoutKey === 0)
    return say("pass", `${x} of ${n} attempts failed.`, "Nothing to do.");
  if (!judging.last) return undefined;
  if (stands === "pass" && absent.length > 0) {
    const never = absent.every(({ attempts }) => attempts === 0);
    const reason = `${absent.map(({ name, attempts }) => `${name} was logged for ${attempts} of ${n} attempts`).join("; ")}.`;
    return never
      ? say("fail", reason, "The chain's rollback undoes the release; standing alone, undo it.")
      : say("inconclusive", reason, "Observe again later: it counts on from the same time.");
  }
  if (stands === "pass")
    return say(
      "inconclusive",
      nameless(tally, judging),
      "Set `attempt-key` to fields that all of these events have.",
    );
  return say(
    "inconclusive",
    tooFew(tally.real, judging),
    "Observe again later: it counts on from the same time.",
  );
}

/** «x of n …» for everything that was counted. */
export function evidenceOf(
  tally: Tally,
  { subject, before }: Pick<Judging, "subject" | "before">,
): readonly string[] {
  const { real, synthetic, withoutKey } = tally;
  const by = subject.failures.length === 0 ? "" : ` (${subject.failures.join(", ")})`;
  return [
    `${real.failed} of ${real.attempts} attempts failed${by}`,
    ...Object.entries(tally.events).flatMap(([name, event]) => [
      `${event.attempts} of ${real.attempts} attempts have logged ${name}`,
      ...fieldLines(name, event),
    ]),
    ...(synthetic.attempts === 0
      ? []
      : [`${synthetic.failed} of ${synthetic.attempts} synthetic attempts failed (counted apart)`]),
    ...(before === undefined ? [] : [before]),
    ...(withoutKey === 0 ? [] : [`${withoutKey} entries name no attempt (${subject.attemptKey.join(", ")})`]),
  ];
}

/** A line for all fields together, or where one is missing a line for each. */
function fieldLines(name: string, { entries, missing }: EventTally): readonly string[] {
  const fields = Object.keys(missing);
  const line = (lacks: number, have: string): string =>
    `${entries - lacks} of ${entries} entries of ${name} have ${have}`;
  if (Object.values(missing).some((lacks) => lacks > 0))
    return Object.entries(missing).map(([field, lacks]) => line(lacks, field));
  return fields.length === 0 ? [] : [line(0, fields.join(", "))];
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

function tooMany({ failed: x, attempts: n }: Share, { limits }: Judging): string {
  const { tolerable, unacceptable } = limits;
  return (
    `${x} of ${n} attempts failed: with ${x}, up to ${failsUpTo(x, limits) ?? n} attempts say that the rate is ` +
    `not ${percent(tolerable)} but ${percent(unacceptable)} or more.`
  );
}

function tooFew({ failed: x, attempts: n }: Share, { limits }: Judging): string {
  const needed = passesFrom(x, limits);
  return n === 0
    ? `0 of 0 attempts: there was no traffic; ${needed} clean attempts are needed.`
    : `${x} of ${n} attempts failed; ${needed} attempts are needed to pass with ${x}.`;
}

function nameless({ withoutKey }: Tally, { subject }: Judging): string {
  return `${withoutKey} entries have no ${subject.attemptKey.join(" and ")}: whether their attempts failed cannot be told.`;
}
