import { UserError } from "../../errors/user-error.ts";
import { isObject } from "../../ports/json-object.ts";

/** What is read of an answer: each field with the type without which it says nothing. */
export type Shape =
  | "text"
  | "number"
  | "flag"
  | "any"
  | { readonly each: Shape }
  | { readonly values: Shape }
  | { readonly fields: Readonly<Record<string, Shape>>; readonly needs?: readonly string[] };

/**
 * The part of an answer that is read, as far as it is what the API says: a field of another type, or none, is one that is
 * not there, and so is one of a list's entries without what it needs.
 * @throws {UserError} PR306 where the whole lacks what it needs.
 */
export function shaped<T>(what: string, json: unknown, shape: Shape): T {
  const found = fit(json, shape);
  if (found !== undefined) return found as T;
  throw new UserError(
    "PR306",
    `${what} answered something that its API does not say: ${(JSON.stringify(json) ?? "nothing").slice(0, 200)}.`,
    "Something between the runner and the service may answer for it. Check the API URL, then run again.",
  );
}

const types = { text: "string", number: "number", flag: "boolean" } as const;

function fit(value: unknown, shape: Shape): unknown {
  if (shape === "any") return value ?? undefined;
  if (typeof shape === "string") return typeof value === types[shape] ? value : undefined;
  if ("each" in shape)
    return Array.isArray(value) ? value.flatMap((one) => [fit(one, shape.each)]).filter(isThere) : undefined;
  if (!isObject(value)) return undefined;
  if ("values" in shape)
    return kept(Object.entries(value).map(([key, one]) => [key, fit(one, shape.values)]));
  const read = Object.entries(shape.fields).filter(([key]) => Object.hasOwn(value, key));
  const found = kept(read.map(([key, inner]) => [key, fit(value[key], inner)]));
  return (shape.needs ?? []).every((key) => Object.hasOwn(found, key)) ? found : undefined;
}

type Fields = Readonly<Record<string, unknown>>;

function kept(entries: readonly (readonly [string, unknown])[]): Fields {
  return Object.fromEntries(entries.filter(([, value]) => isThere(value)));
}

function isThere(value: unknown): boolean {
  return value !== undefined;
}
