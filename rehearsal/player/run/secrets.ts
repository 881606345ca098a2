import { fillTexts } from "../expressions/fill.ts";
import type { Scope } from "../expressions/evaluate.ts";
import type { CallJob } from "../read/model.ts";
import type { Secrets } from "./play-run.ts";

/**
 * The secrets of a job: its workflow's, and over them its environment's. In a called workflow an environment
 * gives only what the caller mapped by name (its value wins there) or, with `secrets: inherit`, everything.
 */
export function jobSecrets(
  secrets: Secrets,
  environment: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  const { through } = secrets;
  const passed = Object.entries(upperKeys(environment)).filter(
    ([name]) => through === "all" || through.has(name),
  );
  return { ...secrets.values, ...Object.fromEntries(passed) };
}

/**
 * The secrets that a called workflow sees.
 * @throws {Error} when a required one is empty.
 */
export function calledSecrets(job: CallJob, caller: Secrets, scope: Scope): Secrets {
  if (job.secrets === "inherit") return caller;
  const mapped = upperKeys(
    fillTexts(job.secrets, { contexts: { ...scope.contexts, secrets: caller.values } }),
  );
  const values: Record<string, string> = {};
  for (const [declared, { required }] of job.workflow.secrets) {
    const name = declared.toUpperCase();
    const value = mapped[name] ?? "";
    if (required && value === "") {
      throw new Error(`Secret ${declared} is required, but not provided while calling ${job.uses}.`);
    }
    values[name] = value;
  }
  return { values, through: new Set(Object.keys(mapped)) };
}

/** Names of secrets have no case. */
export function upperKeys(record: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(record).map(([name, value]) => [name.toUpperCase(), value]));
}
