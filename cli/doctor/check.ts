import { Explainable, UserError, describe } from "../../kit/errors/user-error.ts";
import type { Runtime } from "../../kit/action/runtime.ts";
import type { ErrorCode } from "../../kit/errors/codes.ts";

/** `not asked`: it could not be asked, or not without writing; it counts for neither side. */
export type State = "ok" | "warn" | "fail" | "not asked";

/** One line of the doctor: what was asked, what came of it, and what to do where something is to be done. */
export interface Told {
  readonly state: State;
  readonly what: string;
  readonly says: string;
  readonly fix?: string;
  readonly code?: ErrorCode;
}

/** What one question came to, and what can be asked now that it is answered. */
export interface Answer {
  readonly told: readonly Told[];
  readonly next?: readonly Check[];
}

/** One question. It may throw: that is an answer as well, and holds up no other. */
export interface Check {
  /** The heading under which it is told. */
  readonly group: string;
  readonly what: string;
  readonly ask: (world: Runtime) => Promise<Answer>;
  /** What is said of those questions that nobody can ask where this one fails. */
  readonly otherwise?: readonly Told[];
}

export function ok(what: string, says: string): Told {
  return { state: "ok", what, says };
}

export function warn(what: string, says: string, fix: string): Told {
  return { state: "warn", what, says, fix };
}

export function fail(what: string, says: string, fix: string): Told {
  return { state: "fail", what, says, fix };
}

export function notAsked(what: string, says: string): Told {
  return { state: "not asked", what, says };
}

/** An error as a line: what a user can mend by its message and fix, anything else as a bug of ours. */
export function failed(what: string, error: unknown, state: "fail" | "warn" = "fail"): Told {
  if (error instanceof Explainable)
    return { state, what, says: error.message, fix: error.fix, code: error.code };
  const fix = "This is a bug of prism-rollout: please report it with this line.";
  return { state: "fail", what, says: `unexpected: ${describe(error)}`, fix };
}

/** A question whose answer is one line. */
export function single(group: string, what: string, ask: (world: Runtime) => Promise<Told>): Check {
  return { group, what, ask: async (world) => ({ told: [await ask(world)] }) };
}

/** A line that is known without asking. */
export function known(group: string, told: Told): Check {
  return { group, what: told.what, ask: async () => ({ told: [told] }) };
}

/** Why a question ends that nobody answers. `last` is what its attempts said last. */
export function noAnswer(what: string, deadline: number, last: string | undefined): UserError {
  const said = last === undefined ? "" : ` (${last.trim()})`;
  return new UserError(
    "PR301",
    `${what}: no answer within ${deadline / 1000} s${said}.`,
    "See whether the service can be reached from this machine (a proxy, a firewall, its status page), then run it again.",
  );
}
