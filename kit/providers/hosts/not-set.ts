import { UserError } from "../../errors/user-error.ts";

/** A variable of production that does not hold what it was set to, before any traffic has moved. */
export function notSet(name: string, why: string): UserError {
  return new UserError(
    "PR434",
    `${name} was to be set at the host, but ${why}. No traffic has moved.`,
    "Set it at the host for production, then run the job again.",
  );
}
