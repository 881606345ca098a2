import type { Gates } from "../../kit/release/gates/gates.ts";
import type { GatedPhase } from "../../kit/release/phases.ts";

/** The names of a target of the world; the app's own rollout.yml has it as well. */
export interface TargetNames {
  readonly name: string;
  /** What its host calls the app. */
  readonly app: string;
  readonly ref: string;
  readonly hostProject: string;
  readonly domain: string;
  readonly zone: string;
  readonly functions: readonly string[];
  /** Who may approve; nobody has to where there is none. */
  readonly reviewers: readonly string[];
  readonly gates: readonly GatedPhase[];
  /** What each of these environments has; reviewers, where nothing is said and somebody is there to review. */
  readonly rules?: Gates | undefined;
  /** Variables of the host's project that the build must agree with. */
  readonly hostEnv: Readonly<Record<string, string>>;
}

/** Every world has this one. */
export const target = {
  name: "production",
  app: "prism",
  ref: "abcdefghijklmnopqrst",
  hostProject: "prj_prism",
  domain: "prism.example.com",
  zone: "5f0c1de4a2b94c7d8e9f001122334455",
  functions: ["finalizeAssessment", "get-results-by-session", "score_prism", "score_fc_session"],
  reviewers: ["ada"],
  gates: ["migrate", "deploy-functions", "deploy-web"],
  hostEnv: { VITE_PAYWALL_ENABLED: "false" },
} as const satisfies TargetNames;

/** A second one, of the same app, for a world that is asked for it: everything is its own, and nothing waits. */
export const staging = {
  ...target,
  name: "staging",
  ref: "bcdefghijklmnopqrstu",
  hostProject: "prj_prism_staging",
  domain: "staging.prism.example.com",
  zone: "6e1d2bd4c3a04d8b9f0a112233445566",
  reviewers: [],
} as const satisfies TargetNames;
