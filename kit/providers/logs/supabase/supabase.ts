import type { Runtime } from "../../../action/runtime.ts";
import type { Api } from "../../../ports/json-api.ts";
import type { ProjectAccess } from "../../supabase/functions-api.ts";
import { projectApi } from "../../supabase/project-api.ts";
import type { Calls, Look, LogSource, Question, Tally } from "../log-source.ts";
import { addTallies, noTally } from "../tally.ts";
import { askLogs, strange } from "./ask-logs.ts";
import { readCalls, readMarker, readTally, readTimeline } from "./read-tally.ts";
import { callsSql, markerSql, tallySql, timelineSql } from "./tally-sql.ts";

type World = Pick<Runtime, "http" | "clock" | "log" | "signal">;

const DAY = 24 * 60 * 60_000;
/** A little less than the day that one query may span, since it is rounded out to minutes. */
const SPAN = DAY - 120_000;

/**
 * The logs of a Supabase project, counted by the service itself: nothing but counts leaves it. Longer spans
 * are asked for day by day, all days at once; an attempt across such an edge counts on both sides.
 */
export function supabaseLogs(
  world: World,
  access: ProjectAccess,
  dashboardUrl: string,
  timeout?: number,
): LogSource {
  const mustBeAble = "read the logs of this project";
  const api = projectApi(world, access, { attempts: 1, mustBeAble, timeout });
  const path = `/v1/projects/${access.supabase}/analytics/endpoints/logs`;
  return {
    attributes: "function",
    tally: async (question) => {
      const ask = (span: Question): Promise<Look<Tally>> =>
        oneRow(api, path, span, tallySql(span), (row) => readTally(row, question));
      return sumOf(await Promise.all(spansOf(question).map(ask)), noTally(question), addTallies);
    },
    calls: async (question) => {
      const ask = (span: Question): Promise<Look<Calls>> =>
        oneRow(api, path, span, callsSql(span), readCalls);
      return sumOf(await Promise.all(spansOf(question).map(ask)), { calls: 0, failed: 0 }, addCalls);
    },
    timeline: async (question, edges) => {
      const [from = 0, until = 0] = [edges[0], edges.at(-1)];
      const asked = { ...question, from, until };
      const look = await askLogs(api, path, { sql: timelineSql(asked, edges), from, until });
      if (!("value" in look)) return look;
      const value = readTimeline(look.value, edges.length - 1);
      return value === undefined ? { error: strange(path, look.value), wait: 0, final: false } : { value };
    },
    sees: async (name, from, until) =>
      await oneRow(api, path, { from, until }, markerSql(name, from, until), readMarker),
    link: (question) => explorerLink(dashboardUrl, access.supabase, question),
  };
}

/** All spans together, or the first that could not be counted. */
function sumOf<T>(looks: readonly Look<T>[], none: T, add: (a: T, b: T) => T): Look<T> {
  let sum = none;
  for (const look of looks) {
    if (!("value" in look)) return look;
    sum = add(sum, look.value);
  }
  return { value: sum };
}

function addCalls(a: Calls, b: Calls): Calls {
  return { calls: a.calls + b.calls, failed: a.failed + b.failed };
}

async function oneRow<T>(
  api: Api,
  path: string,
  { from, until }: Pick<Question, "from" | "until">,
  sql: string,
  read: (row: unknown) => T | undefined,
): Promise<Look<T>> {
  const look = await askLogs(api, path, { sql, from, until });
  if (!("value" in look)) return look;
  const value = read(look.value[0]);
  return value === undefined ? { error: strange(path, look.value), wait: 0, final: false } : { value };
}

function spansOf(question: Question): readonly Question[] {
  const { from, until } = question;
  const count = Math.max(0, Math.ceil((until - from) / SPAN));
  return Array.from({ length: count }, (_, index) => {
    const start = from + index * SPAN;
    return { ...question, from: start, until: Math.min(until, start + SPAN) };
  });
}

/** The Logs Explorer with the same query and time. */
function explorerLink(dashboardUrl: string, project: string, question: Question): string {
  const query = new URLSearchParams({
    q: tallySql(question),
    its: new Date(question.from).toISOString(),
    ite: new Date(question.until).toISOString(),
  });
  return `${dashboardUrl.replace(/\/$/, "")}/project/${project}/logs/explorer?${query.toString()}`;
}
