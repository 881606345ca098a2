import type { Answer } from "../_shared/endpoint.ts";
import type { Log } from "../_shared/events.ts";
import type { Profile, Session, Store } from "../_shared/store.ts";
import { type Credentials, openSession } from "../_shared/token-guard.ts";

/** Calls another function of this project and gives back its answer. */
export type Score = (name: "score_fc_session" | "score_prism", credentials: Credentials) => Promise<Answer>;

export interface World {
  readonly store: Pick<Store, "session" | "profile" | "complete">;
  readonly score: Score;
  readonly log: Log;
}

/**
 * Completes a session: scores the pairs, then the profile, then closes it. Safe to repeat: a session that has
 * its profile gets the same one again, with `reused: true`.
 */
export async function finalizeAssessment(body: Record<string, unknown>, world: World): Promise<Answer> {
  const opened = await openSession(body, world.store);
  if (!opened.ok) return opened.answer;
  const { session, credentials } = opened.value;

  const existing = await world.store.profile(session.id);
  if (existing && session.status === "completed") return finalized(session, existing, true);

  for (const name of ["score_fc_session", "score_prism"] as const) {
    const scored = await world.score(name, credentials);
    if (scored.status !== 200) return scored;
  }
  const profile = await world.store.profile(session.id);
  if (!profile) throw new Error(`score_prism left session ${session.id} without a profile`);
  const completed = { session_id: session.id, attempt_no: session.attemptNo, profile_id: profile.id };
  if (await world.store.complete(session.id)) world.log({ event: "assessment.completed", ...completed });
  return finalized(session, profile, existing !== undefined);
}

function finalized(session: Session, profile: Profile, reused: boolean): Answer {
  return {
    status: 200,
    body: {
      session_id: session.id,
      attempt_no: session.attemptNo,
      profile_id: profile.id,
      results_version: profile.resultsVersion,
      reused,
    },
  };
}
