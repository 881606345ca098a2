import { createHash } from "node:crypto";
import type { Clock } from "../../../kit/ports/clock.ts";
import { serve, type Handler, type Listening } from "../server.ts";
import { type Exchange, type LoggedRequest, overhear, overhearOne, watch, watchOne } from "../watch.ts";
import { routes } from "./api.ts";
import type { GithubContext } from "./context.ts";
import { notFound } from "./errors.ts";
import { newGatekeeper, type Gatekeeper, type Question } from "./gatekeeper.ts";
import { newGates } from "./gates.ts";
import { newRateLimit, type RateLimit } from "./rate-limit.ts";
import { newRuns, type Runs } from "./run-ledger.ts";
import type { Access, GithubRun, GithubState } from "./state.ts";

/** A running GitHub stand-in: the API at `url`, and in-process what only GitHub itself does. */
export interface GithubStandIn {
  readonly url: string;
  readonly port: number;
  /** Every request so far, oldest first. */
  readonly requests: readonly LoggedRequest[];
  /** Runs, their jobs and artifacts, as GitHub's own scheduler keeps them. */
  readonly runs: Runs;
  /** A copy of the state: plain JSON, from which another stand-in can be started. */
  state(): GithubState;
  /** Makes a GITHUB_TOKEN with these permissions (as in a workflow: `pull-requests`, `deployments`, …). */
  issueToken(permissions: Readonly<Record<string, string>>): string;
  /** The gates of a run; `ask` is told whenever jobs begin to wait. @throws {Error} for an unknown run. */
  gatekeeper(run: number, ask?: (question: Question) => void): Gatekeeper;
  /** Told when somebody cancels a run by the API; returns what ends the subscription. */
  onCancel(listener: (run: number) => void): () => void;
  /** How much of GitHub's allowance was used so far. */
  used(): { requests: number; writes: number };
  /** Changes the world behind the API's back, as a person in the settings or a fault would. */
  change(edit: (state: GithubState) => void): void;
  close(): Promise<void>;
}

/**
 * Starts the stand-in on loopback from a copy of `state` (see `newGithubState`, or another one's `state()`).
 * The clock runs wait timers and the expiry of reviews.
 * @throws {Error} when `port` is taken (code EADDRINUSE).
 */
export async function startGithub(options: {
  readonly state: GithubState;
  readonly clock: Clock;
  readonly port?: number;
  /** Told of every question and its answer. */
  readonly onExchange?: (exchange: Exchange) => void;
}): Promise<GithubStandIn> {
  const state = structuredClone(options.state);
  const now = (): number => options.clock.now();
  const gates = newGates(state, options.clock);
  const rate = newRateLimit(state, now);
  const runs = newRuns(state, now);
  const listeners = new Set<(run: number) => void>();
  const cancelled = (run: GithubRun): void => listeners.forEach((listener) => listener(run.id));
  const address = { url: "" };
  const context: GithubContext = { state, now, gates, url: () => address.url, cancelled };
  const requests: LoggedRequest[] = [];
  const server = await open(context, rate, requests, options);
  address.url = server.url;
  return {
    url: server.url,
    port: server.port,
    requests,
    runs,
    state: () => structuredClone(state),
    issueToken: (permissions) => issueToken(state, permissions),
    gatekeeper: (id, ask) => newGatekeeper(context, runs.find(id), ask),
    onCancel: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    used: () => rate.used(),
    change: (edit) => edit(state),
    close: async () => {
      for (const run of state.runs) gates.end(run, "cancelled");
      await server.close();
    },
  };
}

async function open(
  context: GithubContext,
  rate: RateLimit,
  requests: LoggedRequest[],
  { port, onExchange = () => {} }: { port?: number; onExchange?: (exchange: Exchange) => void },
): Promise<Listening> {
  const { state } = context;
  const faults = (): GithubState["faults"] => state.faults;
  const api = overhear(routes(context, rate), onExchange);
  const table = [...api, ["GET", "/_storage/:artifact", storage(state)] as const];
  const unknown = overhearOne(notFound, undefined, onExchange);
  return await serve(watch(table, requests, faults), watchOne(unknown, requests, faults), port);
}

function issueToken(state: GithubState, permissions: Readonly<Record<string, string>>): string {
  state.sequence += 1;
  // The same again in the same world, and in no part like another one: whoever looks for one finds that one.
  const token = `ghs_${createHash("sha256").update(`token ${state.sequence}`).digest("hex").slice(0, 36)}`;
  const granted = Object.entries(permissions).filter(
    (entry): entry is [string, Access] => entry[1] === "read" || entry[1] === "write",
  );
  state.tokens[token] = {
    kind: "app",
    login: "github-actions[bot]",
    permissions: Object.fromEntries(granted),
  };
  return token;
}

function storage(state: GithubState): Handler {
  return ({ params }) => {
    const artifacts = state.runs.flatMap((run) => run.artifacts);
    const found = artifacts.find(({ id }) => String(id) === params["artifact"]);
    if (!found) return { status: 404 };
    return {
      status: 200,
      body: Buffer.from(found.zip, "base64"),
      headers: { "content-type": "application/zip" },
    };
  };
}
