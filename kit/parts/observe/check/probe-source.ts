import type { Runtime } from "../../../action/runtime.ts";
import type {
  FunctionVersion,
  Look,
  LogSource,
  Question,
  Tally,
} from "../../../providers/logs/log-source.ts";
import { edgesOf } from "../drawing/events.ts";
import type { ObserveInputs } from "../inputs.ts";
import type { Subject } from "../question.ts";
import { span } from "../span.ts";
import { type Finding, found, lacking } from "./finding.ts";

const HOUR = 3_600_000;
const counting = "Counting attempts";

interface Probed {
  readonly inputs: ObserveInputs;
  readonly subject: Subject;
  readonly source: LogSource;
  readonly versions: readonly FunctionVersion[];
}

/** Asks the source each question that observe will ask, over the last hours, one after another. Nothing is written. */
export async function probeSource(
  { inputs, subject, source, versions }: Probed,
  { clock, signal }: Pick<Runtime, "clock" | "signal">,
): Promise<readonly Finding[]> {
  const until = clock.now();
  const functions = versions.map(({ id, slug }) => ({ id, slug }));
  const day: Question = { ...subject, functions, from: until - 23 * HOUR, until };
  const counted = await source.tally(day);
  signal.throwIfAborted();
  return [
    ...("value" in counted ? fromTally(counted.value) : [lacking(counting, counted.error, true)]),
    await asked("Calls of the functions", source.calls?.(day), (value) =>
      found(
        "Calls of the functions",
        `${value.failed} of ${value.calls} calls in 23 hours ended with 500 or more`,
      ),
    ),
    await asked(
      "Attempts over time, for the picture",
      source.timeline?.(day, edgesOf(until - HOUR, until)),
      () => found("Attempts over time, for the picture", "answered"),
    ),
    ...(await looksBack({ inputs, source, day })),
  ];
}

/** A question that a source need not know. */
async function asked<T>(
  what: string,
  look: Promise<Look<T>> | undefined,
  says: (value: T) => Finding,
): Promise<Finding> {
  if (look === undefined)
    return { what, can: "partly", says: "This source does not know it; observe does without." };
  const answer = await look;
  return "value" in answer ? says(answer.value) : lacking(what, answer.error, false);
}

function ofEvent(
  name: string,
  { entries, attempts, missing }: Tally["events"][string],
  all: number,
): readonly Finding[] {
  return [
    attempts > 0
      ? found(`Event ${name}`, `logged for ${attempts} of ${all} attempts`)
      : absent(
          `Event ${name}`,
          "Not logged in 23 hours.",
          "See that a function logs it, as one JSON object.",
        ),
    ...Object.entries(missing).map(([field, lacks]) =>
      lacks === 0
        ? found(`Field ${field} of ${name}`, `in ${entries} of ${entries} entries`)
        : absent(
            `Field ${field} of ${name}`,
            `${lacks} of ${entries} entries lack it: a release that does is failed.`,
            "Log it with every entry, or take it out of `events`.",
          ),
    ),
  ];
}

/** What the last day says of each event and of its fields. Nothing that was logged is nothing that is wrong. */
function fromTally({ real, withoutKey, unreadable = 0, uncounted = [], events }: Tally): readonly Finding[] {
  return [
    found(counting, `${real.failed} of ${real.attempts} attempts in 23 hours failed`),
    ...Object.entries(events).flatMap(([name, event]) => ofEvent(name, event, real.attempts)),
    ...uncounted.map((what) =>
      absent("Counting all of it", `${what}: nothing passes with that.`, "Mend the query (docs/sources.md)."),
    ),
    ...(withoutKey === 0
      ? []
      : [
          absent(
            "Naming attempts",
            `${withoutKey} entries name no attempt.`,
            "Set `attempt-key` to fields of all events.",
          ),
        ]),
    ...(unreadable === 0
      ? []
      : [
          absent(
            "Reading entries",
            `${unreadable} entries name a failure but are no whole JSON.`,
            "Log one JSON object an entry.",
          ),
        ]),
  ];
}

function absent(what: string, says: string, fix: string): Finding {
  return { what, can: "partly", says, fix };
}

/** How far back logs are kept shows only where something is found there. */
async function looksBack({
  inputs,
  source,
  day,
}: {
  readonly inputs: ObserveInputs;
  readonly source: LogSource;
  readonly day: Question;
}): Promise<readonly Finding[]> {
  if (inputs.baseline === 0) return [];
  const what = `Looking back ${span(inputs.baseline)}`;
  const from = day.until - inputs.baseline;
  const until = Math.min(day.until, from + 23 * HOUR);
  const look = await source.tally({ ...day, from, until, before: true });
  if (!("value" in look)) return [lacking(what, look.error, false)];
  const { attempts } = look.value.real;
  return [
    attempts > 0
      ? found(what, `${attempts} attempts on that day`)
      : absent(
          what,
          "Nothing was logged on that day, or this plan does not keep logs so long.",
          "Shorten `baseline` to what your plan keeps.",
        ),
  ];
}
