import { randomUUID } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { FunctionLog } from "../../engines/deno.ts";
import { EXECUTION_HEADER } from "../../engines/deno-boot.ts";
import { record, type SupabaseContext } from "./context.ts";
import { isValidJwt } from "./keys.ts";
import { passOn, reply } from "../../../kit/compatibility/proxy.ts";
import type { FunctionState } from "./state.ts";

/** `/functions/v1/<slug>`: the live version of a function, behind the check of its token if it asks for one. */
export async function callFunction(
  context: SupabaseContext,
  jwtSecret: string,
  slug: string,
  url: URL,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
): Promise<void> {
  const { functions } = context.state;
  const fn = Object.hasOwn(functions, slug) ? functions[slug] : undefined;
  if (!fn || fn.status === "REMOVED") {
    reply(outgoing, 404, { code: "NOT_FOUND", message: "Requested function was not found" });
    return;
  }
  const exhausted = context.state.project.unhealthy["functions"];
  if (exhausted !== undefined) return reply(outgoing, 546, { code: "WORKER_LIMIT", message: exhausted });
  const began = performance.now();
  const refused =
    fn.verify_jwt && incoming.method !== "OPTIONS" ? tokenProblem(context, jwtSecret, incoming) : undefined;
  const execution = refused ? undefined : randomUUID();
  if (refused) reply(outgoing, 401, refused);
  const status =
    execution === undefined ? 401 : await invoke(context, fn, execution, url, incoming, outgoing);
  recordRequest(context, fn, {
    execution,
    url,
    method: incoming.method ?? "GET",
    status,
    ms: performance.now() - began,
  });
}

async function invoke(
  context: SupabaseContext,
  fn: FunctionState,
  execution: string,
  url: URL,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
): Promise<number> {
  return await context.host.use(fn, async (address) => {
    if (address === undefined) {
      reply(outgoing, 503, { code: "BOOT_ERROR", message: "Function failed to start (please check logs)" });
      return 503;
    }
    const { host: _, ...headers } = incoming.headers;
    // The function sees its own name first, as on the platform.
    const target = `${address}${url.pathname.slice("/functions/v1".length)}${url.search}`;
    const extra = {
      "sb-project-ref": context.state.project.ref,
      "x-sb-function-version": String(fn.version),
    };
    return await passOn(incoming, outgoing, target, { ...headers, [EXECUTION_HEADER]: execution }, extra);
  });
}

/** Why the gateway turns a request away; API keys that are no JWTs do not pass, as at the vendor's. */
function tokenProblem(
  context: SupabaseContext,
  jwtSecret: string,
  { headers }: IncomingMessage,
): object | undefined {
  const text =
    headers.authorization ?? (headers["apikey"] ? `Bearer ${headers["apikey"].toString()}` : undefined);
  if (text === undefined)
    return { code: "UNAUTHORIZED_NO_AUTH_HEADER", message: "Missing authorization header" };
  const token = /^Bearer (\S+)$/i.exec(text)?.[1] ?? "";
  if (token.split(".").length !== 3)
    return { code: "UNAUTHORIZED_INVALID_JWT_FORMAT", message: "Invalid JWT" };
  if (isValidJwt(token, jwtSecret, context.now())) return undefined;
  return { code: "UNAUTHORIZED_LEGACY_JWT", message: "Invalid JWT" };
}

interface Served {
  readonly execution: string | undefined;
  readonly url: URL;
  readonly method: string;
  readonly status: number;
  readonly ms: number;
}

function recordRequest({ state, now }: SupabaseContext, fn: FunctionState, served: Served): void {
  const { execution, url, method, status, ms } = served;
  record(state, now(), {
    source: "function_edge_logs",
    event_message: `${method} | ${status} | ${url.pathname}`,
    severity_text: status >= 500 ? "ERROR" : "INFO",
    log_attributes: {
      ...identity(state.project.ref, fn),
      ...(execution === undefined ? {} : { execution_id: execution }),
      execution_time_ms: String(Math.round(ms)),
      "request.method": method,
      "request.pathname": url.pathname,
      "response.status_code": String(status),
    },
  });
}

/** What a live function printed becomes a row. */
export function recordOutput(
  { state, now }: Pick<SupabaseContext, "state" | "now">,
  fn: FunctionState,
  entry: FunctionLog,
): void {
  const { level, text, execution } = entry;
  record(state, now(), {
    source: "function_logs",
    event_message: `${text}\n`,
    severity_text: level === "log" ? "INFO" : level.toUpperCase(),
    log_attributes: {
      ...identity(state.project.ref, fn),
      ...(execution === undefined ? {} : { execution_id: execution }),
      event_type: "Log",
      level: level === "warn" ? "warning" : level,
    },
  });
}

function identity(ref: string, { id, version }: FunctionState): Record<string, string> {
  return { function_id: id, deployment_id: `${ref}_${id}_${version}`, version: String(version) };
}
