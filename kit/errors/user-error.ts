import { types } from "node:util";
import type { ErrorCode } from "./codes.ts";
import { joinLines } from "./join-lines.ts";

/**
 * Something that can be explained. `message` says what happened and where, `fix` what to do about it; both are
 * whole sentences, and never hold a secret. Anything else that is thrown is reported as a bug of this suite.
 */
export abstract class Explainable extends Error {
  readonly code: ErrorCode;
  readonly fix: string;

  constructor(code: ErrorCode, message: string, fix: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
    this.fix = fix;
  }
}

/** Something that the user can mend. */
export class UserError extends Explainable {
  override readonly name = "UserError";
}

/**
 * Why work ends that was asked to end. It says nothing of what the work was doing: whoever goes on without a
 * service that refuses does not go on after this.
 */
export class Stopped extends Explainable {
  override readonly name = "Stopped";
}

/** Where the documentation explains a code. */
export function errorLink(code: ErrorCode): string {
  return `https://github.com/prism-rollout/prism-rollout/blob/main/docs/errors.md#${code.toLowerCase()}`;
}

/** The message of anything that was thrown, causes included, on one line. */
export function describe(thrown: unknown): string {
  // Also one of another realm, as a runtime's own `fetch` throws where tests have a realm of their own.
  if (!types.isNativeError(thrown)) return saidBy(thrown);
  // What every address of a host answered: the error around them says nothing of its own.
  const errors = "errors" in thrown && Array.isArray(thrown.errors) ? thrown.errors : [];
  const all = [...new Set(errors.map(describe))].join("; ");
  const own = thrown.message || all || thrown.name;
  const cause = thrown.cause === undefined ? "" : describe(thrown.cause);
  const text = cause === "" || own.includes(cause) ? own : `${own}: ${cause}`;
  return joinLines(text);
}

function saidBy(thrown: unknown): string {
  try {
    return String(thrown);
  } catch {
    return "something was thrown that is no error";
  }
}

/** Ended as a sentence is; what a service said often is not. */
export function sentence(text: string): string {
  return /[.!?:]$/.test(text) ? text : `${text}.`;
}

/** What happened and what to do about it, where both are told as one. */
export function withFix(error: Explainable): string {
  return `${sentence(describe(error))} ${error.fix}`;
}
