import type { IncomingMessage, ServerResponse } from "node:http";
import { record, type SupabaseContext } from "./context.ts";
import { roleToken } from "./keys.ts";
import { passOn, reply } from "../../../kit/compatibility/proxy.ts";

/** `/rest/v1/*`: an API key is needed; it also says the role when the request brings no token of its own. */
export async function callRest(
  context: SupabaseContext,
  rest: string | undefined,
  url: URL,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
): Promise<void> {
  const status = await answer(context, rest, url, incoming, outgoing);
  const method = incoming.method ?? "GET";
  record(context.state, context.now(), {
    source: "edge_logs",
    event_message: `${method} | ${status} | ${url.pathname}${url.search}`,
    severity_text: status >= 500 ? "ERROR" : "INFO",
    log_attributes: {
      "request.method": method,
      "request.path": url.pathname,
      "request.search": url.search,
      "response.status_code": String(status),
    },
  });
}

async function answer(
  context: SupabaseContext,
  rest: string | undefined,
  url: URL,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
): Promise<number> {
  const cors = corsHeaders(incoming);
  if (incoming.method === "OPTIONS") {
    outgoing.writeHead(200, cors).end();
    return 200;
  }
  const refuse = (status: number, message: string, hint?: string): number => {
    reply(outgoing, status, hint === undefined ? { message } : { message, hint }, cors);
    return status;
  };
  const key = incoming.headers["apikey"]?.toString() ?? url.searchParams.get("apikey") ?? undefined;
  if (key === undefined) {
    return refuse(401, "No API key found in request", "No `apikey` request header or url param was found.");
  }
  const role = roleToken(context.keys, key);
  if (role === undefined) {
    return refuse(401, "Invalid API key", "Double check your Supabase `anon` or `service_role` API key.");
  }
  if (rest === undefined)
    return refuse(503, "PostgREST is not part of this rehearsal: npm has none for this platform");
  url.searchParams.delete("apikey");
  const { apikey: _, host: __, ...headers } = incoming.headers;
  const target = `${rest}${url.pathname.slice("/rest/v1".length) || "/"}${url.search}`;
  return await passOn(
    incoming,
    outgoing,
    target,
    { ...headers, authorization: bearer(context, incoming, role) },
    cors,
  );
}

/** The request's own token, unless it is one of the keys that are no tokens (supabase-js sends those as well). */
function bearer({ keys }: SupabaseContext, { headers }: IncomingMessage, role: string): string {
  const token = /^Bearer (\S+)$/i.exec(headers.authorization ?? "")?.[1];
  if (token === undefined) return `Bearer ${role}`;
  return `Bearer ${roleToken(keys, token) ?? token}`;
}

function corsHeaders({ headers }: IncomingMessage): Record<string, string> {
  const open = {
    "access-control-allow-origin": "*",
    "access-control-expose-headers": "Content-Range, Content-Profile",
  };
  if (headers["access-control-request-method"] === undefined) return open;
  return {
    ...open,
    "access-control-allow-methods": "GET,HEAD,PUT,PATCH,POST,DELETE,OPTIONS",
    "access-control-allow-headers": headers["access-control-request-headers"] ?? "*",
    "access-control-max-age": "3600",
  };
}
