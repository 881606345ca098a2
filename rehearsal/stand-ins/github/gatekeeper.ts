import type { GithubContext } from "./context.ts";
import { branchMayDeploy, mayReview } from "./environment.ts";
import { enter } from "./gates.ts";
import type { GithubRun, GithubState } from "./state.ts";

/** A job that arrives at an environment, and how it goes on: the player's words for it. */
export interface Arrival {
  readonly environment: string;
  readonly job: string;
  /** False: GitHub makes no deployment object for the job. */
  readonly deployment: boolean;
  readonly signal?: AbortSignal;
}

export type Answer =
  | {
      readonly approved: true;
      readonly secrets: Readonly<Record<string, string>>;
      readonly vars: Readonly<Record<string, string>>;
      /** Who approved; absent where nobody had to. */
      readonly by?: string;
    }
  | { readonly approved: false; readonly how: "rejected" | "expired" | "cancelled"; readonly by?: string };

/** What somebody is asked: these jobs of the run wait at this environment for one of these people. */
export interface Question {
  readonly environment: string;
  readonly jobs: readonly string[];
  readonly reviewers: readonly string[];
  /** Minutes of a wait timer; 0 without one. */
  readonly waitTimer: number;
}

/** The gates of one run, for whoever plays its workflow and for whoever decides beside the API. */
export interface Gatekeeper {
  arrive(arrival: Arrival): Promise<Answer>;
  /** Who waits where now. */
  waiting(): Question[];
  /**
   * Decides as a reviewer would in the browser; covers the jobs that wait there at this moment, and returns them.
   * @throws {Error} when `by` may not review there.
   */
  decide(environment: string, state: "approved" | "rejected", by: string, comment?: string): string[];
  /** Lets the waits at an environment expire, as GitHub does after 30 days. */
  expire(environment: string): void;
}

/** The gatekeeper of a run. `ask` is told of every environment at which jobs begin to wait, once they all arrived. */
export function newGatekeeper(
  { state, gates, now }: Pick<GithubContext, "state" | "gates" | "now">,
  run: GithubRun,
  ask?: (question: Question) => void,
): Gatekeeper {
  const announce = announcer(() => questionsOf(state, run), ask);
  return {
    waiting: () => questionsOf(state, run),
    arrive: async ({ environment: name, job, deployment, signal }) => {
      const environment = enter(state, name, now());
      if (!branchMayDeploy(environment, run.branch, state.protectedBranches.includes(run.branch))) {
        return { approved: false, how: "rejected", by: "deployment branch policy" };
      }
      const passage = gates.wait(run, environment, job, { deployment, ...(signal ? { signal } : {}) });
      await announce(environment.name);
      const { how, ...rest } = await passage;
      if (how !== "approved") return { approved: false, how, ...rest };
      const { secrets, vars } = environment;
      return { approved: true, secrets: { ...secrets }, vars: { ...vars }, ...rest };
    },
    decide: (name, decided, login, comment = "") => {
      const environment = enter(state, name, now());
      if (!mayReview(state, run, environment, login)) throw new Error(`${login} may not review ${name}`);
      return gates.decide(run, [environment], { state: decided, login, comment }).map(({ job }) => job);
    },
    expire: (name) => gates.end(run, "expired", enter(state, name, now()).name),
  };
}

// Jobs that become ready together arrive in the same turn: one question for all of them.
function announcer(
  questions: () => Question[],
  ask: ((question: Question) => void) | undefined,
): (environment: string) => Promise<void> {
  const asked = new Set<string>();
  return async (environment) => {
    if (!ask || asked.has(environment)) return;
    asked.add(environment);
    await new Promise((resolve) => setImmediate(resolve));
    asked.delete(environment);
    const question = questions().find((one) => one.environment === environment);
    if (question) ask(question);
  };
}

function questionsOf(state: GithubState, run: GithubRun): Question[] {
  const waits = state.waits.filter((wait) => wait.run === run.id);
  return [...new Set(waits.map(({ environment }) => environment))].map((name) => {
    const environment = state.environments.find((candidate) => candidate.name === name);
    const reviewers = (environment?.reviewers ?? []).flatMap(({ type, id }) =>
      type === "User"
        ? state.users.filter((user) => user.id === id).map(({ login }) => login)
        : state.teams.filter((team) => team.id === id).flatMap(({ members }) => members),
    );
    return {
      environment: name,
      jobs: waits.filter((wait) => wait.environment === name).map(({ job }) => job),
      reviewers,
      waitTimer: environment?.waitTimer ?? 0,
    };
  });
}
