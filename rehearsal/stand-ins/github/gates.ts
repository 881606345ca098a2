import type { Clock } from "../../../kit/ports/clock.ts";
import { recordStatus } from "./deployment-status.ts";
import { findEnvironment, newEnvironment, rulesHold } from "./environment.ts";
import { addDeployment } from "./new-deployment.ts";
import { ACTIONS_BOT } from "./new-state.ts";
import type { GithubEnvironment, GithubRun, GithubState, GithubWait } from "./state.ts";

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const EXPIRY = 30 * DAY;

/** What became of a job that stood before an environment. */
export type Passage = {
  readonly how: "approved" | "rejected" | "expired" | "cancelled";
  readonly by?: string;
};

/** The environments' gates of all runs: who waits where, and what is decided. */
export interface Gates {
  /** Resolves when the job may start, or never will. `signal` cancels the wait. */
  wait(run: GithubRun, environment: GithubEnvironment, job: string, options: WaitOptions): Promise<Passage>;
  /** Decides for every job that waits at these environments in this run at this moment; returns these jobs. */
  decide(run: GithubRun, environments: readonly GithubEnvironment[], decision: Decision): GithubWait[];
  /** Ends waits without a review: by expiry or by cancelling. */
  end(run: GithubRun, how: "expired" | "cancelled", environment?: string): void;
}

export interface WaitOptions {
  readonly deployment: boolean;
  readonly signal?: AbortSignal;
}

/** A reviewer's decision. */
export interface Decision {
  readonly state: "approved" | "rejected";
  readonly login: string;
  readonly comment: string;
}

/** What GitHub does when a job names an environment that is not there: it makes one, unprotected, and says nothing. */
export function enter(state: GithubState, name: string, now: number): GithubEnvironment {
  return findEnvironment(state, name) ?? newEnvironment(state, name, now);
}

interface Waiting {
  readonly state: GithubState;
  readonly clock: Clock;
  readonly pending: Map<GithubWait, (passage: Passage) => void>;
}

/** The gates over a state. Waits that a saved state carries have nobody behind them any more and are dropped. */
export function newGates(state: GithubState, clock: Clock): Gates {
  const waiting: Waiting = { state, clock, pending: new Map() };
  state.waits.length = 0;
  return {
    wait: async (run, environment, job, options) => {
      const id = options.deployment ? deploymentFor(state, run, environment, job, clock.now()) : null;
      const open = environment.reviewers.length === 0 && environment.waitTimer === 0;
      if (open || !rulesHold(state)) return passed(state, { how: "approved" }, id, clock.now());
      mark(state, id, "waiting", clock.now());
      const since = clock.now();
      const place = { run: run.id, environment: environment.name, job };
      const wait: GithubWait = { ...place, since, deployment: id, approved: false };
      return passed(state, await decided(waiting, wait, environment, options.signal), id, clock.now());
    },
    decide: (run, environments, decision) => {
      const names = environments.map(({ name }) => name);
      const waits = state.waits.filter(
        (wait) => wait.run === run.id && names.includes(wait.environment) && !wait.approved,
      );
      if (waits.length === 0) return [];
      const { state: how, login, comment } = decision;
      run.approvals.push({ state: how, comment, login, environments: names, at: clock.now() });
      for (const wait of waits) settle(waiting, wait, { how, by: login });
      return waits;
    },
    end: (run, how, environment) => {
      const fits = (wait: GithubWait): boolean =>
        wait.run === run.id && (environment === undefined || wait.environment === environment);
      for (const wait of state.waits.filter(fits)) settle(waiting, wait, { how });
    },
  };
}

async function decided(
  waiting: Waiting,
  wait: GithubWait,
  environment: GithubEnvironment,
  signal: AbortSignal | undefined,
): Promise<Passage> {
  const { state, clock, pending } = waiting;
  state.waits.push(wait);
  const over = new AbortController();
  const reviewed = new Promise<Passage>((resolve) => pending.set(wait, resolve));
  const cancel = (): void => settle(waiting, wait, { how: "cancelled" });
  if (signal?.aborted) cancel();
  signal?.addEventListener("abort", cancel, { once: true });
  if (environment.reviewers.length === 0) settle(waiting, wait, { how: "approved" });
  const expired = pause(clock, EXPIRY, over.signal).then((): Passage => ({ how: "expired" }));
  const timer = pause(clock, environment.waitTimer * MINUTE, over.signal);
  try {
    const passage = await Promise.race([reviewed, expired]);
    if (passage.how !== "approved") return passage;
    // Approved, but the wait timer may still run: until its end the job can be cancelled only.
    const ended = new Promise<Passage>((resolve) => pending.set(wait, resolve));
    return await Promise.race([timer.then(() => passage), ended]);
  } finally {
    signal?.removeEventListener("abort", cancel);
    over.abort();
    pending.delete(wait);
    state.waits.splice(state.waits.indexOf(wait), 1);
  }
}

function settle({ pending }: Waiting, wait: GithubWait, passage: Passage): void {
  if (passage.how === "approved") wait.approved = true;
  pending.get(wait)?.(passage);
}

// Never rejects: an aborted pause never ends. A timer of the runtime holds 24 days at most.
async function pause(clock: Clock, ms: number, signal: AbortSignal): Promise<void> {
  try {
    for (let left = ms; left > 0; left -= DAY) await clock.sleep(Math.min(left, DAY), signal);
  } catch (error) {
    if (!signal.aborted) throw error;
    await new Promise(() => undefined);
  }
}

function deploymentFor(
  state: GithubState,
  run: GithubRun,
  environment: GithubEnvironment,
  job: string,
  now: number,
): number {
  const deployment = addDeployment(state, {
    sha: run.sha,
    ref: run.branch,
    task: "deploy",
    payload: {},
    environment: environment.name,
    description: null,
    transient: false,
    production: environment.name === "production",
    creator: ACTIONS_BOT,
    now,
  });
  run.deployments[job] = deployment.id;
  return deployment.id;
}

function passed(state: GithubState, passage: Passage, id: number | null, now: number): Passage {
  mark(state, id, passage.how === "approved" ? "in_progress" : "failure", now);
  return passage;
}

function mark(state: GithubState, id: number | null, next: string, now: number): void {
  const deployment = state.deployments.find((candidate) => candidate.id === id);
  if (deployment) recordStatus(state, deployment, { state: next, creator: ACTIONS_BOT, now });
}
