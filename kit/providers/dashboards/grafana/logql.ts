import type { Asked } from "../dashboards.ts";

/** Where the entries are: a log stream selector of LogQL, `{source="…"}`. */
export type Selector = string;

/** Attempts, distinct ones, over the time that is shown. */
export function attemptsLogql(selector: Selector, asked: Asked): string {
  return distinct(selector, asked, namesOf(asked));
}

/** Those of them that have logged a failure. */
export function failedLogql(selector: Selector, asked: Asked): string {
  return distinct(selector, asked, asked.failures);
}

/** Entries by event, over time. */
export function eventsLogql(selector: Selector, asked: Asked): string {
  return `sum by (rollout_event) (count_over_time(${real(selector, asked, namesOf(asked))} [$__interval]))`;
}

/** Entries of a required event that lack a field of it; undefined where none is required. */
export function lackingLogql(selector: Selector, { events, eventField }: Asked): string | undefined {
  const each = Object.entries(events).flatMap(([event, fields]) =>
    fields.map((field) => {
      const read = `${selector} | json rollout_event=${text(eventField)}, rollout_field=${text(field)}`;
      const lacking = `${read} | rollout_event=${text(event)} | rollout_field=\`\``;
      const named = `label_replace(sum by (rollout_event) (count_over_time(${lacking} [$__range]))`;
      return `${named}, "lacks", ${text(field)}, "", "")`;
    }),
  );
  return each.length === 0 ? undefined : each.join(" or ");
}

/** The newest failures themselves. */
export function failuresLogql(selector: Selector, { failures, eventField }: Asked): string {
  return `${selector} | json rollout_event=${text(eventField)} | rollout_event=~\`${anyOf(failures)}\``;
}

/** Retries of one attempt are one: they are counted by what tells attempts apart. */
function distinct(selector: Selector, asked: Asked, names: readonly string[]): string {
  const keys = asked.attemptKey.map((_, index) => `rollout_key${index}`);
  const whole = keys.map((key) => ` | ${key}!=\`\``).join("");
  const counted = `count_over_time(${real(selector, asked, names)}${whole} [$__range])`;
  return `count(sum by (${keys.join(", ")}) (${counted}))`;
}

/** Entries of these events that a real user caused, with what tells attempts apart as labels. */
function real(
  selector: Selector,
  { eventField, syntheticField, attemptKey }: Asked,
  names: readonly string[],
): string {
  const labels = [
    `rollout_event=${text(eventField)}`,
    `rollout_synthetic=${text(syntheticField)}`,
    ...attemptKey.map((field, index) => `rollout_key${index}=${text(field)}`),
  ];
  const events = `rollout_event=~\`${anyOf(names)}\``;
  return `${selector} | json ${labels.join(", ")} | ${events} | rollout_synthetic!=\`true\``;
}

function namesOf({ events, failures }: Asked): readonly string[] {
  return [...new Set([...Object.keys(events), ...failures])];
}

/** Names as a regular expression that fits them whole; between backticks, where a backslash is one. */
function anyOf(names: readonly string[]): string {
  return names.map((name) => name.replace(/[.*+?^${}()|[\]\\/-]/g, "\\$&")).join("|");
}

/** Names hold neither quotes nor backslashes: `subjectOf` has refused them. */
function text(name: string): string {
  return `"${name}"`;
}
