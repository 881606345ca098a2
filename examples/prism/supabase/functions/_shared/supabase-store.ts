import { createClient, type SupabaseClient } from "npm:@supabase/supabase-js@2";
import type { Facet, Item, Scores } from "./scoring.ts";
import type { Profile, ResultsRead, Session, Store } from "./store.ts";
import { RESULTS_VERSION } from "./version.ts";

/** A client that may do everything; it never leaves the functions. */
export function connect(): SupabaseClient {
  return createClient(required("SUPABASE_URL"), required("SUPABASE_SERVICE_ROLE_KEY"), {
    auth: { persistSession: false, autoRefreshToken: false },
  });
}

/** The store on a real project. Every method throws when the database answers with an error. */
export function supabaseStore(db: SupabaseClient): Store {
  return { ...sessions(db), ...scoreTables(db), ...profiles(db) };
}

function sessions(db: SupabaseClient): Pick<Store, "session" | "items" | "responses" | "complete"> {
  return {
    async session(id) {
      const query = db
        .from("sessions")
        .select("id, attempt_no, status, token_hash")
        .eq("id", id)
        .maybeSingle();
      const row = checked("sessions", await query);
      return row === null ? undefined : toSession(row);
    },
    async items() {
      const rows = checked(
        "assessment_items",
        await db.from("assessment_items").select("*").order("position"),
      );
      return rows.map(toItem);
    },
    async responses(sessionId) {
      const query = db.from("responses").select("item_id, value").eq("session_id", sessionId);
      return Object.fromEntries(checked("responses", await query).map((row) => [row.item_id, row.value]));
    },
    async complete(sessionId) {
      const change = { status: "completed", completed_at: new Date().toISOString() };
      const query = db
        .from("sessions")
        .update(change)
        .eq("id", sessionId)
        .eq("status", "started")
        .select("id");
      return checked("sessions", await query).length > 0;
    },
  };
}

function scoreTables(db: SupabaseClient): Pick<Store, "saveScores" | "scores" | "saveInsights"> {
  return {
    async saveScores(sessionId, source, scores) {
      const rows = Object.entries(scores).map(([facet, score]) => {
        return { session_id: sessionId, source, facet, score, results_version: RESULTS_VERSION };
      });
      const query = db.from("scores").upsert(rows, { onConflict: "session_id,source,facet" }).select("facet");
      checked("scores", await query);
    },
    async scores(sessionId, source) {
      const query = db.from("scores").select("facet, score").eq("session_id", sessionId).eq("source", source);
      return Object.fromEntries(checked("scores", await query).map((row) => [row.facet, Number(row.score)]));
    },
    async saveInsights(sessionId, insights) {
      const rows = insights.map((insight, index) => ({
        session_id: sessionId,
        position: index + 1,
        ...insight,
      }));
      checked(
        "insights",
        await db.from("insights").upsert(rows, { onConflict: "session_id,facet" }).select("facet"),
      );
    },
  };
}

function profiles(db: SupabaseClient): Pick<Store, "profile" | "createProfile" | "results"> {
  async function profile(sessionId: string): Promise<Profile | undefined> {
    const row = checked(
      "profiles",
      await db.from("profiles").select("*").eq("session_id", sessionId).maybeSingle(),
    );
    return row === null ? undefined : toProfile(row);
  }
  return {
    profile,
    async createProfile({ sessionId, style, facets, detail, resultsVersion }) {
      const row = { session_id: sessionId, style, facets, detail, results_version: resultsVersion };
      const options = { onConflict: "session_id", ignoreDuplicates: true };
      checked("profiles", await db.from("profiles").upsert(row, options).select("id"));
      const created = await profile(sessionId);
      if (!created) throw new Error(`the profile of session ${sessionId} was not kept`);
      return created;
    },
    async results(sessionId, token): Promise<ResultsRead> {
      const { data, error } = await db.rpc("get_results", { session_id: sessionId, token });
      if (!error) return { kind: "found", results: data };
      const refused = /^PT(4\d\d)$/.exec(error.code);
      if (refused) return { kind: "refused", status: Number(refused[1]), error: error.message };
      return { kind: "failed", code: error.code, message: error.message };
    },
  };
}

interface Row {
  // Rows come without generated types; each to… function below names what it takes from one.
  readonly [column: string]: unknown;
}

function toSession(row: Row): Session {
  const status = row["status"] === "completed" ? "completed" : "started";
  return {
    id: String(row["id"]),
    attemptNo: Number(row["attempt_no"]),
    status,
    tokenHash: String(row["token_hash"]),
  };
}

function toItem(row: Row): Item {
  const common = { id: String(row["id"]), facet: row["facet"] as Facet };
  if (row["kind"] === "scale") return { ...common, kind: "scale", reverse: row["reverse"] === true };
  return { ...common, kind: "choice", otherFacet: row["other_facet"] as Facet };
}

function toProfile(row: Row): Profile {
  return {
    id: String(row["id"]),
    sessionId: String(row["session_id"]),
    style: String(row["style"]),
    facets: row["facets"] as Scores,
    resultsVersion: String(row["results_version"]),
  };
}

interface Failure {
  readonly message?: string;
  readonly code?: string;
}

function checked<T>(
  table: string,
  answer: { data: T; error: null } | { data: null; error: Failure; status: number },
): T {
  if (!answer.error) return answer.data;
  // PostgREST answers some failures, such as a table that is not there, with an empty object.
  const { message, code } = answer.error;
  throw new Error(`${table}: ${message ?? code ?? `status ${answer.status}`}`);
}

function required(name: string): string {
  const value = Deno.env.get(name);
  if (!value) throw new Error(`${name} is not set`);
  return value;
}
