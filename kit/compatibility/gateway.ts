import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { passOn, reply } from "./proxy.ts";

/** A project's own address on a shadow: REST and functions, as `https://<ref>.supabase.co` has them. */
export interface Gateway {
  readonly url: string;
  /** The same without `http://`. */
  readonly host: string;
  close(): Promise<void>;
}

export interface Behind {
  readonly rest: string;
  /** Where a function answers; undefined for one that is not there. */
  readonly functionUrl: (slug: string) => string | undefined;
}

/** Listens on loopback. Where what stands behind it is comes later, because functions must know this address. */
export async function openGateway(behind: () => Behind | undefined): Promise<Gateway> {
  const server = createServer((incoming, outgoing) => {
    route(behind(), incoming, outgoing).catch((error: unknown) => {
      if (outgoing.headersSent) outgoing.destroy();
      else reply(outgoing, 502, { message: `no answer on the shadow: ${String(error)}` });
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(0, "127.0.0.1", resolve);
  });
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url: `http://${host}`,
    host,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function route(
  behind: Behind | undefined,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
): Promise<void> {
  const url = new URL(incoming.url ?? "/", "http://gateway");
  const service = /^\/([a-z]+)\/v1(?=\/|$)/.exec(url.pathname)?.[1];
  if (behind !== undefined && service === "functions")
    return await toFunction(behind, url, incoming, outgoing);
  if (behind !== undefined && service === "rest") {
    const { apikey, host: _, ...headers } = incoming.headers;
    const authorization =
      headers.authorization ?? (apikey === undefined ? undefined : `Bearer ${String(apikey)}`);
    const path = url.pathname.slice("/rest/v1".length) || "/";
    const onward = authorization === undefined ? headers : { ...headers, authorization };
    await passOn(incoming, outgoing, `${behind.rest}${path}${url.search}`, onward);
    return;
  }
  reply(outgoing, 501, { message: `${service ?? url.pathname} is not part of a shadow` });
}

async function toFunction(
  { functionUrl }: Behind,
  url: URL,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
): Promise<void> {
  const path = url.pathname.slice("/functions/v1".length);
  const target = functionUrl(path.split("/")[1] ?? "");
  if (target === undefined)
    return reply(outgoing, 404, { code: "NOT_FOUND", message: "Requested function was not found" });
  const { host: _, ...headers } = incoming.headers;
  await passOn(incoming, outgoing, `${target}${path}${url.search}`, headers);
}
