import { endpoint } from "../_shared/endpoint.ts";
import { logOf } from "../_shared/events.ts";
import { connect, supabaseStore } from "../_shared/supabase-store.ts";
import { scorePrism } from "./handler.ts";

const db = connect();

Deno.serve(
  endpoint("score_prism", (body, request) =>
    scorePrism(body, { store: supabaseStore(db), log: logOf(request) }),
  ),
);
