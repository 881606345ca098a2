import type { Clock } from "../../../kit/ports/clock.ts";
import { serve } from "../server.ts";
import { type LoggedRequest, watch, watchOne } from "../watch.ts";
import { routes } from "./api.ts";
import { openEdge } from "./edge.ts";
import { cloudflareError } from "./errors.ts";
import type { CloudflareState } from "./state.ts";

/** A running Cloudflare stand-in: the API at `url` (with its `/client/v4`), and an address of its own for each host. */
export interface CloudflareStandIn {
  readonly url: string;
  readonly port: number;
  /** Every API request so far, oldest first; not those of browsers. */
  readonly requests: readonly LoggedRequest[];
  /** A copy of the state: plain JSON, from which another stand-in can be started. */
  state(): CloudflareState;
  /** Where a browser finds a host: `http://127.0.0.1:<port>`. @throws {Error} for an unknown host. */
  origin(host: string): string;
  /** Changes the world behind the API's back, as a dashboard or a fault would. */
  change(edit: (state: CloudflareState) => void): void;
  close(): Promise<void>;
}

/**
 * Starts the stand-in on loopback from a copy of `state` (see `newCloudflareState`, or another one's `state()`).
 * `upstream` gives the address of the origin behind a host; it is asked at every request.
 * @throws {Error} when `port` is taken (code EADDRINUSE).
 */
export async function startCloudflare(options: {
  readonly state: CloudflareState;
  readonly clock: Pick<Clock, "now">;
  readonly upstream: (host: string) => string;
  readonly port?: number;
}): Promise<CloudflareStandIn> {
  const state = structuredClone(options.state);
  const now = (): number => options.clock.now();
  const requests: LoggedRequest[] = [];
  const faults = (): CloudflareState["faults"] => state.faults;
  const noRoute = { code: 7000, message: "No route for that URI" };
  const unknown = watchOne(() => cloudflareError(400, noRoute), requests, faults);
  const api = await serve(watch(routes({ state, now }), requests, faults), unknown, options.port);
  const edge = await openEdge({ state, now, upstream: options.upstream });
  return {
    url: `${api.url}/client/v4`,
    port: api.port,
    requests,
    state: () => structuredClone(state),
    origin: (host) => {
      const found = state.zones.flatMap((zone) => zone.hosts).find(({ name }) => name === host);
      if (found === undefined) throw new Error(`no zone of this Cloudflare stand-in has the host ${host}`);
      return `http://127.0.0.1:${found.port}`;
    },
    change: (edit) => edit(state),
    close: async () => {
      await Promise.all([api.close(), ...edge.map((server) => server.close())]);
    },
  };
}
