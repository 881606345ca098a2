// Log rows as functions leave them, the odd ones included: [source, function, version, seconds, message, more attributes].
const entry = (fields) => `${JSON.stringify(fields)}\n`;

const completed = (session, more = {}) =>
  entry({
    event: "assessment.completed",
    session_id: session,
    attempt_no: 1,
    RESULTS_VERSION: "v1",
    ...more,
  });

const rows = [
  ["function_logs", "fa", 7, 1, completed("s1")],
  ["function_logs", "fa", 7, 2, completed("s1")],
  ["function_logs", "fa", 7, 3, completed("s2", { attempt_no: null })],
  ["function_logs", "fa", 7, 4, completed("s3", { RESULTS_VERSION: "" })],
  ["function_logs", "fa", 7, 5, completed("s4", { RESULTS_VERSION: 3, attempt_no: "2" })],
  ["function_logs", "fa", 6, 6, completed("old")],
  [
    "function_logs",
    "fb",
    2,
    7,
    entry({ event: "scoring.completed", session_id: "s1", attempt_no: 1, source: "a'b\\c" }),
  ],
  [
    "function_logs",
    "fb",
    2,
    8,
    entry({ event: "results.rpc.failure", session_id: "s4", message: 'no\n"quotes"' }),
  ],
  ["function_logs", "fb", 2, 9, entry({ event: "results.rpc.failure", session_id: "s4" })],
  ["function_logs", "fb", 2, 10, entry({ event: "results.rpc.failure" })],
  ["function_logs", "fb", 2, 11, entry({ event: "results.rpc.failure", session_id: 17 })],
  ["function_logs", "fb", 2, 12, completed("s9", { synthetic: true })],
  ["function_logs", "fb", 2, 13, entry({ event: "results.rpc.failure", session_id: "s9", synthetic: true })],
  ["function_logs", "fb", 2, 14, "listening on port 8000\n"],
  ["function_logs", "fb", 2, 15, "{ not json\n"],
  ["function_logs", "fb", 2, 16, entry({ event: 5, session_id: "s5" })],
  ["function_logs", "fb", 2, 17, entry({ event: "other", session_id: "s6" })],
  ["function_logs", "fb", 2, 18, entry(["event", "assessment.completed"])],
  ["function_logs", "fb", 2, 19, completed("ünï", { nested: { a: [1, 2] } })],
  ["function_logs", "fa", 7, 30, completed("t1", { duration_ms: 1_999.5 })],
  ["function_logs", "fa", 7, 31, completed("t2", { duration_ms: 2_000 })],
  ["function_logs", "fa", 7, 32, completed("t2", { duration_ms: 2_000.5 })],
  ["function_logs", "fa", 7, 33, completed("t3", { duration_ms: "5000" })],
  ["function_logs", "fa", 7, 34, completed("t4", { duration_ms: -5 })],
  ["function_logs", "fa", 7, 35, completed("t5", { duration_ms: null })],
  ["function_logs", "fa", 7, 36, completed("t6", { duration_ms: { ms: 5_000 } })],
  ["function_logs", "fa", 7, 37, completed("t7", { duration_ms: [5_000] })],
  ["function_logs", "fa", 7, 38, completed("t8", { duration_ms: true })],
  ["function_logs", "fa", 7, 39, completed("t9", { duration_ms: 0 })],
  ["function_logs", "fa", 7, 40, completed("t10", { duration_ms: 123_456_789_012 })],
  ["function_logs", "fa", 7, 41, completed("t11", { duration_ms: 9_000, synthetic: true })],
  ["function_logs", "fa", 6, 42, completed("t12", { duration_ms: 9_000 })],
  ["function_logs", "fb", 2, 43, '{"event":"results.rpc.failure","session_id":"s7","mess'],
  ["function_logs", "fb", 2, 44, '{ event: "results.rpc.failure", session_id: "s8" }\n'],
  ["function_logs", "fb", 2, 45, entry({ event: "other", said: '"results.rpc.failure"' })],
  ["function_logs", "fb", 2, 46, entry({ said: ["results.rpc.failure"] })],
  ["function_edge_logs", "fa", 7, 20, "POST | 200 | /fa", { "response.status_code": "200" }],
  ["function_edge_logs", "fa", 7, 21, "POST | 502 | /fa", { "response.status_code": "502" }],
  ["function_edge_logs", "fa", 7, 22, "POST | - | /fa", {}],
  ["function_edge_logs", "fb", 2, 23, "POST | x | /fb", { "response.status_code": "9999999999" }],
  ["edge_logs", "", 0, 24, "GET | 200 | /rest/v1/rpc/x", { "response.status_code": "200" }],
];

/** The same rows for both sides. */
export const logRows = rows.map(([source, fn, version, seconds, event_message, more = {}], index) => ({
  id: `row-${index}`,
  timestamp: new Date(Date.UTC(2026, 10, 22, 10, 0, seconds, 123)).toISOString().replace("Z", "456"),
  source,
  event_message,
  severity_text: "INFO",
  log_attributes: fn === "" ? more : { function_id: fn, version: String(version), ...more },
}));
