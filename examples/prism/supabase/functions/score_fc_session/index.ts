import { endpoint } from "../_shared/endpoint.ts";
import { logToConsole } from "../_shared/events.ts";
import { connect, supabaseStore } from "../_shared/supabase-store.ts";
import { scoreForcedChoices } from "./handler.ts";

const db = connect();

Deno.serve(
  endpoint("score_fc_session", (body) =>
    scoreForcedChoices(body, { store: supabaseStore(db), log: logToConsole }),
  ),
);
