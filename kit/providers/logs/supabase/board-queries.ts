import type { SavedQuery } from "../../dashboards/dashboards.ts";
import type { Question } from "../log-source.ts";
import { distinct, lacks } from "./sql-text.ts";
import { attempt, eventOf, isCounted, isFailure, isSynthetic } from "./tally-sql.ts";

type Subject = Omit<Question, "from" | "until" | "functions">;

/**
 * What `observe` counts, as saved queries: by function and version instead of for one release, so that they
 * stay the same from release to release.
 */
export function boardQueries(subject: Subject): readonly SavedQuery[] {
  return [
    saved("Attempts, and those that failed, by version", attemptsSql(subject)),
    saved("Required events and their fields, by version", eventsSql(subject)),
    saved("Newest failures", failuresSql(subject)),
    saved("Calls that ended with 500 or more, by version", callsSql),
  ];
}

function saved(title: string, sql: string): SavedQuery {
  return { title, sql: `-- prism-rollout: ${title}\n${sql}`, hours: 24 };
}

const version = "log_attributes['version'] as version";
const functionId = "log_attributes['function_id'] as function_id";

function attemptsSql(subject: Subject): string {
  const own = attempt(subject);
  return [
    `select ${functionId}, ${version}, ${distinct(own)} as attempts,`,
    `  ${distinct(`multiIf(${isFailure(subject)}, ${own}, '')`)} as failed`,
    `from logs where source = 'function_logs' and ${isCounted(subject)} and not ${isSynthetic(subject)}`,
    "group by function_id, version order by attempts desc limit 100",
  ].join("\n");
}

function eventsSql(subject: Subject): string {
  const fields = [...new Set(Object.values(subject.events).flat())];
  const columns = [
    `${eventOf(subject.eventField)} as event`,
    version,
    "count() as entries",
    ...fields.map((field) => `countIf(${lacks(field)}) as without_${field}`),
  ];
  return [
    `select ${columns.join(",\n  ")}`,
    `from logs where source = 'function_logs' and ${isCounted(subject)}`,
    "group by event, version order by entries desc limit 100",
  ].join("\n");
}

function failuresSql(subject: Subject): string {
  return [
    `select timestamp, ${version}, event_message`,
    `from logs where source = 'function_logs' and startsWith(event_message, '{') and ${isFailure(subject)}`,
    "order by timestamp desc limit 100",
  ].join("\n");
}

const callsSql = [
  `select ${functionId}, ${version}, count() as calls,`,
  "  countIf(toInt32OrZero(log_attributes['response.status_code']) >= 500) as failed",
  "from logs where source = 'function_edge_logs'",
  "group by function_id, version order by failed desc limit 100",
].join("\n");
