import { http } from "./http.ts";
import { loki } from "./loki.ts";
import { prometheus } from "./prometheus.ts";
import { sentry } from "./sentry.ts";
import { supabase } from "./supabase.ts";

/** Every log source that the suite knows, with a stand-in that speaks its API. */
export const fixtures = [supabase, prometheus, loki, sentry, http] as const;
