import { UserError } from "../../errors/user-error.ts";
import type { CdnInputs } from "../../parts/cdn/inputs.ts";
import type { Lack } from "./cdn.ts";

/** What is purged at the CDN, by the id that the vendor gave it. @throws {UserError} PR102 when `zone` is not given. */
export function zoneOf({ cdn, zone }: Pick<CdnInputs, "cdn" | "zone">, what: string): string {
  if (zone !== undefined) return zone;
  throw new UserError(
    "PR102",
    `cdn ${cdn} needs \`zone\`, but it is not given.`,
    `Write zone: and ${what} for this target.`,
  );
}

/** The lack of `cdn-token`, where it is empty. */
export function lackOfToken(token: string | undefined, hint: string): Lack | undefined {
  return token === undefined || token === "" ? { what: "`cdn-token`", fix: hint } : undefined;
}
