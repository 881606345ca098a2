import { RESULTS_VERSION } from "./version.ts";

/** What a handler answers: a status and a JSON body. */
export interface Answer {
  readonly status: number;
  readonly body: Record<string, unknown>;
}

export type Handle = (body: Record<string, unknown>, request: Request) => Promise<Answer>;

const CORS = {
  "access-control-allow-origin": "*",
  "access-control-allow-headers": "authorization, x-client-info, apikey, content-type, x-synthetic",
  "access-control-allow-methods": "GET, HEAD, POST, OPTIONS",
  "access-control-expose-headers": "x-results-version",
  "access-control-max-age": "86400",
};

/**
 * What all functions have in common: CORS, `GET ?health=1` (or HEAD), a JSON body by POST, and
 * `x-results-version` on every answer. An unexpected error is logged whole and answered as 500 `internal`.
 */
export function endpoint(name: string, handle: Handle): (request: Request) => Promise<Response> {
  return async (request) => {
    if (request.method === "OPTIONS") return new Response(null, { status: 204, headers: CORS });
    if (isHealthCheck(request))
      return reply(200, { ok: true, function: name, results_version: RESULTS_VERSION });
    if (request.method !== "POST") return reply(405, { error: "method_not_allowed" });
    const body = await readObject(request);
    if (body === undefined) return reply(400, { error: "invalid_json" });
    try {
      const answer = await handle(body, request);
      return reply(answer.status, answer.body);
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      console.error(JSON.stringify({ event: "function.error", function: name, message, RESULTS_VERSION }));
      return reply(500, { error: "internal" });
    }
  };
}

function isHealthCheck(request: Request): boolean {
  if (request.method === "HEAD") return true;
  return request.method === "GET" && new URL(request.url).searchParams.get("health") === "1";
}

async function readObject(request: Request): Promise<Record<string, unknown> | undefined> {
  try {
    const value: unknown = JSON.parse((await request.text()) || "{}");
    return typeof value === "object" && value !== null ? { ...value } : undefined;
  } catch {
    return undefined;
  }
}

function reply(status: number, body: Record<string, unknown>): Response {
  return Response.json(body, {
    status,
    headers: { ...CORS, "cache-control": "no-store", "x-results-version": RESULTS_VERSION },
  });
}
