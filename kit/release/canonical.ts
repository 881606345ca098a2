import { createHash } from "node:crypto";

/** What the formats are made of: no floats, no undefined. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/**
 * The one text of a JSON value: keys sorted by code unit, no blanks, UTF-8. A property that is undefined is
 * left out.
 * @throws {TypeError} for a number that is not a safe integer, and for what JSON has no form for.
 */
export function canonical(value: unknown): string {
  if (value === null || typeof value === "boolean" || typeof value === "string") return JSON.stringify(value);
  if (typeof value === "number") {
    if (Number.isSafeInteger(value)) return String(Object.is(value, -0) ? 0 : value);
    throw new TypeError(`canonical JSON has no floats: ${value}`);
  }
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (typeof value !== "object" || value === undefined) throw new TypeError(`not JSON: ${typeof value}`);
  const entries = Object.entries(value)
    .filter(([, inner]) => inner !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, inner]) => `${JSON.stringify(key)}:${canonical(inner)}`).join(",")}}`;
}

/** SHA-256 of the canonical text, in hex. */
export function digest(value: unknown): string {
  return sha256(canonical(value));
}

/** SHA-256 of bytes or of a text's UTF-8, in hex. */
export function sha256(bytes: string | Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}
