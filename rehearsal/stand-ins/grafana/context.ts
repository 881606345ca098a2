import type { Handler, StandInRequest, StandInResponse } from "../server.ts";
import type { GrafanaState } from "./state.ts";
import { isObject } from "../../../kit/ports/json-object.ts";

export type GrafanaHandler = (state: GrafanaState, request: StandInRequest) => StandInResponse;

/** Lets in who has a token, to what it may do: it reads as a viewer, and does all else as an editor or by the right. */
export function guarded(state: GrafanaState, right: string, handler: GrafanaHandler): Handler {
  return (request) => {
    const token = /^Bearer (.+)$/.exec(request.headers.authorization ?? "")?.[1] ?? "";
    const may = Object.hasOwn(state.tokens, token) ? state.tokens[token] : undefined;
    if (may === undefined) return { status: 401, json: { message: "Invalid API key" } };
    const allowed = may === "edit" || (may === "view" ? request.method === "GET" : may.includes(right));
    if (!allowed) {
      const message = `You'll need additional permissions to perform this action. Permissions needed: ${right}`;
      return { status: 403, json: { title: "Access denied", message } };
    }
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
