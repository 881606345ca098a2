import type { Begun, Facts, Policy } from "../../kit/release/decision/decision.ts";
import type { JobFact } from "../../kit/release/decision/ending.ts";
import type { Needs } from "../../kit/release/decision/needs.ts";
import { type PhaseName, phaseNames } from "../../kit/release/phases.ts";

export const now = Date.UTC(2026, 10, 22, 12);
export const minute = 60_000;
export const policy: Policy = {
  onRejection: "roll-back",
  onCancel: "roll-back",
  rollbackWindow: 60 * minute,
};

export const migrated: Begun = { phase: "migrate", component: "0008", at: now - 20 * minute };
export const functions: Begun = { phase: "deploy-functions", component: "functions", at: now - 10 * minute };
export const staged: Begun = { phase: "deploy-web", component: "web-staged", at: now - 6 * minute };
export const web: Begun = { phase: "deploy-web", component: "web", at: now - 5 * minute };
export const all = [migrated, functions, staged, web];

/** The chain up to a phase that ends so; everything after it is skipped. */
export function until(phase: PhaseName, result: string, outputs: Record<string, string> = {}): Needs {
  const at = phaseNames.indexOf(phase);
  return Object.fromEntries(
    phaseNames.map((name, index) => {
      if (index < at) return [name, { result: "success", outputs: { verdict: "pass" } }];
      return [name, index === at ? { result, outputs } : { result: "skipped", outputs: {} }];
    }),
  );
}

export const passed = until("observe", "success", { verdict: "pass" });

export function facts(begun: readonly Begun[], more: Partial<Facts> = {}): Facts {
  const environments = { "deploy-web": "production-deploy-web", "deploy-functions": "production-fn" };
  return { attempt: 1, jobs: [], reviews: [], environments, begun, ...more };
}

export const job = (name: string, more: Partial<JobFact> = {}): JobFact => ({
  name,
  attempt: 1,
  conclusion: "failure",
  ran: true,
  createdAt: now - 30 * minute,
  startedAt: now - 5 * minute,
  completedAt: now,
  ...more,
});

export const neverRan = (name: string, more: Partial<JobFact> = {}): JobFact =>
  job(name, { ran: false, startedAt: null, ...more });

export const rejection = { state: "rejected", environments: ["production-deploy-web"] };
export const verdict = (word: string): Record<string, string> => ({ verdict: word });
