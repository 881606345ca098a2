import type { SupabaseState } from "../stand-ins/supabase/state.ts";

/** How far a rehearsal's `observe` looks back: so long, and with so much traffic, that the declared rates stand. */
export const lookedBack = "18h";

/** One attempt in so many ms: 18 an hour. */
const GAP = 200_000;

/** A few more than are looked back on, since a rehearsal takes its time. */
const attempts = 330;

/** What the previous release logged before: people who finished, and nobody who failed. */
export function seedLogs(state: SupabaseState, now: number): void {
  const events = [
    ["assessment.completed", "finalizeAssessment"],
    ["scoring.completed", "score_prism"],
  ] as const;
  for (let one = attempts; one > 0; one -= 1) {
    for (const [event, slug] of events) {
      const fn = state.functions[slug];
      if (fn === undefined) continue;
      const said = { event, session_id: `before-${one}`, attempt_no: 1, RESULTS_VERSION: "v1.2" };
      state.made += 1;
      state.logs.push({
        id: `seeded-${state.made}`,
        timestamp: new Date(now - one * GAP).toISOString().replace("Z", "000"),
        source: "function_logs",
        event_message: `${JSON.stringify(said)}\n`,
        severity_text: "INFO",
        log_attributes: { function_id: fn.id, version: String(fn.version) },
      });
    }
  }
}
