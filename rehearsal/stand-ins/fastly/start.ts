import { type AccountState } from "../edge/account.ts";
import { type EdgeOptions, type EdgeStandIn, startEdge } from "../edge/start.ts";
import { fastlyError, routes } from "./api.ts";
import { vendor } from "./vendor.ts";

/** A running Fastly stand-in; a zone is a service. */
export type FastlyStandIn = EdgeStandIn<AccountState>;

/** Starts it on loopback. @throws {Error} when `port` is taken (code EADDRINUSE). */
export async function startFastly(options: EdgeOptions<AccountState>): Promise<FastlyStandIn> {
  return await startEdge(options, {
    vendor: () => vendor,
    routes,
    noRoute: () => fastlyError(404, "Record not found"),
  });
}
