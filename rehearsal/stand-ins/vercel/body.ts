import type { StandInRequest } from "../server.ts";
import { isObject } from "../../../kit/ports/json-object.ts";

/** The request's JSON object; an empty body is `{}`, as is anything that is no object. */
export function jsonBody(request: StandInRequest): Record<string, unknown> {
  if (request.body.length === 0) return {};
  const value: unknown = JSON.parse(request.body.toString("utf8"));
  return isObject(value) ? value : {};
}

/** The value when it is a string. */
export function text(value: unknown): string | undefined {
  return typeof value === "string" ? value : undefined;
}
