import type { StandInRequest, StandInResponse } from "../../../rehearsal/stand-ins/server.ts";
import { answering, isRefused, token } from "./answering.ts";
import type { Happened, SourceFixture } from "./fixture.ts";
import { evaluate } from "./log-ql.ts";
import { written } from "./supabase.ts";

const success = (result: unknown): string =>
  JSON.stringify({ status: "success", data: { resultType: "vector", result, stats: {} } });

/** Loki's instant queries by its documentation, as far as `observe` asks them; anything else is refused. */
export const loki: SourceFixture = {
  name: "loki",
  distinct: true,
  fields: true,
  latency: "",
  attributes: "time",
  errorInside: {
    status: 200,
    body: '{"status":"error","errorType":"internal","error":"too many outstanding requests"}',
  },
  garbage: [
    ["NaN", success([{ metric: {}, value: [1, "NaN"] }])],
    ["a fraction", success([{ metric: {}, value: [1, "40.5"] }])],
    ["a row without a value", success([{ metric: {} }])],
    [
      "a row that comes twice",
      success([
        { metric: {}, value: [1, "40"] },
        { metric: {}, value: [1, "40"] },
      ]),
    ],
    ["streams in place of a number", '{"status":"success","data":{"resultType":"streams","result":[]}}'],
    ["null", "null"],
  ],
  wrongToken: { "log-token": "another" },
  unknown: () => ({ "log-project": "nobody" }),
  start: async (speaks) => {
    const standIn = await answering(speaks, (request) => answer(request, speaks.happened));
    const given = {
      "log-url": standIn.url,
      "log-token": token,
      "log-selector": '{app="functions"}',
      "log-project": "acme",
      events: "done: attempt_no",
      failures: "failure",
    };
    return { ...standIn, given };
  },
};

function answer(request: StandInRequest, happened: readonly Happened[]): StandInResponse {
  if (request.path !== "/loki/api/v1/query") return { status: 404, body: "404 page not found\n" };
  if (isRefused(request)) return { status: 401, body: "no org id" };
  if (request.headers["x-scope-orgid"] !== "acme") return { status: 404, body: "tenant not found" };
  const lines = happened.map((one) => ({ at: BigInt(one.at) * 1_000_000n, line: written(one) }));
  const result = evaluate(request.query.get("query") ?? "", BigInt(request.query.get("time") ?? "0"), lines);
  return typeof result === "string" ? { status: 400, body: result } : { status: 200, body: success(result) };
}
