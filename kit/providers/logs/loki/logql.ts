import type { Question } from "../log-source.ts";

type Subject = Omit<Question, "from" | "until" | "functions">;

/** An absent field is an empty label; so is `null`, which some versions write out. */
const absent = '=~"(null)?"';
const present = '!~"(null)?"';

/** Extracted fields get names that no stream has as labels: Loki would rename them. */
export const eventLabel = "rollout_event";
const synthetic = "rollout_synthetic";
const time = "rollout_ms";
const key = (index: number): string => `rollout_key${index}`;
const field = (index: number): string => `rollout_field${index}`;

/** The required fields of all events, each once: asked for by its place in this list. */
export function fieldsOf({ events }: Pick<Subject, "events">): readonly string[] {
  return [...new Set(Object.values(events).flat())];
}

/** Everything that is counted, by name; what is «by event» has a row for each of them. */
export function queriesOf(subject: Subject, selector: string, ms: number): ReadonlyMap<string, string> {
  const { events, failures, attemptKey, latency } = subject;
  const all = pipeline(subject, selector, [...Object.keys(events), ...failures]);
  const real = `${all} | ${synthetic}!="true"`;
  const tested = `${all} | ${synthetic}="true"`;
  const failing = ` | ${eventLabel}=~"${oneOf(failures)}"`;
  const count = counting(attemptKey.length, ms);
  const nameless = attemptKey.map((_, index) => `${key(index)}${absent}`).join(" or ");
  const queries: (readonly [string, string])[] = [
    ["attempts", count.attempts(real)],
    ["synthetic attempts", count.attempts(tested)],
    ["entries without a key", count.entries(`${all} | ${nameless}`)],
    ["attempts by event", count.attempts(real, [eventLabel])],
    ["entries by event", count.entries(all, [eventLabel])],
    ...fieldsOf(subject).map(
      (name, index) =>
        [
          `entries without ${name}`,
          count.entries(`${all} | ${field(index)}${absent}`, [eventLabel]),
        ] as const,
    ),
  ];
  if (failures.length > 0) {
    const named = `${selector} |~ \`^\\s*\\{\` |~ \`"(${oneOf(failures)})"\``;
    queries.push(
      ["failed", count.attempts(real + failing)],
      ["synthetic failed", count.attempts(tested + failing)],
      ["entries that name a failure", count.entries(named)],
      ["those that can be read", count.entries(`${named}${parsed(subject)} | ${eventLabel}${present}`)],
    );
  }
  if (latency !== undefined) {
    const timed = `${real} | ${time}=~"[0-9]+([.][0-9]+)?([eE][+-]?[0-9]+)?"`;
    queries.push(
      ["timed", count.attempts(timed)],
      ["slow", count.attempts(`${timed} | ${time} > ${latency.limit}`)],
    );
  }
  return new Map(queries);
}

interface Counting {
  /** How many different attempts there are among the entries. */
  attempts(from: string, by?: readonly string[]): string;
  entries(from: string, by?: readonly string[]): string;
}

function counting(keys: number, ms: number): Counting {
  const own = Array.from({ length: keys }, (_, index) => key(index));
  const named = own.map((label) => ` | ${label}${present}`).join("");
  const over = (from: string): string => `count_over_time(${from} [${ms}ms])`;
  return {
    attempts: (from, by = []) => `count${grouped(by)}(sum${grouped([...by, ...own])}(${over(from + named)}))`,
    entries: (from, by = []) => `sum${grouped(by)}(${over(from)})`,
  };
}

function grouped(labels: readonly string[]): string {
  return labels.length === 0 ? "" : ` by (${labels.join(", ")}) `;
}

/** Entries that are JSON and one of the events. Lines without their names are left before they are parsed. */
function pipeline(subject: Subject, selector: string, events: readonly string[]): string {
  return `${selector} |~ \`${oneOf(events)}\`${parsed(subject)} | ${eventLabel}=~"${oneOf(events)}"`;
}

function parsed(subject: Subject): string {
  const { eventField, syntheticField, attemptKey, latency } = subject;
  const labels = [
    [eventLabel, eventField],
    [synthetic, syntheticField],
    ...attemptKey.map((name, index) => [key(index), name]),
    ...fieldsOf(subject).map((name, index) => [field(index), name]),
    ...(latency === undefined ? [] : [[time, latency.field]]),
  ];
  return ` | json ${labels.map(([label, name]) => `${label}="${name}"`).join(", ")} | __error__=""`;
}

/** Names hold nothing that an expression reads otherwise, but points: these are put in brackets. */
function oneOf(names: readonly string[]): string {
  return names.map((name) => name.replaceAll(".", "[.]")).join("|");
}
