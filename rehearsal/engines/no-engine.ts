import { UserError } from "../../kit/errors/user-error.ts";

/** npm has no package of an engine for this platform, or left it out. */
export function notInstalled(name: string): UserError {
  return new UserError(
    "PR505",
    `${name} is not installed, and a rehearsal needs it.`,
    "Install again with optional dependencies (`npm ci` without --omit=optional), or rehearse on a platform that has it.",
  );
}

/** An engine ended while it started; `says` is what it said itself. */
export function notStarted(says: string): UserError {
  const fix =
    "Read its own words above: a machine short of memory, of processes or of rights is what they mostly tell.";
  return new UserError("PR505", says, fix);
}

/** Playwright has nothing to drive. */
export function noBrowser(says: string): UserError {
  return new UserError("PR505", says, "Run npx playwright install chromium --only-shell.");
}
