import type { Handler, StandInRequest, StandInResponse } from "../server.ts";
import type { GrafanaState } from "./state.ts";
import { isObject } from "../../../kit/ports/json-object.ts";

export type GrafanaHandler = (state: GrafanaState, request: StandInRequest) => StandInResponse;

/** Lets in who has a token; only editors may do anything else than read. */
export function guarded(state: GrafanaState, handler: GrafanaHandler): Handler {
  return (request) => {
    const token = /^Bearer (.+)$/.exec(request.headers.authorization ?? "")?.[1] ?? "";
    const may = Object.hasOwn(state.tokens, token) ? state.tokens[token] : undefined;
    if (may === undefined) return { status: 401, json: { message: "Invalid API key" } };
    if (may === "view" && request.method !== "GET")
      return { status: 403, json: { message: "You'll need additional permissions to perform this action." } };
    return handler(state, request);
  };
}

/** The body as an object, or undefined for anything else. */
export function bodyOf({ body }: StandInRequest): Record<string, unknown> | undefined {
  try {
    const json = JSON.parse(body.toString("utf8")) as unknown;
    return isObject(json) ? json : undefined;
  } catch {
    return undefined;
  }
}

export const badRequest: StandInResponse = { status: 400, json: { message: "bad request data" } };
