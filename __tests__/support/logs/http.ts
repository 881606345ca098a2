import type { StandInRequest, StandInResponse } from "../../../rehearsal/stand-ins/server.ts";
import { answering, isRefused, token } from "./answering.ts";
import type { Happened, SourceFixture } from "./fixture.ts";

/** A service of one's own that answers counts as JSON, of distinct attempts. */
export const http: SourceFixture = {
  name: "http",
  distinct: true,
  fields: false,
  latency: "\ntimed: data.timed\nslow: data.slow",
  attributes: "time",
  errorInside: { status: 200, body: '{"error":"out of order"}' },
  garbage: [
    ["half of the counts", '{"data":{"all":[40]}}'],
    ["a text", '{"data":{"all":["many"],"bad":0,"done":40}}'],
    ["a fraction", '{"data":{"all":[40.5],"bad":0,"done":40}}'],
    ["what cannot be made a number", '{"data":{"all":[{"toString":[]}],"bad":0,"done":40}}'],
    ["a negative count", '{"data":{"all":[40],"bad":-1,"done":40}}'],
    ["null for none", '{"data":{"all":[40],"bad":null,"done":40}}'],
    ["more failures than attempts", '{"data":{"all":[1],"bad":2,"done":1}}'],
    ["null", "null"],
  ],
  wrongToken: { "log-token": "another" },
  unknown: (given) => ({ "log-url": (given["log-url"] ?? "").replace("/counts", "/nowhere") }),
  start: async (speaks) => {
    const standIn = await answering(speaks, (request) => answer(request, speaks.happened));
    const given = {
      "log-url": `${standIn.url}/counts?from={from}&until={until}`,
      "log-token": token,
      "log-queries": "attempts: data.all[0]\ndone: $.data.done\nfailure: data.bad",
      events: "done:",
      failures: "failure",
    };
    return { ...standIn, given };
  },
};

function answer(request: StandInRequest, happened: readonly Happened[]): StandInResponse {
  if (request.path !== "/counts") return { status: 404, json: { message: "no such thing" } };
  if (isRefused(request)) return { status: 401, json: { message: "who are you?" } };
  const [from, until] = ["from", "until"].map((name) => Date.parse(request.query.get(name) ?? ""));
  const within = happened.filter(({ at }) => at >= (from ?? 0) && at < (until ?? 0));
  const distinct = (is: (one: Happened) => boolean): number =>
    new Set(within.filter(is).map(({ session }) => session)).size;
  const data = {
    all: [distinct(() => true)],
    bad: distinct(({ event }) => event === "failure"),
    done: distinct(({ event }) => event === "done"),
    timed: distinct(({ ms }) => ms !== undefined),
    slow: distinct(({ ms = 0 }) => ms > 2_000),
  };
  return { status: 200, json: { data } };
}
