import type { Answer } from "./endpoint.ts";
import type { Session, Store } from "./store.ts";

/** A session and the token that opens it, as the caller sent them. Neither is checked yet. */
export interface Credentials {
  readonly sessionId: string;
  readonly token: string;
}

export type Guarded<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly answer: Answer };

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Reads `{session_id, token}` from a body. An id that cannot exist is answered like a wrong token. */
export function readCredentials(body: Record<string, unknown>): Guarded<Credentials> {
  const { session_id: sessionId, token } = body;
  if (typeof token !== "string" || token === "") return refuse("missing_token");
  if (typeof sessionId !== "string" || !UUID.test(sessionId)) return refuse("invalid_token");
  return { ok: true, value: { sessionId, token } };
}

/** Finds the session that the token opens. Unknown session and wrong token give the same 401. */
export async function openSession(
  body: Record<string, unknown>,
  store: Pick<Store, "session">,
): Promise<Guarded<{ session: Session; credentials: Credentials }>> {
  const read = readCredentials(body);
  if (!read.ok) return read;
  const credentials = read.value;
  const session = await store.session(credentials.sessionId);
  if (!session || session.tokenHash !== (await hashOf(credentials.token))) return refuse("invalid_token");
  return { ok: true, value: { session, credentials } };
}

/** The hex sha256 that `sessions.token_hash` keeps. */
export async function hashOf(token: string): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(token));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

function refuse(error: string): { ok: false; answer: Answer } {
  return { ok: false, answer: { status: 401, body: { error } } };
}
