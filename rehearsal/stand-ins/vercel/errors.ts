import type { StandInResponse } from "../server.ts";

/** Vercel's error shape: `{"error":{"code","message",…}}`. */
export function vercelError(
  status: number,
  code: string,
  message: string,
  more: Readonly<Record<string, unknown>> = {},
): StandInResponse {
  return { status, json: { error: { code, message, ...more } } };
}

/** 400 with Vercel's words for a body that does not fit its schema. */
export function badRequest(message: string): StandInResponse {
  return vercelError(400, "bad_request", message);
}

/** 404 with Vercel's words. */
export function notFound(what: string): StandInResponse {
  return vercelError(404, "not_found", `${what} not found`);
}

/**
 * Accepted with nothing to say. No content type: with a JSON one, Vercel's CLI takes the empty body for a
 * broken answer and sends the request again, three times.
 */
export function emptyAnswer(status: 200 | 201 | 202): StandInResponse {
  return { status, headers: { "content-length": "0" } };
}
