import * as core from "@actions/core";
import { UserError, describe, errorLink } from "../errors/user-error.ts";
import { renderReport } from "./report.ts";
import type { Spec } from "./spec.ts";

/** What a person needs to know of anything that was thrown: one message, what to do, where to read on. */
export interface Explained {
  readonly message: string;
  readonly next: string;
  /** Set for our bugs only: what a report about it should hold. */
  readonly stack?: string;
}

/** Tells what the user can mend from what is our bug. */
export function explain(thrown: unknown): Explained {
  if (thrown instanceof UserError) {
    return {
      message: `${thrown.code}: ${thrown.message}`,
      next: `${thrown.fix} (${errorLink(thrown.code)})`,
    };
  }
  const code = (thrown as { code?: unknown } | null)?.code;
  if (code === "ENOSPC" || code === "EDQUOT" || code === "EROFS") {
    const message = `PR501: The disk is full or cannot be written: ${describe(thrown)}.`;
    return { message, next: `Free space on the runner and run again. (${errorLink("PR501")})` };
  }
  return {
    message: `This is a bug in prism-rollout, not in your release: ${describe(thrown)}.`,
    next: "Report it with this log at https://github.com/prism-rollout/prism-rollout/issues; enable debug logging for the stack.",
    ...(thrown instanceof Error && thrown.stack ? { stack: thrown.stack } : {}),
  };
}

/** Fails the step with the explanation, in the annotation and in the job summary. */
export async function fail(spec: Spec, thrown: unknown): Promise<void> {
  const { message, next, stack } = explain(thrown);
  if (stack) core.debug(stack);
  core.setFailed(`${message} ${next}`);
  try {
    core.setOutput("verdict", "error");
    await core.summary.addRaw(renderReport(spec.title, { verdict: "error", reason: message, next })).write();
  } catch (error) {
    core.warning(`The job summary could not be written: ${describe(error)}.`);
  }
}
