import { endpoint } from "../_shared/endpoint.ts";
import { logOf } from "../_shared/events.ts";
import { connect, supabaseStore } from "../_shared/supabase-store.ts";
import { scoreForcedChoices } from "./handler.ts";

const db = connect();

Deno.serve(
  endpoint("score_fc_session", (body, request) =>
    scoreForcedChoices(body, { store: supabaseStore(db), log: logOf(request) }),
  ),
);
