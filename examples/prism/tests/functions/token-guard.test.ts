import { expect, test } from "@jest/globals";
import { hashOf, openSession, readCredentials } from "../../supabase/functions/_shared/token-guard.ts";
import { memoryStore, SESSION_ID, TOKEN } from "../support/memory-store.ts";

const refused = (error: string) => ({ ok: false, answer: { status: 401, body: { error } } });

test.each([undefined, "", null, 7])("%p is a missing token", (token) => {
  expect(readCredentials({ session_id: SESSION_ID, token })).toEqual(refused("missing_token"));
});

test("a session id that cannot exist is answered like a wrong token", () => {
  expect(readCredentials({ session_id: "1 or 1=1", token: TOKEN })).toEqual(refused("invalid_token"));
});

test("an unknown session and a wrong token get the same answer", async () => {
  const store = await memoryStore({});
  const unknown = await openSession({ session_id: SESSION_ID.replace("6", "7"), token: TOKEN }, store);
  const wrong = await openSession({ session_id: SESSION_ID, token: `${TOKEN}!` }, store);
  expect(unknown).toEqual(refused("invalid_token"));
  expect(wrong).toEqual(unknown);
});

test("the right token opens its session", async () => {
  const opened = await openSession({ session_id: SESSION_ID, token: TOKEN }, await memoryStore({}));
  expect(opened).toMatchObject({ ok: true, value: { session: { id: SESSION_ID, attemptNo: 2 } } });
});

test("the hash is the one that the database computes", async () => {
  // select encode(sha256(convert_to('the-token', 'UTF8')), 'hex')
  expect(await hashOf(TOKEN)).toBe("c2a73fcf61dfbdcadc79a10ba330b2ef5eb66fc0a6735ed69b796bb3c97b97ae");
});
