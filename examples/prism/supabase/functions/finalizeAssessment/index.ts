import { endpoint } from "../_shared/endpoint.ts";
import { logOf, markOf } from "../_shared/events.ts";
import { connect, supabaseStore } from "../_shared/supabase-store.ts";
import { finalizeAssessment, type Score } from "./handler.ts";

const db = connect();

function scoreFor(request: Request): Score {
  return async (name, { sessionId, token }) => {
    const { data, error, response } = await db.functions.invoke(name, {
      body: { session_id: sessionId, token },
      headers: markOf(request),
    });
    if (!response) throw new Error(`${name} could not be reached: ${String(error)}`);
    return { status: response.status, body: error ? await response.json() : data };
  };
}

Deno.serve(
  endpoint("finalizeAssessment", (body, request) =>
    finalizeAssessment(body, { store: supabaseStore(db), score: scoreFor(request), log: logOf(request) }),
  ),
);
