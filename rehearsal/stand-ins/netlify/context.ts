import type { StandInRequest, StandInResponse } from "../server.ts";
import type { NetlifyDeploy, NetlifySite, NetlifyState } from "./state.ts";

/** What every handler of the API works on. */
export interface NetlifyContext {
  readonly state: NetlifyState;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Gives a new deploy an address of its own; resolves when browsers can reach it. */
  readonly publish: (deploy: NetlifyDeploy) => Promise<void>;
}

export type ApiHandler = (
  context: NetlifyContext,
  request: StandInRequest,
) => StandInResponse | Promise<StandInResponse>;

/** An error as Netlify says it. */
export function netlifyError(code: number, message: string): StandInResponse {
  return { status: code, json: { code, message } };
}

export const notFound = (): StandInResponse => netlifyError(404, "Not Found");

/** A site by its id, or by one of its names. */
export function findSite(state: NetlifyState, wanted: string): NetlifySite | undefined {
  return state.sites.find(
    ({ id, name, domains }) =>
      id === wanted || `${name}.netlify.app` === wanted || domains.some((domain) => domain.name === wanted),
  );
}

export function findDeploy(state: NetlifyState, id: string): NetlifyDeploy | undefined {
  return state.deploys.find((deploy) => deploy.id === id);
}

/** Where a browser finds a domain or a deploy of this world. */
export function addressOf({ port }: { readonly port: number }): string {
  return `http://127.0.0.1:${port}`;
}

/** An id in the vendor's style, the same again in the same world: 24 hexadecimal digits from a counter. */
export function nextId(state: NetlifyState): string {
  state.sequence += 1;
  return `6${state.sequence.toString(16).padStart(23, "0")}`;
}

export function iso(ms: number): string {
  return new Date(ms).toISOString();
}

/** A body as JSON; undefined where it is none. */
export function jsonOf({ body }: StandInRequest): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(body.toString("utf8"));
    return typeof value === "object" && value !== null ? { ...value } : undefined;
  } catch {
    return undefined;
  }
}
