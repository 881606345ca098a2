import type { Clock } from "../../../kit/ports/clock.ts";
import { type Route, type StandInResponse, serve } from "../server.ts";
import { type Exchange, type LoggedRequest, overhear, watch, watchOne } from "../watch.ts";
import { type ApiHandler, type NetlifyContext, addressOf, netlifyError, notFound } from "./context.ts";
import { cancelDeploy, createDeploy, getDeploy, listDeploys, uploadFile } from "./deploys.ts";
import { newEdge } from "./edge.ts";
import {
  getEnv,
  getSite,
  listEnv,
  listFiles,
  listSites,
  lockDeploy,
  restoreDeploy,
  rollbackSite,
  setEnvValue,
} from "./sites.ts";
import type { NetlifyState } from "./state.ts";

/** A running Netlify stand-in: the API at `url`, and an address of its own for each domain and deploy. */
export interface NetlifyStandIn {
  readonly url: string;
  /** Every API request so far, oldest first; not those of browsers. */
  readonly requests: readonly LoggedRequest[];
  /** A copy of the state: plain JSON, from which another stand-in can be started. */
  state(): NetlifyState;
  /** The deploy that is published of the first site. */
  live(): string | null;
  /** Where a browser finds a production domain. @throws {Error} for an unknown domain. */
  origin(domain: string): string;
  /** Changes the world behind the API's back, as a dashboard or a fault would. */
  change(edit: (state: NetlifyState) => void): void;
  close(): Promise<void>;
}

const base = "/api/v1";

const table: readonly (readonly [method: string, pattern: string, handler: ApiHandler])[] = [
  ["GET", "/sites", listSites],
  ["GET", "/sites/:site", getSite],
  ["GET", "/sites/:site/files", listFiles],
  ["GET", "/sites/:site/deploys", listDeploys],
  ["POST", "/sites/:site/deploys", createDeploy],
  ["GET", "/sites/:site/deploys/:deploy", getDeploy],
  ["POST", "/sites/:site/deploys/:deploy/restore", restoreDeploy],
  ["PUT", "/sites/:site/rollback", rollbackSite],
  ["GET", "/deploys/:deploy", getDeploy],
  ["PUT", "/deploys/:deploy/files/*path", uploadFile],
  ["POST", "/deploys/:deploy/cancel", cancelDeploy],
  ["POST", "/deploys/:deploy/lock", lockDeploy(true)],
  ["POST", "/deploys/:deploy/unlock", lockDeploy(false)],
  ["GET", "/accounts/:account/env", listEnv],
  ["GET", "/accounts/:account/env/:key", getEnv],
  ["PATCH", "/accounts/:account/env/:key", setEnvValue],
];

/**
 * Starts the stand-in on loopback from a copy of `state` (see `newNetlifyState`, or another one's `state()`). `tell`
 * hears every question and its answer.
 */
export async function startNetlify(options: {
  readonly state: NetlifyState;
  readonly clock: Pick<Clock, "now">;
  readonly tell?: (exchange: Exchange) => void;
}): Promise<NetlifyStandIn> {
  const state = structuredClone(options.state);
  const edge = newEdge(state);
  const context: NetlifyContext = {
    state,
    now: () => options.clock.now(),
    publish: (deploy) => edge.publish(deploy),
  };
  const requests: LoggedRequest[] = [];
  const faults = (): NetlifyState["faults"] => state.faults;
  const told = overhear(routes(context), options.tell ?? (() => undefined));
  const server = await serve(watch(told, requests, faults), watchOne(notFound, requests, faults));
  for (const site of state.sites) for (const domain of site.domains) await edge.publishDomain(site, domain);
  for (const deploy of state.deploys) await edge.publish(deploy);
  return {
    url: server.url + base,
    requests,
    state: () => structuredClone(state),
    live: () => state.sites[0]?.published ?? null,
    origin: (domain) => {
      const found = state.sites.flatMap((site) => site.domains).find(({ name }) => name === domain);
      if (found === undefined) throw new Error(`no site of this Netlify stand-in has the domain ${domain}`);
      return addressOf(found);
    },
    change: (edit) => edit(state),
    close: async () => {
      await Promise.all([server.close(), edge.close()]);
    },
  };
}

function routes(context: NetlifyContext): Route[] {
  return table.map(([method, pattern, handler]) => [
    method,
    base + pattern,
    async (request) => refused(context, request) ?? (await handler(context, request)),
  ]);
}

function refused(
  { state }: NetlifyContext,
  { method, headers }: Parameters<ApiHandler>[1],
): StandInResponse | undefined {
  const given = /^Bearer (.+)$/.exec(headers.authorization ?? "")?.[1];
  const token = given === undefined ? undefined : state.tokens[given];
  if (token === undefined) return netlifyError(401, "Access Denied");
  return token.access === "read" && method !== "GET" ? netlifyError(403, "Forbidden") : undefined;
}
