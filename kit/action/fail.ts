import * as core from "@actions/core";
import { describe, errorLink, sentence } from "../errors/user-error.ts";
import { mendable } from "../errors/mendable.ts";
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
  const known = mendable(thrown);
  if (known) {
    return {
      message: `${known.code}: ${sentence(shortened(known.message, longest))}`,
      next: `${shortened(known.fix, longest)} (${errorLink(known.code)})`,
    };
  }
  return {
    message: `This is a bug in prism-rollout, not in your release: ${sentence(shortened(describe(thrown), longest))}`,
    next: "Report it with this log at https://github.com/prism-rollout/prism-rollout/issues; enable debug logging for the stack.",
    ...(thrown instanceof Error && thrown.stack ? { stack: thrown.stack } : {}),
  };
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
