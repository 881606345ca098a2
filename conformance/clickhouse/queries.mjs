// Every query that observe sends or saves, as the code makes it, and some more that the stand-in claims to know.
const lib = new URL("../../lib/", import.meta.url);
const { tallySql, callsSql, markerSql, timelineSql } = await import(
  new URL("kit/providers/logs/supabase/tally-sql.js", lib)
);
const { boardQueries } = await import(new URL("kit/providers/logs/supabase/board-queries.js", lib));

const question = {
  from: Date.UTC(2026, 10, 22, 10, 0, 0),
  until: Date.UTC(2026, 10, 22, 10, 1, 0),
  functions: [
    { id: "fa", slug: "a", version: 7 },
    { id: "fb", slug: "b", version: 2 },
  ],
  events: {
    "assessment.completed": ["RESULTS_VERSION", "attempt_no"],
    "scoring.completed": ["RESULTS_VERSION", "attempt_no"],
  },
  failures: ["results.rpc.failure"],
  eventField: "event",
  attemptKey: ["session_id"],
  syntheticField: "synthetic",
};

const variants = [
  question,
  { ...question, from: question.from + 2123, until: question.from + 11_124 },
  { ...question, failures: [] },
  { ...question, functions: [] },
  { ...question, attemptKey: ["session_id", "attempt_no"] },
  { ...question, until: question.from },
  // The time before a release: whichever version was live.
  { ...question, functions: question.functions.map(({ id, slug }) => ({ id, slug })) },
  { ...question, functions: [{ id: "fa", slug: "a" }, question.functions[1]] },
  { ...question, latency: { field: "duration_ms", limit: 2_000 } },
  { ...question, latency: { field: "duration_ms", limit: 0 }, failures: [] },
  { ...question, latency: { field: "RESULTS_VERSION", limit: 2 } },
];

const edges = [0, 1, 2, 4, 8, 30, 60].map((seconds) => question.from + 1000 * seconds);

const others = [
  "select timestamp, event_message from logs where source = 'function_edge_logs' order by timestamp desc limit 2",
  "select source, count() as n from logs group by source order by n desc, source",
  "select log_attributes['nowhere'] as nothing, count() as n from logs group by nothing",
  "select id from logs where event_message != '' and not (source in ('function_logs', 'edge_logs')) order by id",
  "select id from logs where source not in ('function_logs') and timestamp >= '2026-11-22T10:00:21.123456' order by id",
  "select count(distinct source) as n, uniqExact(log_attributes['version']) as versions from logs",
  "select id, JSONExtractString(event_message, 'event') as event, JSONExtractRaw(event_message, 'session_id') as session from logs where source = 'function_logs' order by id",
  "select id, JSONExtractRaw(event_message, 'nested') as nested, JSONExtractRaw(event_message, 'message') as message from logs where source = 'function_logs' order by id",
  "select id, toInt32OrZero(log_attributes['response.status_code']) as status, position(event_message, '|') as at from logs order by id",
  "select id, replaceAll(JSONExtractRaw(event_message, 'RESULTS_VERSION'), '\"', '') as version, coalesce(nullIf(source, 'function_logs'), 'it\\'s') as c from logs order by id",
  "select id, JSONExtractFloat(event_message, 'duration_ms') as n, JSONExtractRaw(event_message, 'duration_ms') as r from logs order by id",
  "select id, JSONExtractFloat(event_message, 'attempt_no') as n, JSONExtractRaw(event_message, 'attempt_no') >= '0' and JSONExtractRaw(event_message, 'attempt_no') < ':' as is from logs order by id",
  "select id, if(startsWith(event_message, '{'), 'json', 'text') as kind, lower(event_message) as low from logs order by id;",
];

/** Name and SQL. */
export const queries = [
  ...variants.flatMap((one, at) => [
    [`tally ${at}`, tallySql(one)],
    [`calls ${at}`, callsSql(one)],
    [`timeline ${at}`, timelineSql(one, edges)],
    [`timeline of one slot ${at}`, timelineSql(one, [one.from, one.until])],
    ...boardQueries(one).map(({ title, sql }) => [`board ${at}: ${title}`, sql]),
  ]),
  ["marker", markerSql("assessment", question.from, question.until)],
  ["marker that is not there", markerSql("prism-rollout-check-0", question.from, question.until)],
  ...others.map((sql) => [sql.slice(0, 60), sql]),
];

/** What both sides must refuse. */
export const refused = [
  "select source_name from logs",
  "select count() from other_logs",
  "select event_message, count() as n from logs",
  "select id from logs where count() > 1",
  "select nosuchfunction(id) from logs",
  "select id from logs where",
  "select startsWith(id) from logs",
  "select id from logs where timestamp >= 'yesterday'",
];
