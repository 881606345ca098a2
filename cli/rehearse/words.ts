import type { parseCommand } from "../parse-options.ts";
import type { WrongUsage } from "../wrong-usage.ts";

/** The words of `prism-rollout rehearse`. */
export const known = {
  sample: { type: "boolean" },
  repo: { type: "string" },
  config: { type: "string" },
  target: { type: "string" },
  from: { type: "string" },
  env: { type: "string" },
  traffic: { type: "string" },
  out: { type: "string" },
  summary: { type: "string" },
  approve: { type: "string" },
  reject: { type: "string" },
  expire: { type: "string" },
  "unhealthy-at": { type: "string" },
  "cancel-at": { type: "string" },
  "cancel-at-gate": { type: "string" },
  "lose-runner-at": { type: "string" },
  fail: { type: "string" },
  runs: { type: "string" },
  "one-job": { type: "boolean" },
  skip: { type: "string" },
  cdn: { type: "string" },
  host: { type: "string" },
  source: { type: "string" },
  slice: { type: "string" },
  rerun: { type: "string" },
  supersede: { type: "string" },
  trickle: { type: "boolean" },
} as const;

/** What a command line says in them. */
export type Values = Exclude<ReturnType<typeof parseCommand<typeof known>>, WrongUsage>["values"];

/** What only the sample can play, since it is written for it. */
export const ofSample = [
  "fail",
  "one-job",
  "slice",
  "supersede",
  "trickle",
  "host",
  "source",
  "cdn",
] as const;
/** What is said of a stack of one's own. */
export const ofOwn = ["repo", "config", "target", "from", "env", "traffic", "summary"] as const;

export const rerunnable = ["failed", "all"] as const;
