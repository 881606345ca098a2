import type { StandInRequest, StandInResponse } from "../../../rehearsal/stand-ins/server.ts";
import { answering, isRefused, token } from "./answering.ts";
import type { Happened, SourceFixture } from "./fixture.ts";
import { commit } from "./source-stage.ts";

/** Sentry's sessions and error events by its API's documentation: by the hour, of a release, by status. */
export const sentry: SourceFixture = {
  name: "sentry",
  distinct: true,
  fields: false,
  latency: undefined,
  attributes: "release",
  errorInside: { status: 200, body: '{"detail":"Internal error"}' },
  garbage: [
    ["a status that nobody knows", groups({ healthy: 40, melted: 1 })],
    [
      "a count that is none",
      '{"groups":[{"by":{"session.status":"healthy"},"totals":{"sum(session)":null}}]}',
    ],
    ["a group without a status", '{"groups":[{"by":{},"totals":{"sum(session)":40}}]}'],
    ["the same group twice", groups({ healthy: 40 }, { healthy: 40 })],
    ["no groups", '{"groups":null}'],
    ["null", "null"],
  ],
  wrongToken: { "log-token": "another" },
  unknown: () => ({ "log-project": "acme/999" }),
  start: async (speaks) => {
    const standIn = await answering(speaks, (request) => answer(request, speaks.happened));
    const given = { "log-url": standIn.url, "log-token": token, "log-project": "acme/4711" };
    return { ...standIn, given };
  },
};

function groups(...all: readonly Readonly<Record<string, number>>[]): string {
  const rows = all.flatMap((one) => Object.entries(one));
  return JSON.stringify({
    groups: rows.map(([status, count]) => ({
      by: { "session.status": status },
      totals: { "sum(session)": count },
      series: { "sum(session)": [count] },
    })),
  });
}

const hour = 3_600_000;

function answer(request: StandInRequest, happened: readonly Happened[]): StandInResponse {
  const [, kind] = /^\/api\/0\/organizations\/acme\/(sessions|events)\/$/.exec(request.path) ?? [];
  if (kind === undefined) return { status: 404, json: { detail: "The requested resource does not exist" } };
  if (isRefused(request)) return { status: 401, json: { detail: "Invalid token" } };
  if (request.query.get("project") !== "4711") return { status: 404, json: { detail: "no such project" } };
  const [from = 0, until = 0] = ["start", "end"].map((name) => Date.parse(request.query.get(name) ?? ""));
  const own = request.query.get("query");
  if (own !== null && own !== `release:"${commit}"`) return { status: 200, body: groups() };
  const ofRelease = happened.filter(({ of }) => own === null || of === undefined);
  if (kind === "events") {
    const errors = ofRelease.filter(({ at, event }) => at >= from && at < until && event === "failure");
    return { status: 200, json: { data: [{ "count()": errors.length }], meta: {} } };
  }
  // The range is rounded out to whole hours.
  const [first, last] = [Math.floor(from / hour) * hour, Math.ceil(until / hour) * hour];
  const within = ofRelease.filter(({ at }) => at >= first && at < last);
  const crashed = new Set(within.filter(({ event }) => event === "failure").map(({ session }) => session));
  const all = new Set(within.map(({ session }) => session));
  return { status: 200, body: groups({ healthy: all.size - crashed.size, crashed: crashed.size }) };
}
