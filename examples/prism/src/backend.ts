import { createClient } from "@supabase/supabase-js";
import type { Config } from "./config.ts";
import { readResults, type Results } from "./results.ts";

export interface Item {
  readonly id: string;
  readonly kind: "scale" | "choice";
  readonly prompt: string;
  readonly otherPrompt: string | undefined;
}

/** A session and the token that opens it. */
export interface OwnedSession {
  readonly id: string;
  readonly token: string;
}

export type ResultsState =
  | { readonly kind: "ready"; readonly results: Results }
  | { readonly kind: "unauthorized" }
  | { readonly kind: "unfinished" }
  | { readonly kind: "unavailable" };

/** Everything that the app asks of the project. All but `results` throw when the project answers with an error. */
export interface Backend {
  items(): Promise<readonly Item[]>;
  start(respondent: string): Promise<OwnedSession>;
  save(session: OwnedSession, answers: Readonly<Record<string, number>>): Promise<void>;
  finalize(session: OwnedSession): Promise<void>;
  results(session: OwnedSession): Promise<ResultsState>;
}

export function connect(config: Config): Backend {
  const supabase = createClient(config.supabaseUrl, config.publishableKey, {
    auth: { persistSession: false },
  });
  return {
    async items() {
      const { data } = await supabase.from("assessment_items").select("*").order("position").throwOnError();
      return data.map((row) => ({
        id: String(row.id),
        kind: row.kind === "choice" ? "choice" : "scale",
        prompt: String(row.prompt),
        otherPrompt: typeof row.other_prompt === "string" ? row.other_prompt : undefined,
      }));
    },
    async start(respondent) {
      const { data } = await supabase.rpc("start_session", { respondent }).throwOnError();
      return { id: String(data.session_id), token: String(data.token) };
    },
    async save(session, answers) {
      await supabase
        .rpc("save_responses", { session_id: session.id, token: session.token, answers })
        .throwOnError();
    },
    async finalize(session) {
      const { error } = await supabase.functions.invoke("finalizeAssessment", { body: credentials(session) });
      if (error) throw error;
    },
    async results(session) {
      const { data, error, response } = await supabase.functions.invoke("get-results-by-session", {
        body: credentials(session),
      });
      return error ? refusal(response?.status) : { kind: "ready", results: readResults(data) };
    },
  };
}

function credentials(session: OwnedSession): { session_id: string; token: string } {
  return { session_id: session.id, token: session.token };
}

function refusal(status: number | undefined): ResultsState {
  if (status === 401) return { kind: "unauthorized" };
  return status === 409 ? { kind: "unfinished" } : { kind: "unavailable" };
}
