import { type EdgeOptions, type EdgeStandIn, startEdge } from "../edge/start.ts";
import { routes } from "./api.ts";
import { cloudflareError } from "./errors.ts";
import type { CloudflareState } from "./state.ts";
import { vendor } from "./vendor.ts";

/** A running Cloudflare stand-in: the API at `url` (with its `/client/v4`), and an address of its own for each host. */
export type CloudflareStandIn = EdgeStandIn<CloudflareState>;

/**
 * Starts the stand-in on loopback from a copy of `state` (see `newCloudflareState`, or another one's `state()`).
 * @throws {Error} when `port` is taken (code EADDRINUSE).
 */
export async function startCloudflare(options: EdgeOptions<CloudflareState>): Promise<CloudflareStandIn> {
  const noRoute = { code: 7000, message: "No route for that URI" };
  return await startEdge(options, {
    vendor: () => vendor,
    routes,
    noRoute: () => cloudflareError(400, noRoute),
    base: "/client/v4",
  });
}
