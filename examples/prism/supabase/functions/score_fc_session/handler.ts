import type { Answer } from "../_shared/endpoint.ts";
import type { Log } from "../_shared/events.ts";
import { scoreChoices, unanswered } from "../_shared/scoring.ts";
import type { Store } from "../_shared/store.ts";
import { openSession } from "../_shared/token-guard.ts";
import { RESULTS_VERSION } from "../_shared/version.ts";

export interface World {
  readonly store: Pick<Store, "session" | "items" | "responses" | "saveScores">;
  readonly log: Log;
}

/** Scores the pairs ("forced choices") of a session. Scoring again replaces what was there. */
export async function scoreForcedChoices(
  body: Record<string, unknown>,
  { store, log }: World,
): Promise<Answer> {
  const opened = await openSession(body, store);
  if (!opened.ok) return opened.answer;
  const { session } = opened.value;

  const [items, answers] = await Promise.all([store.items(), store.responses(session.id)]);
  const pairs = items.filter((item) => item.kind === "choice");
  const missing = unanswered(pairs, answers);
  if (missing.length > 0) return { status: 409, body: { error: "incomplete", missing } };

  const scores = scoreChoices(pairs, answers);
  await store.saveScores(session.id, "choice", scores);
  log({
    event: "scoring.completed",
    source: "choice",
    session_id: session.id,
    attempt_no: session.attemptNo,
  });
  return { status: 200, body: { session_id: session.id, results_version: RESULTS_VERSION, scores } };
}
