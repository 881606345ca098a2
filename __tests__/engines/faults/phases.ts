import { needsUntil } from "../../support/needs-until.ts";
import type { PhaseName } from "../../../kit/release/phases.ts";
import { filesOf, sources, tokens } from "./release.ts";
import type { Act } from "./scene.ts";

/** What a phase is started with that only its world knows. */
export interface Given {
  readonly release: string;
  /** The folder that `build` has left. */
  readonly artifact: string;
  /** What jobs have uploaded, each in a folder of its own. */
  readonly artifacts: string;
  readonly marker: string;
  /** What `deploy-functions` says is live, for `smoke`. */
  readonly live: string;
  readonly site: Readonly<Record<string, string>>;
}

type Inputs = Readonly<Record<string, string>>;

/** A way to start an action; `job` is the job of the chain that does. */
export interface Start {
  readonly job: PhaseName | "rollback";
  readonly action: string;
  inputs(given: Given): Inputs;
}

/** A database that stalls is waited for until this is over; of what a process waits for, a second takes a tenth. */
const limits: Readonly<Record<string, string>> = { plan: "5m", migrate: "5m" };
const supabase = { "supabase-access-token": tokens.supabase };
const gate = (phase: string): Inputs => ({ environment: `production-${phase}` });

const healthy = { verdict: "pass", attempt: "1" };
const broken = { verdict: "fail", failed: "probes", attempt: "1" };

export function rollingBack({ release, artifacts }: Given): Inputs {
  const own = { "host-token": tokens.host, "cdn-token": tokens.cdn, ...supabase };
  return { release, artifacts, ...own };
}

/** Every phase, as the chain starts it. */
export const starts = {
  build: { job: "build", action: "build", inputs: () => ({}) },
  plan: {
    job: "plan",
    action: "plan",
    inputs: ({ artifact }) => ({
      artifact,
      "database-url": "{database}",
      "host-token": tokens.host,
      ...supabase,
    }),
  },
  prepare: {
    job: "plan",
    action: "observe",
    inputs: ({ release }) => ({ release, prepare: "true", ...supabase }),
  },
  migrate: {
    job: "migrate",
    action: "migrate",
    inputs: ({ release }) => ({
      release,
      "database-url": "{database}",
      ...supabase,
      ...gate("migrate"),
    }),
  },
  "deploy-functions": {
    job: "deploy-functions",
    action: "deploy-functions",
    inputs: ({ release }) => ({ release, ...supabase, ...gate("deploy-functions") }),
  },
  "deploy-web": {
    job: "deploy-web",
    action: "deploy-web",
    inputs: ({ release, artifact }) => ({
      release,
      artifact,
      "host-token": tokens.host,
      ...supabase,
      ...gate("deploy-web"),
    }),
  },
  "purge-cdn": {
    job: "purge-cdn",
    action: "purge-cdn",
    inputs: ({ release, artifact }) => ({ release, artifact, "cdn-token": tokens.cdn }),
  },
  "smoke identity": {
    job: "smoke",
    action: "smoke",
    inputs: ({ release, live }) => ({ release, stage: "identity", "functions-live": live, ...supabase }),
  },
  smoke: {
    job: "smoke",
    action: "smoke",
    inputs: ({ release, marker }) => ({ release, marker }),
  },
  observe: { job: "observe", action: "observe", inputs: ({ release }) => ({ release, ...supabase }) },
  rollback: {
    job: "rollback",
    action: "rollback",
    inputs: (given) => ({ ...rollingBack(given), needs: needsUntil("smoke", "failure", broken) }),
  },
  "rollback of a healthy release": {
    job: "rollback",
    action: "rollback",
    inputs: (given) => ({ ...rollingBack(given), needs: needsUntil("observe", "success", healthy) }),
  },
} as const satisfies Readonly<Record<string, Start>>;

export type StartName = keyof typeof starts;

export function actOf(name: StartName, given: Given, more: Inputs = {}): Act {
  const { action, inputs }: Start = starts[name];
  return {
    action,
    inputs: { "time-limit": limits[action] ?? "15m", ...inputs(given), ...more },
    files: filesOf(given.site),
    functions: sources.functions,
  };
}
