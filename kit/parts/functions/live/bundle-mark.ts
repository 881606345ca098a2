import { digest } from "../../../release/canonical.ts";
import type { ListedFunction } from "../../../providers/supabase/functions-api.ts";

/**
 * What names one bundle of one function: a platform's list is enough to tell whether it is still the live one. Its number
 * is none of it: that of a bundle which only waits may be listed, too. Undefined where the platform does not give a
 * bundle's sum: then only its sources tell.
 */
export function bundleMark({ id, ezbr_sha256: sum }: ListedFunction): string | undefined {
  return sum === undefined ? undefined : digest([id, sum]).slice(0, 16);
}

/** Whether two lists show the same bundle of a function: by its sum, by its number where there is none. */
export function isSameBundle(a: ListedFunction, b: ListedFunction): boolean {
  if (a.id !== b.id) return false;
  const [one, other] = [a.ezbr_sha256, b.ezbr_sha256];
  return one === undefined && other === undefined ? a.version === b.version : one === other;
}

/** Digests of sources by the marks of the bundles that were built of them. */
export type Remembered = ReadonlyMap<string, string>;
