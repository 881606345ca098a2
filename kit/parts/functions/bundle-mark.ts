import { digest } from "../../release/canonical.ts";
import type { ListedFunction } from "../../providers/supabase/functions-api.ts";

/**
 * What names one bundle of one function: a platform's list is enough to tell whether it is still the live one.
 * Undefined where the platform does not give a bundle's sum: then only its sources tell.
 */
export function bundleMark({ id, version, ezbr_sha256: sum }: ListedFunction): string | undefined {
  return sum === undefined ? undefined : digest([id, version, sum]).slice(0, 16);
}

/** Digests of sources by the marks of the bundles that were built of them. */
export type Remembered = ReadonlyMap<string, string>;
