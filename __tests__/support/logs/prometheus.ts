import type { StandInRequest, StandInResponse } from "../../../rehearsal/stand-ins/server.ts";
import { answering, isRefused, token } from "./answering.ts";
import type { Happened, SourceFixture } from "./fixture.ts";

/**
 * Prometheus' instant queries by its documentation, as far as `observe` asks them: by how much a counter has grown within
 * a time. Two counters that were born at zero: attempts and failures, of which nothing tells a retry.
 */
export const prometheus: SourceFixture = {
  name: "prometheus",
  distinct: false,
  fields: false,
  latency: "\ntimed: timed_total\nslow: slow_total",
  attributes: "time",
  errorInside: { status: 200, body: '{"status":"error","errorType":"execution","error":"query timed out"}' },
  garbage: [
    ["NaN", vector("NaN")],
    ["infinity", vector("+Inf")],
    ["a negative count", vector("-1")],
    [
      "a series without a value",
      '{"status":"success","data":{"resultType":"vector","result":[{"metric":{}}]}}',
    ],
    [
      "two series",
      '{"status":"success","data":{"resultType":"vector","result":[{"metric":{},"value":[1,"40"]},{"metric":{"a":"b"},"value":[1,"40"]}]}}',
    ],
    [
      "the same series twice",
      '{"status":"success","data":{"resultType":"vector","result":[{"metric":{},"value":[1,"40"]},{"metric":{},"value":[1,"40"]}]}}',
    ],
    [
      "a matrix",
      '{"status":"success","data":{"resultType":"matrix","result":[{"metric":{},"values":[[1,"40"]]}]}}',
    ],
    ["no data", '{"status":"success"}'],
    ["null", "null"],
  ],
  wrongToken: { "log-token": "another" },
  unknown: (given) => ({ "log-url": `${given["log-url"] ?? ""}/nowhere` }),
  start: async (speaks) => {
    const standIn = await answering(speaks, (request) => answer(request, speaks.happened));
    const given = {
      "log-url": standIn.url,
      "log-token": token,
      "log-queries": "attempts: attempts_total\ndone: done_total\nfailure: failures_total",
      events: "done:",
      failures: "failure",
    };
    return { ...standIn, given };
  },
};

function vector(value: string): string {
  return JSON.stringify({
    status: "success",
    data: { resultType: "vector", result: [{ metric: {}, value: [1, value] }] },
  });
}

const counters: Readonly<Record<string, (one: Happened) => boolean>> = {
  attempts_total: () => true,
  done_total: ({ event }) => event === "done",
  failures_total: ({ event }) => event === "failure",
  timed_total: ({ ms }) => ms !== undefined,
  slow_total: ({ ms = 0 }) => ms > 2_000,
};

function answer(request: StandInRequest, happened: readonly Happened[]): StandInResponse {
  if (request.path !== "/api/v1/query") return { status: 404, body: "404 page not found\n" };
  if (isRefused(request)) return { status: 401, body: "Unauthorized" };
  const query = request.query.get("query") ?? "";
  const [, name = "", ms = ""] = /^sum\(\s+\(\(last_over_time\((\w+)\[(\d+)ms\]\)/.exec(query) ?? [];
  const counts = Object.hasOwn(counters, name) ? counters[name] : undefined;
  if (counts === undefined) {
    const json = { status: "error", errorType: "bad_data", error: `the stand-in cannot evaluate: ${query}` };
    return { status: 400, json };
  }
  const until = Number(request.query.get("time")) * 1000;
  const within = happened.filter(({ at }) => at >= until - Number(ms) && at < until);
  return { status: 200, body: vector(String(within.filter(counts).length)) };
}
