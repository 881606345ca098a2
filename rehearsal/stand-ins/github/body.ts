import type { StandInRequest } from "../server.ts";
import { isObject } from "../../../kit/ports/json-object.ts";

/** The request's JSON object; an empty body is `{}`; undefined when it is broken or no object. */
export function jsonBody(request: StandInRequest): Record<string, unknown> | undefined {
  if (request.body.length === 0) return {};
  try {
    const value: unknown = JSON.parse(request.body.toString("utf8"));
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** The value when it is a string. */
export function text(value: unknown): string | undefined {
  return typeof value === "string" ? value : undefined;
}
