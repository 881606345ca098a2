import { UserError } from "../../errors/user-error.ts";

/** Says that a service answered something that its API does not know. */
export function strange(what: string, json: unknown, check: string): UserError {
  return new UserError(
    "PR306",
    `${what} answered something that its API does not say: ${(JSON.stringify(json) ?? "nothing").slice(0, 200)}.`,
    check,
  );
}

/** A board under our name that somebody else has made. */
export function notOurs(called: string, name: string, url: string): UserError {
  return new UserError(
    "PR304",
    `There is a ${called} «${name}» that was not made here: ${url}. It was left as it is.`,
    "Rename or delete it, then run again.",
  );
}
