import { UserError } from "../../errors/user-error.ts";
import type { ApiAnswer } from "../../ports/json-api.ts";

/**
 * An answer whose status is good may carry an error all the same.
 * @throws {UserError} PR304 with the service's own words.
 */
export function refuseError(what: string, { status, json }: ApiAnswer): void {
  const said = (json ?? {}) as Readonly<Record<string, unknown>>;
  const isBad = said["success"] === false || said["ok"] === false || Boolean(said["error"] ?? said["errors"]);
  if (!isBad) return;
  const words = JSON.stringify(said["error"] ?? said["errors"] ?? said).slice(0, 300);
  throw new UserError(
    "PR304",
    `${what} answered ${status} with an error inside: ${words}. It is not purged.`,
    "Read the reason above; another part of this purge may have been accepted. Run again.",
  );
}
