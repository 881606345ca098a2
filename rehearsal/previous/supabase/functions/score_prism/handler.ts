import type { Answer } from "../_shared/endpoint.ts";
import type { Log } from "../_shared/events.ts";
import { combine, scoreScale, styleOf, unanswered } from "../_shared/scoring.ts";
import type { Store } from "../_shared/store.ts";
import { openSession } from "../_shared/token-guard.ts";
import { RESULTS_VERSION } from "../_shared/version.ts";

export interface World {
  readonly store: Pick<Store, "session" | "items" | "responses" | "scores" | "saveScores" | "createProfile">;
  readonly log: Log;
}

/** Scores the ratings of a session, combines them with its pairs, and creates its profile unless it has one. */
export async function scorePrism(body: Record<string, unknown>, { store, log }: World): Promise<Answer> {
  const opened = await openSession(body, store);
  if (!opened.ok) return opened.answer;
  const { session } = opened.value;

  const [items, answers] = await Promise.all([store.items(), store.responses(session.id)]);
  const statements = items.filter((item) => item.kind === "scale");
  const missing = unanswered(statements, answers);
  if (missing.length > 0) return { status: 409, body: { error: "incomplete", missing } };

  const scale = scoreScale(statements, answers);
  await store.saveScores(session.id, "scale", scale);
  const choice = await store.scores(session.id, "choice");
  const facets = combine(scale, choice);
  const profile = await store.createProfile({
    sessionId: session.id,
    style: styleOf(facets),
    facets,
    resultsVersion: RESULTS_VERSION,
  });
  log({ event: "scoring.completed", source: "scale", session_id: session.id, attempt_no: session.attemptNo });
  return {
    status: 200,
    body: { session_id: session.id, results_version: RESULTS_VERSION, profile_id: profile.id },
  };
}
