import type { Clock } from "../../../kit/ports/clock.ts";
import { serve } from "../server.ts";
import { watch, watchOne, type LoggedRequest } from "../watch.ts";
import { routes } from "./api.ts";
import { currentProduction, findDomain, hostOf, type VercelContext } from "./context.ts";
import { newEdge } from "./edge.ts";
import { vercelError } from "./errors.ts";
import type { VercelState } from "./state.ts";

/** A running Vercel stand-in: the API at `url`, and an address of its own for each domain and deployment. */
export interface VercelStandIn {
  readonly url: string;
  readonly port: number;
  /** Every API request so far, oldest first; not those of browsers. */
  readonly requests: readonly LoggedRequest[];
  /** A copy of the state: plain JSON, from which another stand-in can be started. */
  state(): VercelState;
  /** What is live, by the domains' names: the deployment that serves production, and each domain's. */
  live(): { deployment: string | null; domains: Record<string, string | null> };
  /** Where a browser finds a production domain: `http://127.0.0.1:<port>`. @throws {Error} for an unknown domain. */
  origin(domain: string): string;
  /** Changes the world behind the API's back, as a dashboard or a fault would. */
  change(edit: (state: VercelState) => void): void;
  close(): Promise<void>;
}

/**
 * Starts the stand-in on loopback from a copy of `state` (see `newVercelState`, or another one's `state()`).
 * @throws {Error} when `port` is taken (code EADDRINUSE).
 */
export async function startVercel(options: {
  readonly state: VercelState;
  readonly clock: Pick<Clock, "now">;
  readonly port?: number;
}): Promise<VercelStandIn> {
  const state = structuredClone(options.state);
  const edge = newEdge(state);
  const context: VercelContext = {
    state,
    now: () => options.clock.now(),
    publish: (deployment) => edge.publish(deployment),
  };
  const requests: LoggedRequest[] = [];
  const faults = (): VercelState["faults"] => state.faults;
  const unknown = watchOne(
    () => vercelError(404, "not_found", "The page could not be found"),
    requests,
    faults,
  );
  const server = await serve(watch(routes(context), requests, faults), unknown, options.port);
  await openAll(state, edge);
  return {
    url: server.url,
    port: server.port,
    requests,
    state: () => structuredClone(state),
    live: () => live(state),
    origin: (domain) => {
      const found = findDomain(state, domain);
      if (!found) throw new Error(`no project of this Vercel stand-in has the domain ${domain}`);
      return `http://${hostOf(found.domain)}`;
    },
    change: (edit) => edit(state),
    close: async () => {
      await Promise.all([server.close(), edge.close()]);
    },
  };
}

async function openAll(state: VercelState, edge: ReturnType<typeof newEdge>): Promise<void> {
  for (const project of state.projects) {
    for (const domain of project.domains) await edge.publishDomain(project, domain);
  }
  for (const deployment of state.deployments) await edge.publish(deployment);
}

function live(state: VercelState): ReturnType<VercelStandIn["live"]> {
  const domains = state.projects.flatMap((project) => project.domains);
  const first = state.projects[0];
  return {
    deployment: first ? currentProduction(first) : null,
    domains: Object.fromEntries(domains.map(({ name, deployment }) => [name, deployment])),
  };
}
