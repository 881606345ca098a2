import { heldIn } from "../../action/held-in.ts";
import type { EventTally, Share, Tally } from "../../providers/logs/log-source.ts";
import type { Judging } from "./judging.ts";
import type { Subject } from "./question.ts";
import { span } from "./span.ts";

/** «x of n …» for everything that was counted. */
export function evidenceOf(
  tally: Tally,
  { subject, before }: Pick<Judging, "subject" | "before">,
): readonly string[] {
  const { real, synthetic, withoutKey, slow, unreadable = 0, uncounted = [] } = tally;
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
    ...(slow === undefined || subject.latency === undefined ? [] : slowLines(tally, subject.latency, slow)),
    ...(before === undefined ? [] : [before]),
    ...(withoutKey === 0 ? [] : [`${withoutKey} entries name no attempt (${subject.attemptKey.join(", ")})`]),
    ...(unreadable === 0 ? [] : [`${unreadable} entries name a failure but are no whole JSON`]),
    ...uncounted.map((what) => `Not counted: ${what}`),
  ];
}

function slowLines(
  { real }: Tally,
  { field, limit }: NonNullable<Subject["latency"]>,
  slow: Share,
): readonly string[] {
  return [
    `${slow.failed} of ${slow.attempts} attempts took more than ${limit.toLocaleString("en")} ms (${field})`,
    ...(slow.attempts < real.attempts
      ? [`${slow.attempts} of ${real.attempts} attempts say how long they took`]
      : []),
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

export function saySilent(silent: readonly string[], { silence, elapsed }: Judging): string {
  const which = silent.map((name) => `${name} (chance explains ${span(heldIn(silence?.after, name) ?? 0)})`);
  return `Nothing was logged for ${span(elapsed)} of ${which.join(", ")}.`;
}

export function nameless({ withoutKey }: Tally, { subject }: Judging): string {
  return `${withoutKey} entries have no ${subject.attemptKey.join(" and ")}: whether their attempts failed cannot be told.`;
}

export function halfWritten({ unreadable = 0 }: Tally): string {
  return `${unreadable} entries name a failure but are no whole JSON: whose attempts failed cannot be told.`;
}
