import * as core from "@actions/core";
import { Explainable, UserError, describe, errorLink, sentence } from "../errors/user-error.ts";
import { shortened } from "../errors/first-of.ts";
import { renderReport } from "./report.ts";
import type { Spec } from "./spec.ts";

/** What a person needs to know of anything that was thrown: one message, what to do, where to read on. */
export interface Explained {
  readonly message: string;
  readonly next: string;
  /** Set for our bugs only: what a report about it should hold. */
  readonly stack?: string;
}

/** An annotation has no room for more, and nobody reads it: what a message quotes may be as long as a file. */
const longest = 20_000;

/** Tells what the user can mend from what is our bug. */
export function explain(thrown: unknown): Explained {
  const mendable = thrown instanceof Explainable ? thrown : ofTheMachine(thrown);
  if (mendable) {
    return {
      message: `${mendable.code}: ${sentence(shortened(mendable.message, longest))}`,
      next: `${shortened(mendable.fix, longest)} (${errorLink(mendable.code)})`,
    };
  }
  return {
    message: `This is a bug in prism-rollout, not in your release: ${sentence(shortened(describe(thrown), longest))}`,
    next: "Report it with this log at https://github.com/prism-rollout/prism-rollout/issues; enable debug logging for the stack.",
    ...(thrown instanceof Error && thrown.stack ? { stack: thrown.stack } : {}),
  };
}

/** What the file system says, whoever asked it: a full disk, or a path that may not be used as it is. */
function ofTheMachine(thrown: unknown): UserError | undefined {
  const { code, path } = (thrown ?? {}) as { readonly code?: unknown; readonly path?: unknown };
  if (typeof code !== "string") return undefined;
  if (["ENOSPC", "EDQUOT", "EROFS"].includes(code)) {
    const message = `The disk is full or cannot be written: ${describe(thrown)}`;
    return new UserError("PR501", message, "Free space on the runner and run again.");
  }
  if (typeof path !== "string" || !["EACCES", "EPERM", "EISDIR", "ENOTDIR", "ELOOP"].includes(code))
    return undefined;
  return new UserError(
    "PR105",
    `${path} cannot be used: ${describe(thrown)}`,
    "Correct what the repository or the runner has there: its kind, its permissions, or the path that leads to it.",
  );
}

/**
 * The same of an action: `begun` says whether a phase that changes the target had begun to. A service that fails does
 * not know, and a person asks that first.
 */
export function explainEnd({ name, outputs }: Spec, thrown: unknown, begun: boolean): Explained {
  const explained = explain(thrown);
  const { message } = explained;
  const tells = /chang|appl|activat|touch|rolled back|\bbeg[aiu]n|\blive\b/.test(message);
  if (tells || !("started" in outputs)) return explained;
  const said = begun ? "had begun to change the target: what it did is in the record" : "has changed nothing";
  return { ...explained, message: `${message} ${name} ${said}.` };
}

/** Fails the step with the explanation, in the annotation and in the job summary. */
export async function fail(spec: Spec, thrown: unknown, begun: boolean): Promise<void> {
  const { message, next, stack } = explainEnd(spec, thrown, begun);
  if (stack) core.debug(stack);
  core.setFailed(`${message} ${next}`);
  try {
    core.setOutput("verdict", "error");
    core.setOutput("attempt", process.env["GITHUB_RUN_ATTEMPT"] ?? "1");
  } catch (error) {
    core.warning(`The outputs could not be written: ${sentence(describe(error))}`);
  }
  await summarise(renderReport(spec.title, { verdict: "error", reason: message, next }));
}

/** Writes the job summary. What a phase did does not come undone because nobody could write it down. */
export async function summarise(text: string): Promise<void> {
  try {
    await core.summary.addRaw(text).write();
  } catch (error) {
    core.warning(`The job summary could not be written: ${sentence(describe(error))}`);
  }
}
