import type { StandInRequest, StandInResponse } from "../../../rehearsal/stand-ins/server.ts";
import { type Entry, token as supabaseToken, weakToken } from "../observed-project.ts";
import { answering } from "./answering.ts";
import type { Happened, SourceFixture } from "./fixture.ts";

const logs = "/analytics/endpoints/logs";

/** Supabase's logs, by the rehearsal's stand-in. */
export const supabase: SourceFixture = {
  name: "supabase",
  distinct: true,
  fields: true,
  latency: "",
  attributes: "function",
  errorInside: { status: 200, body: '{"result":[],"error":"backend error"}' },
  garbage: [
    ["no rows", '{"result":[]}'],
    ["a row without the columns", '{"result":[{"attempts":40}]}'],
    ["a negative count", '{"result":[{"attempts":-1}]}'],
    ["nothing", "{}"],
    ["null", "null"],
  ],
  wrongToken: { "supabase-access-token": weakToken },
  unknown: () => ({ supabase: "zzzzzzzzzzzzzzzzzzzz", functions: "" }),
  start: async (speaks) => {
    const { project, happened } = speaks;
    const forward = async ({ path, query, headers }: StandInRequest): Promise<StandInResponse> => {
      project.state.logs.length = 0;
      project.log(...happened.map(entry));
      const url = `${project.url}${path}?${query.toString()}`;
      const answer = await fetch(url, { headers: { authorization: headers.authorization ?? "" } });
      return { status: answer.status, body: await answer.text() };
    };
    const standIn = await answering(speaks, forward, (asked) => asked.endsWith(logs));
    const given = {
      "supabase-access-token": supabaseToken,
      "supabase-api-url": standIn.url,
      events: "done: attempt_no",
      failures: "failure",
    };
    return { ...standIn, given };
  },
};

/** The entry as a function writes it. */
export function written({ session, event, synthetic, lacking, cut, ms }: Happened): string {
  const text = JSON.stringify({
    event,
    session_id: session,
    ...(lacking ? {} : { attempt_no: 1 }),
    ...(synthetic === undefined ? {} : { synthetic }),
    ...(ms === undefined ? {} : { duration_ms: ms }),
  });
  return cut ? text.slice(0, -3) : text;
}

function entry(one: Happened): Entry {
  return { event: written(one), at: one.at, ...(one.of === undefined ? {} : { version: 6 }) };
}
