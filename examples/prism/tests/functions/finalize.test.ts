import { expect, test } from "@jest/globals";
import type { LoggedEvent } from "../../supabase/functions/_shared/events.ts";
import { RESULTS_VERSION } from "../../supabase/functions/_shared/version.ts";
import { finalizeAssessment, type Score } from "../../supabase/functions/finalizeAssessment/handler.ts";
import { scoreForcedChoices } from "../../supabase/functions/score_fc_session/handler.ts";
import { scorePrism } from "../../supabase/functions/score_prism/handler.ts";
import { memoryStore, sameAnswers, SESSION_ID, TOKEN } from "../support/memory-store.ts";

/** The three functions wired to each other as on a project, without HTTP between them. */
async function project(answers: Record<string, number>) {
  const store = await memoryStore(answers);
  const events: LoggedEvent[] = [];
  const log = (event: LoggedEvent) => void events.push(event);
  const score: Score = (name, { sessionId, token }) => {
    const body = { session_id: sessionId, token };
    const scorer = name === "score_prism" ? scorePrism : scoreForcedChoices;
    return scorer(body, { store, log });
  };
  const finalize = (token: string = TOKEN) =>
    finalizeAssessment({ session_id: SESSION_ID, token }, { store, score, log });
  return { store, events, finalize };
}

test("scores, creates the profile, completes the session", async () => {
  const { store, events, finalize } = await project({ ...sameAnswers(3), m1: 5, m2: 1 });

  expect(await finalize()).toEqual({
    status: 200,
    body: {
      session_id: SESSION_ID,
      attempt_no: 2,
      profile_id: "profile-1",
      results_version: RESULTS_VERSION,
      reused: false,
    },
  });
  expect(store.profiles[0]).toMatchObject({ style: "The Anchor", facets: { mindfulness: 85 } });
  expect(store.insights[0]).toMatchObject({ facet: "mindfulness", band: "high" });
  expect(events.map(({ event, attempt_no }) => `${event} ${attempt_no}`)).toEqual([
    "scoring.completed 2",
    "scoring.completed 2",
    "assessment.completed 2",
  ]);
});

test("a second call finds the same profile and announces nothing", async () => {
  const { store, events, finalize } = await project(sameAnswers(4));
  const first = await finalize();
  const announced = events.length;
  const second = await finalize();

  expect(second.body).toEqual({ ...first.body, reused: true });
  expect(store.profiles).toHaveLength(1);
  expect(events).toHaveLength(announced);
});

test("two calls at once create one profile and complete the session once", async () => {
  const { store, events, finalize } = await project(sameAnswers(2));
  const [left, right] = await Promise.all([finalize(), finalize()]);

  expect(left.body["profile_id"]).toBe(right.body["profile_id"]);
  expect(store.profiles).toHaveLength(1);
  expect(events.filter(({ event }) => event === "assessment.completed")).toHaveLength(1);
});

test("refuses an unfinished assessment, naming what is missing", async () => {
  const { store, finalize } = await project({ ...sameAnswers(3), r2: 0, s2: 0 });

  expect(await finalize()).toEqual({
    status: 409,
    body: { error: "incomplete", missing: ["r2", "s2"] },
  });
  expect(store.profiles).toEqual([]);
});

test("refuses a wrong token before anything is scored", async () => {
  const { events, finalize } = await project(sameAnswers(3));

  expect(await finalize("wrong")).toEqual({ status: 401, body: { error: "invalid_token" } });
  expect(events).toEqual([]);
});
