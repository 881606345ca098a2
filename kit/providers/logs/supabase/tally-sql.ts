import type { CountedFunction, Question } from "../log-source.ts";
import { distinct, isNumber, lacks, moment, numberIn, oneOf, quoted, raw } from "./sql-text.ts";

type Asked = Omit<Question, "from" | "until" | "functions">;

/** One row with everything that is counted. The names of the columns are the ones that `readTally` reads. */
export function tallySql(question: Question): string {
  const columns = [
    `${distinct(unless(isSynthetic(question), attempt(question)))} as attempts`,
    `${distinct(when(`${isFailure(question)} and not ${isSynthetic(question)}`, attempt(question)))} as failed`,
    `${distinct(when(isSynthetic(question), attempt(question)))} as synthetic_attempts`,
    `${distinct(when(`${isFailure(question)} and ${isSynthetic(question)}`, attempt(question)))} as synthetic_failed`,
    `countIf(${isCounted(question)} and ${attempt(question)} = '') as without_key`,
    `countIf(${isUnreadable(question)}) as unreadable`,
    ...latencyColumns(question),
    ...Object.entries(question.events).flatMap(([event, fields], index) =>
      eventColumns(question, event, fields, index),
    ),
  ];
  return [
    "-- prism-rollout observe: attempts and required events of this release",
    `select ${columns.join(",\n  ")}`,
    `from logs where source = 'function_logs' and ${during(question)}`,
    `  and ${ofFunctions(question.functions)}`,
    `  and (${isCounted(question)}${unreadableToo(question)})`,
    "limit 1",
  ].join("\n");
}

/** One row: how many calls the functions had, and how many of them ended with 500 or more. */
export function callsSql(question: Question): string {
  return [
    "-- prism-rollout observe: calls of this release's functions",
    "select count() as calls, countIf(toInt32OrZero(log_attributes['response.status_code']) >= 500) as failed",
    `from logs where source = 'function_edge_logs' and ${during(question)}`,
    `  and ${ofFunctions(question.functions)}`,
    "limit 1",
  ].join("\n");
}

/** A row for each slot between two of these moments in which something was logged: its number, and attempts in it. */
export function timelineSql(question: Question, edges: readonly number[]): string {
  const own = unless(isSynthetic(question), attempt(question));
  const failed = when(`${isFailure(question)} and not ${isSynthetic(question)}`, attempt(question));
  const slots = edges.slice(1, -1).map((edge, index) => `timestamp < ${moment(edge)}, ${index}`);
  return [
    "-- prism-rollout observe: attempts over time",
    `select ${slots.length === 0 ? "0" : `multiIf(${slots.join(", ")}, ${slots.length})`} as slot,`,
    `  ${distinct(own)} as attempts, ${distinct(failed)} as failed`,
    `from logs where source = 'function_logs' and ${during(question)}`,
    `  and ${ofFunctions(question.functions)}`,
    `  and ${isCounted(question)}`,
    `group by slot order by slot limit ${edges.length}`,
  ].join("\n");
}

/** One row: how many entries bear a name, in their text or in the path of their request. */
export function markerSql(name: string, from: number, until: number): string {
  const path = "log_attributes['request.pathname']";
  return [
    "-- prism-rollout observe: whether a marker has arrived",
    "select count() as found from logs where source in ('function_logs', 'function_edge_logs')",
    `  and timestamp >= ${moment(from)} and timestamp < ${moment(until)}`,
    `  and (position(event_message, ${quoted(name)}) > 0 or position(${path}, ${quoted(name)}) > 0)`,
    "limit 1",
  ].join("\n");
}

/** Entries that are JSON and one of the events. */
export function isCounted({ events, failures, eventField }: Asked): string {
  const names = [...new Set([...Object.keys(events), ...failures])];
  return `startsWith(event_message, '{') and ${oneOf(eventOf(eventField), names)}`;
}

/**
 * Entries that name a failure, in quotes, and have no event: cut off within, or written by something else than JSON. Of
 * an entry that can be read the name stands in the event's field.
 */
function isUnreadable({ failures, eventField }: Asked): string {
  if (failures.length === 0) return "1 = 0";
  const named = failures.map((name) => `position(event_message, ${quoted(`"${name}"`)}) > 0`);
  return `startsWith(event_message, '{') and ${eventOf(eventField)} = '' and (${named.join(" or ")})`;
}

function unreadableToo(asked: Asked): string {
  return asked.failures.length === 0 ? "" : `\n    or ${isUnreadable(asked)}`;
}

function latencyColumns(asked: Asked): string[] {
  const { latency } = asked;
  if (latency === undefined) return [];
  const isTimed = `${isNumber(latency.field)} and not ${isSynthetic(asked)}`;
  const isSlow = `${isTimed} and ${numberIn(latency.field)} > ${latency.limit}`;
  return [
    `${distinct(when(isTimed, attempt(asked)))} as timed`,
    `${distinct(when(isSlow, attempt(asked)))} as slow`,
  ];
}

/** The attempt that an entry belongs to; empty where a part of its name is not there. */
export function attempt({ attemptKey }: Asked): string {
  const absent = attemptKey.map(lacks).join(" or ");
  const [first = "", ...others] = attemptKey.map(raw);
  const name = others.length === 0 ? first : `concat(${[first, ...others].join(", '#', ")})`;
  return `multiIf(${absent}, '', ${name})`;
}

export function isFailure({ failures, eventField }: Asked): string {
  return failures.length === 0 ? "1 = 0" : oneOf(eventOf(eventField), failures);
}

export function isSynthetic({ syntheticField }: Asked): string {
  return `${raw(syntheticField)} = 'true'`;
}

export function eventOf(field: string): string {
  return `JSONExtractString(event_message, ${quoted(field)})`;
}

function eventColumns(asked: Asked, event: string, fields: readonly string[], index: number): string[] {
  const is = `${eventOf(asked.eventField)} = ${quoted(event)}`;
  return [
    `${distinct(when(`${is} and not ${isSynthetic(asked)}`, attempt(asked)))} as e${index}_attempts`,
    `countIf(${is}) as e${index}_entries`,
    ...fields.map((field, at) => `countIf(${is} and ${lacks(field)}) as e${index}_missing${at}`),
  ];
}

function when(condition: string, value: string): string {
  return `multiIf(${condition}, ${value}, '')`;
}

function unless(condition: string, value: string): string {
  return `multiIf(${condition}, '', ${value})`;
}

function during({ from, until }: Question): string {
  return `timestamp >= ${moment(from)} and timestamp < ${moment(until)}`;
}

/** Only what these versions logged: what older ones still do is not this release's. */
function ofFunctions(functions: readonly CountedFunction[]): string {
  const own = functions.map(({ id, version }) => {
    const ofVersion =
      version === undefined ? "" : ` and log_attributes['version'] = ${quoted(String(version))}`;
    return `log_attributes['function_id'] = ${quoted(id)}${ofVersion}`;
  });
  return own.length === 0 ? "1 = 0" : `(${own.join("\n    or ")})`;
}
