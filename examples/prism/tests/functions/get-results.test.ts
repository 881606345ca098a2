import { expect, test } from "@jest/globals";
import type { LoggedEvent } from "../../supabase/functions/_shared/events.ts";
import type { ResultsRead } from "../../supabase/functions/_shared/store.ts";
import { getResults } from "../../supabase/functions/get-results-by-session/handler.ts";
import { memoryStore, SESSION_ID, TOKEN } from "../support/memory-store.ts";

async function ask(body: Record<string, unknown>, results?: ResultsRead) {
  const events: LoggedEvent[] = [];
  const store = results ? { results: async () => results } : await memoryStore({});
  const answer = await getResults(body, { store, log: (event) => void events.push(event) });
  return { answer, events };
}

test("a missing token is refused without asking the database", async () => {
  const { answer } = await ask({ session_id: SESSION_ID }, { kind: "found", results: {} });
  expect(answer).toEqual({ status: 401, body: { error: "missing_token" } });
});

test("a wrong token is refused, and is no failure", async () => {
  const { answer, events } = await ask({ session_id: SESSION_ID, token: "wrong" });
  expect(answer).toEqual({ status: 401, body: { error: "invalid_token" } });
  expect(events).toEqual([]);
});

test("the right token gets the results as they are", async () => {
  const { answer } = await ask({ session_id: SESSION_ID, token: TOKEN });
  expect(answer).toEqual({ status: 200, body: { style: "The Anchor" } });
});

test("a database that cannot answer is a results.rpc.failure", async () => {
  const failed: ResultsRead = { kind: "failed", code: "PGRST202", message: "no such function" };
  const { answer, events } = await ask({ session_id: SESSION_ID, token: TOKEN }, failed);
  expect(answer).toEqual({ status: 502, body: { error: "results_unavailable" } });
  expect(events).toEqual([
    { event: "results.rpc.failure", session_id: SESSION_ID, code: "PGRST202", message: "no such function" },
  ]);
});
