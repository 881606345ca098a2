import type { Handler, Route, StandInResponse } from "./server.ts";

/** One line of a stand-in's request log. */
export interface LoggedRequest {
  readonly method: string;
  readonly path: string;
  /** The line of the routing table that answered, such as `/repos/:owner/:repo`. */
  readonly route: string;
  readonly status: number;
  /** When it had the whole question, in ms since 1970, and how many ms later it had the answer. */
  readonly at: number;
  readonly milliseconds: number;
}

/**
 * A failure of the vendor that a rehearsal orders beforehand: the next `times` requests that fit are answered
 * with it instead. `path` is a regular expression over the whole path.
 */
export interface PlannedFault {
  readonly method: string;
  readonly path: string;
  times: number;
  readonly status: number;
  readonly json?: unknown;
  /** A page or a cut text, where it is no JSON. */
  readonly body?: string;
  readonly headers?: Record<string, string>;
}

/** A whole question and its answer, for whoever holds a stand-in against its vendor's description. */
export interface Exchange {
  readonly method: string;
  /** The pattern of the route that answered; undefined where none fits. */
  readonly route: string | undefined;
  readonly path: string;
  readonly sent: Buffer;
  readonly status: number;
  readonly json: unknown;
}

/** Wraps every route so that its answers are told, planned faults apart: those are somebody else's. */
export function overhear(routes: readonly Route[], tell: (exchange: Exchange) => void): Route[] {
  return routes.map(([method, route, handler]) => [method, route, overhearOne(handler, route, tell)]);
}

/** The same for a single handler, such as the one for everything that no route fits. */
export function overhearOne(
  handler: Handler,
  route: string | undefined,
  tell: (exchange: Exchange) => void,
): Handler {
  return async (request) => {
    const { status, json, ...rest } = await handler(request);
    const { method, path, body } = request;
    tell({ method, route, path, sent: body, status, json });
    return { status, ...(json === undefined ? {} : { json }), ...rest };
  };
}

/** Wraps every route so that it is logged and so that a planned fault comes before the real answer. */
export function watch(
  routes: readonly Route[],
  log: LoggedRequest[],
  faults: () => readonly PlannedFault[],
): Route[] {
  return routes.map(([method, pattern, handler]) => [
    method,
    pattern,
    watchOne(handler, log, faults, pattern),
  ]);
}

/** The same for a single handler, such as the one for everything that no route fits. */
export function watchOne(
  handler: Handler,
  log: LoggedRequest[],
  faults: () => readonly PlannedFault[],
  route = "(no route)",
): Handler {
  return async (request) => {
    const fault = faults().find(
      (candidate) =>
        candidate.times > 0 &&
        (candidate.method === "*" || candidate.method === request.method) &&
        new RegExp(`^(?:${candidate.path})$`).test(request.path),
    );
    if (fault) fault.times -= 1;
    const { method, path } = request;
    const at = Date.now();
    const began = performance.now();
    const note = (status: number): void => {
      log.push({ method, path, route, status, at, milliseconds: performance.now() - began });
    };
    try {
      const response = fault ? faultAnswer(fault) : await handler(request);
      note(response.status);
      return response;
    } catch (error) {
      // The server answers 500 for it: a bug of the stand-in must not be missing from its log.
      note(500);
      throw error;
    }
  };
}

function faultAnswer({ status, json, body, headers }: PlannedFault): StandInResponse {
  const content = json === undefined ? (body === undefined ? {} : { body }) : { json };
  return { status, ...content, ...(headers ? { headers } : {}) };
}
