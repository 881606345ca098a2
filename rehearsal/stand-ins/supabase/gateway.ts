import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { listen, type Listening } from "../server.ts";
import type { SupabaseContext } from "./context.ts";
import { callFunction } from "./call-function.ts";
import { callRest } from "./call-rest.ts";
import { reply } from "../../../kit/compatibility/proxy.ts";

/** What the gateway needs besides the stand-in's context. */
export interface GatewayOptions {
  readonly jwtSecret: string;
  /** Where PostgREST is, or undefined where there is none. */
  readonly rest: string | undefined;
}

/**
 * The project's own address (`https://<ref>.supabase.co` at the vendor's): REST and functions. The other
 * services are not part of this stand-in, and say so.
 */
export async function startGateway(
  context: SupabaseContext,
  options: GatewayOptions,
  port: number | undefined,
): Promise<Listening> {
  const server = createServer((incoming, outgoing) => {
    route(context, options, incoming, outgoing).catch((error: unknown) => {
      if (outgoing.headersSent) outgoing.destroy();
      else
        reply(outgoing, 502, {
          message: `An invalid response was received from the upstream server: ${String(error)}`,
        });
    });
  });
  return await listen(server, port);
}

async function route(
  context: SupabaseContext,
  options: GatewayOptions,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
): Promise<void> {
  const url = new URL(incoming.url ?? "/", "http://gateway");
  const slug = /^\/functions\/v1\/([^/]+)/.exec(url.pathname)?.[1];
  if (slug !== undefined)
    return await callFunction(context, options.jwtSecret, slug, url, incoming, outgoing);
  if (/^\/rest\/v1(\/|$)/.test(url.pathname)) {
    return await callRest(context, options.rest, url, incoming, outgoing);
  }
  const service = /^\/(auth|storage|realtime|graphql)\/v1/.exec(url.pathname)?.[1];
  if (service) return reply(outgoing, 501, { message: `${service} is not part of this stand-in` });
  reply(outgoing, 404, { message: "no Route matched with those values" });
}
