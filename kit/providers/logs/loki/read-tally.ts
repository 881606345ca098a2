import type { EventTally, Question, Tally } from "../log-source.ts";
import type { Vector } from "../vector.ts";
import { eventLabel, fieldsOf } from "./logql.ts";

type Answers = ReadonlyMap<string, Vector>;

/** What the queries of `queriesOf` were answered, as a tally. Loki leaves out what was never logged. */
export function tallyFrom(question: Question, answers: Answers): Tally {
  const { events, latency } = question;
  const count = (name: string, event?: string): number => countOf(answers.get(name), event);
  const all = fieldsOf(question);
  const tallied = (name: string, fields: readonly string[]): EventTally => ({
    attempts: count("attempts by event", name),
    entries: count("entries by event", name),
    missing: Object.fromEntries(
      fields.map((field) => [field, all.includes(field) ? count(`entries without ${field}`, name) : 0]),
    ),
  });
  const named = count("entries that name a failure");
  return {
    real: { attempts: count("attempts"), failed: count("failed") },
    synthetic: { attempts: count("synthetic attempts"), failed: count("synthetic failed") },
    withoutKey: count("entries without a key"),
    unreadable: Math.max(0, named - count("those that can be read")),
    uncounted: [...answers].flatMap(([name, { warnings }]) =>
      warnings.map((text) => `Loki warns of ${name}: ${text.replace(/\s+/g, " ").slice(0, 200)}`),
    ),
    ...(latency === undefined ? {} : { slow: { attempts: count("timed"), failed: count("slow") } }),
    events: Object.fromEntries(Object.entries(events).map(([name, fields]) => [name, tallied(name, fields)])),
  };
}

/** The number of all rows, or of those of one event. */
function countOf(vector: Vector | undefined, event: string | undefined): number {
  const rows = (vector?.samples ?? []).filter(
    ({ labels }) => event === undefined || labels[eventLabel] === event,
  );
  return rows.reduce((sum, { value }) => sum + value, 0);
}
