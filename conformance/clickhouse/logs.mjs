// The stand-in's answers to log queries are the answers of a real ClickHouse, row by row.
import assert from "node:assert/strict";
import { logRows } from "./rows.mjs";
import { queries, refused } from "./queries.mjs";

const { runQuery } = await import(
  new URL("../../lib/rehearsal/stand-ins/supabase/log-sql/run.js", import.meta.url)
);

const table = `create table logs (id String, timestamp DateTime64(6, 'UTC'), event_message String, severity_text String,
  source String, log_attributes Map(String, String)) engine = Memory`;

/** Fills a ClickHouse that lives in this process. */
async function clickhouse() {
  const { Session } = await import("chdb");
  const session = new Session();
  session.query(table);
  const lines = logRows.map((row) => JSON.stringify(row)).join("\n");
  session.query(
    `insert into logs settings date_time_input_format = 'best_effort' format JSONEachRow ${lines}`,
  );
  return session;
}

/** Whole numbers may come as texts, times with a blank; where the order is open, rows are compared sorted. */
function same(rows, sql) {
  const cell = ([name, value]) => {
    if (typeof value === "number") return [name, String(value)];
    return [name, name === "timestamp" ? String(value).replace(" ", "T") : value];
  };
  const plain = rows.map((row) => JSON.stringify(Object.fromEntries(Object.entries(row).map(cell))));
  return / order by (id|timestamp)/.test(sql) ? plain : plain.sort();
}

/** What was compared, in one line. */
export default async function check() {
  const session = await clickhouse();
  let rows = 0;
  for (const [name, sql] of queries) {
    const theirs = JSON.parse(session.query(sql.replace(/;$/, ""), "JSON")).data;
    const ours = runQuery(sql, logRows, 1000);
    assert.deepEqual(same(ours, sql), same(theirs, sql), name);
    rows += theirs.length;
  }
  for (const sql of refused) {
    assert.throws(() => session.query(sql, "JSON"), sql);
    assert.throws(
      () => runQuery(sql, logRows, 1000),
      (error) => error.constructor.name === "QueryError",
      sql,
    );
  }
  session.cleanup?.();
  return `${queries.length} of ${queries.length} queries gave the same ${rows} rows, ${refused.length} of ${refused.length} were refused by both`;
}
