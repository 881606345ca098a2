import { data } from "@actions/expressions";
import { Array as ListData } from "@actions/expressions/data/array";

/** A plain JSON value: what expressions are evaluated over and what they give. */
export type Value = null | boolean | number | string | readonly Value[] | { readonly [key: string]: Value };

/** Turns a plain value into the expression library's own data. Key order is kept. */
export function toData(value: Value): data.ExpressionData {
  if (value === null) return new data.Null();
  if (typeof value === "string") return new data.StringData(value);
  if (typeof value === "number") return new data.NumberData(value);
  if (typeof value === "boolean") return new data.BooleanData(value);
  if (isList(value)) return new ListData(...value.map(toData));
  return dictionary(Object.entries(value).map(([key, inner]) => [key, toData(inner)]));
}

/** Turns the library's data back into a plain value. */
export function toValue(found: data.ExpressionData): Value {
  if (found instanceof data.StringData) return found.value;
  if (found instanceof data.NumberData) return found.value;
  if (found instanceof data.BooleanData) return found.value;
  if (found instanceof ListData) return found.values().map(toValue);
  if (found instanceof data.Dictionary) {
    return Object.fromEntries(found.pairs().map(({ key, value }) => [key, toValue(value)]));
  }
  return null;
}

/** A dictionary that also holds keys such as `constructor`, which the library's own index loses. */
export function dictionary(entries: readonly (readonly [string, data.ExpressionData])[]): data.Dictionary {
  const made = new data.Dictionary();
  Object.assign(made, { indexMap: Object.create(null) });
  for (const [key, value] of entries) made.add(key, value);
  return made;
}

/** Whether a value is a list. `Array.isArray` alone does not narrow read-only lists. */
function isList(value: Value): value is readonly Value[] {
  return Array.isArray(value);
}

/** What a value becomes where text is wanted: an input, an environment variable, an output. */
export function asText(value: Value): string {
  if (value === null) return "";
  if (typeof value === "object") return isList(value) ? "Array" : "Object";
  return toData(value).coerceString();
}

/** A value as an object; an empty one for anything else. */
export function objectOf(value: Value | undefined): Readonly<Record<string, Value>> {
  return value === undefined || value === null || typeof value !== "object" || isList(value) ? {} : value;
}
