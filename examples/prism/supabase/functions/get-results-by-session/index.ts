import { endpoint } from "../_shared/endpoint.ts";
import { logOf } from "../_shared/events.ts";
import { connect, supabaseStore } from "../_shared/supabase-store.ts";
import { getResults } from "./handler.ts";

const db = connect();

Deno.serve(
  endpoint("get-results-by-session", (body, request) =>
    getResults(body, { store: supabaseStore(db), log: logOf(request) }),
  ),
);
