import { isObject } from "./json-object.ts";

/** What is read of a value from outside, as far as it is read: what is not named here may be anything. */
export type Form =
  | "text"
  | "number"
  | "flag"
  | "any"
  /** Null, or not there, or of that form. */
  | { readonly maybe: Form }
  /** Null, or of that form. */
  | { readonly orNull: Form }
  /** Not there, or of that form. */
  | { readonly optional: Form }
  | { readonly each: Form }
  | { readonly values: Form }
  | { readonly fields: Readonly<Record<string, Form>> }
  /** Of what holds others of its kind. */
  | (() => Form);

/** Nothing that is read is nested so deep, and a stack ends. */
const deepest = 200;

const types = { text: "string", number: "number", flag: "boolean" } as const;
const nouns = { text: "text", number: "number", flag: "true or false" } as const;

/**
 * What of a value is not as it is read, with its place: `parts.2.phase is no text`. Undefined where all of it fits.
 * Who reads a list of changes may leave none of them out, so that one that cannot be read spoils the whole.
 */
export function misfit(value: unknown, form: Form, at = "", depth = 0): string | undefined {
  if (depth > deepest) return `${at.slice(0, 60)}… is nested too deep`;
  if (typeof form === "function") return misfit(value, form(), at, depth);
  if (form === "any") return undefined;
  if (typeof form === "string")
    return typeof value === types[form] ? undefined : `${at || "it"} is no ${nouns[form]}`;
  if ("maybe" in form)
    return value === null || value === undefined ? undefined : misfit(value, form.maybe, at, depth);
  if ("orNull" in form) return value === null ? undefined : misfit(value, form.orNull, at, depth);
  if ("optional" in form) return value === undefined ? undefined : misfit(value, form.optional, at, depth);
  if ("each" in form) {
    if (!Array.isArray(value)) return `${at || "it"} is no list`;
    return firstOf(value.entries(), () => form.each, at, depth);
  }
  if (!isObject(value)) return `${at || "it"} is no object`;
  if ("values" in form) return firstOf(Object.entries(value), () => form.values, at, depth);
  const read = Object.keys(form.fields).map((key) => [key, ownOf(value, key)] as const);
  return firstOf(read, (key) => form.fields[key] ?? "any", at, depth);
}

function firstOf(
  entries: Iterable<readonly [string | number, unknown]>,
  formOf: (key: string) => Form,
  at: string,
  depth: number,
): string | undefined {
  for (const [key, inner] of entries) {
    const name = String(key).slice(0, 60);
    const found = misfit(inner, formOf(String(key)), at === "" ? name : `${at}.${name}`, depth + 1);
    if (found !== undefined) return found;
  }
  return undefined;
}

function ownOf(value: object, key: string): unknown {
  return Object.hasOwn(value, key) ? (value as Readonly<Record<string, unknown>>)[key] : undefined;
}
