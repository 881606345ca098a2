import type { Clock } from "../../../kit/ports/clock.ts";
import { type Handler, type Route, serve } from "../server.ts";
import { type LoggedRequest, watch, watchOne } from "../watch.ts";
import { type Vendor, openEdge } from "./edge.ts";
import type { EdgeState } from "./state.ts";

/** A running CDN: its API at `url`, and an address of its own for each host. */
export interface EdgeStandIn<State extends EdgeState = EdgeState> {
  readonly url: string;
  readonly port: number;
  /** Every API request so far, oldest first; not those of browsers. */
  readonly requests: readonly LoggedRequest[];
  /** A copy of the state: plain JSON, from which another stand-in can be started. */
  state(): State;
  /** Where a browser finds a host: `http://127.0.0.1:<port>`. @throws {Error} for an unknown host. */
  origin(host: string): string;
  /** Changes the world behind the API's back, as a dashboard or a fault would. */
  change(edit: (state: State) => void): void;
  close(): Promise<void>;
}

/** What is the same for every vendor. `upstream` gives the address of the origin behind a host, at every request. */
export interface EdgeOptions<State extends EdgeState> {
  readonly state: State;
  readonly clock: Pick<Clock, "now">;
  readonly upstream: (host: string) => string;
  readonly port?: number;
}

/** What the API of a vendor works with. */
export interface ApiContext<State extends EdgeState> {
  readonly state: State;
  readonly now: () => number;
}

/** A vendor: what its edge adds, and its API. */
export interface EdgeVendor<State extends EdgeState> {
  readonly vendor: (context: ApiContext<State>) => Vendor;
  readonly routes: (context: ApiContext<State>) => Route[];
  /** The answer where no route fits. */
  readonly noRoute: Handler;
  /** What stands before the paths of the API. */
  readonly base?: string;
}

/**
 * Starts a CDN on loopback from a copy of `state` (see its `new…State`, or another one's `state()`).
 * @throws {Error} when `port` is taken (code EADDRINUSE).
 */
export async function startEdge<State extends EdgeState>(
  options: EdgeOptions<State>,
  { vendor, routes, noRoute, base = "" }: EdgeVendor<State>,
): Promise<EdgeStandIn<State>> {
  const state = structuredClone(options.state);
  const now = (): number => options.clock.now();
  const requests: LoggedRequest[] = [];
  const faults = (): State["faults"] => state.faults;
  const unknown = watchOne(noRoute, requests, faults);
  const api = await serve(watch(routes({ state, now }), requests, faults), unknown, options.port);
  const { upstream } = options;
  const edge = await openEdge({ state, now, upstream, vendor: vendor({ state, now }) });
  return {
    url: api.url + base,
    port: api.port,
    requests,
    state: () => structuredClone(state),
    origin: (host) => {
      const found = state.zones.flatMap((zone) => zone.hosts).find(({ name }) => name === host);
      if (found === undefined) throw new Error(`no zone of this stand-in has the host ${host}`);
      return `http://127.0.0.1:${found.port}`;
    },
    change: (edit) => edit(state),
    close: async () => {
      await Promise.all([api.close(), ...edge.map((server) => server.close())]);
    },
  };
}
