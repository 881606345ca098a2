import { masksOf } from "../action/mask.ts";

/**
 * A document for a place where no runner masks anything: no text in it holds a secret. Errors of this suite hold none;
 * a vendor's words that they quote might.
 */
export function hide<T>(document: T, secrets: readonly (string | undefined)[]): T {
  const masks = secrets.flatMap((secret) => (secret === undefined ? [] : masksOf(secret)));
  masks.sort((a, b) => b.length - a.length);
  const clean = (value: unknown): unknown => {
    if (typeof value === "string") return masks.reduce((now, mask) => now.replaceAll(mask, "***"), value);
    if (Array.isArray(value)) return value.map(clean);
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, clean(inner)]));
  };
  return clean(document) as T;
}
