// What the live web asks of the project, from a fresh session to its results. Before anything is migrated, `plan` runs
// this in Deno against a copy of the schema: it ends with an error where an answer is not what the web needs.
import { createClient } from "npm:@supabase/supabase-js@2";

const supabase = createClient(variable("SUPABASE_URL"), variable("SUPABASE_PUBLISHABLE_KEY"), {
  auth: { persistSession: false, autoRefreshToken: false },
});

const { data: items } = await supabase.from("assessment_items").select("*").order("position").throwOnError();
need(items.length > 0, "there are questions");

const respondent = crypto.randomUUID();
const { data: session } = await supabase.rpc("start_session", { respondent }).throwOnError();
const { session_id, token } = session;
const answers = Object.fromEntries(items.map(({ id, kind }) => [id, kind === "choice" ? 1 : 4]));
await supabase.rpc("save_responses", { session_id, token, answers }).throwOnError();

const finalized = await call("finalizeAssessment");
need(typeof finalized["profile_id"] === "string", "finalizing gives a profile");
const results = await call("get-results-by-session");
need(typeof results["style"] === "string" && typeof results["facets"] === "object", "the results are whole");

async function call(name: string): Promise<Record<string, unknown>> {
  const { data, error, response } = await supabase.functions.invoke(name, { body: { session_id, token } });
  if (error) throw new Error(`${name} answered ${response?.status ?? "nothing"}: ${await response?.text()}`);
  return data;
}

function need(is: boolean, what: string): void {
  if (!is) throw new Error(`not so: ${what}`);
}

function variable(name: string): string {
  const value = Deno.env.get(name);
  if (!value) throw new Error(`${name} is not set`);
  return value;
}
