import type { Answer } from "../_shared/endpoint.ts";
import type { Log } from "../_shared/events.ts";
import type { Store } from "../_shared/store.ts";
import { readCredentials } from "../_shared/token-guard.ts";

export interface World {
  readonly store: Pick<Store, "results">;
  readonly log: Log;
}

/**
 * The results of a session, for whoever holds its token: 401 `missing_token` or `invalid_token`, 409 while the
 * session is unfinished, 502 when the database could not answer. Only the last is a `results.rpc.failure`.
 */
export async function getResults(body: Record<string, unknown>, { store, log }: World): Promise<Answer> {
  const credentials = readCredentials(body);
  if (!credentials.ok) return credentials.answer;
  const { sessionId, token } = credentials.value;

  const read = await store.results(sessionId, token);
  switch (read.kind) {
    case "found":
      return { status: 200, body: read.results };
    case "refused":
      return { status: read.status, body: { error: read.error } };
    case "failed":
      log({ event: "results.rpc.failure", session_id: sessionId, code: read.code, message: read.message });
      return { status: 502, body: { error: "results_unavailable" } };
  }
}
