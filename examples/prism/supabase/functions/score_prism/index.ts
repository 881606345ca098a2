import { endpoint } from "../_shared/endpoint.ts";
import { logToConsole } from "../_shared/events.ts";
import { connect, supabaseStore } from "../_shared/supabase-store.ts";
import { scorePrism } from "./handler.ts";

const db = connect();

Deno.serve(
  endpoint("score_prism", (body) => scorePrism(body, { store: supabaseStore(db), log: logToConsole })),
);
