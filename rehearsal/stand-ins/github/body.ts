import type { StandInRequest } from "../server.ts";

/** The request's JSON object; an empty body is `{}`; undefined when it is broken or no object. */
export function jsonBody(request: StandInRequest): Record<string, unknown> | undefined {
  if (request.body.length === 0) return {};
  try {
    const value: unknown = JSON.parse(request.body.toString("utf8"));
    return isRecord(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** True for a JSON object (not for an array). */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The value when it is a string. */
export function text(value: unknown): string | undefined {
  return typeof value === "string" ? value : undefined;
}
