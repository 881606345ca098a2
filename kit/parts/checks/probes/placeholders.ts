import { encoded } from "../../../ports/encoded.ts";

/** `{name}` stands for a value; `{{name}}` for the letters `{name}`. Other braces are text. */
const placeholder = /\{\{([A-Za-z][\w.-]*)\}\}|\{([A-Za-z][\w.-]*)\}/g;

/** What is known at a time, by name. */
export type Values = ReadonlyMap<string, unknown>;

/** The names that a value's texts hold, wherever they stand in it. */
export function namesIn(value: unknown): readonly string[] {
  if (typeof value === "string")
    return [...value.matchAll(placeholder)].flatMap(([, , name]) => (name === undefined ? [] : [name]));
  if (typeof value !== "object" || value === null) return [];
  return Object.values(value).flatMap(namesIn);
}

/** A text with its names filled in; one that is not known stays as it is. What is filled in is not read again. */
export function fillText(
  text: string,
  values: Values,
  form: (text: string, name: string) => string = (same) => same,
): string {
  return text.replace(placeholder, (whole, literal: string | undefined, name: string | undefined) => {
    if (name === undefined) return `{${literal}}`;
    return values.has(name) ? form(textOf(values.get(name)), name) : whole;
  });
}

/** A text as a part of an address. Half a letter, which JSON can say, has no such form. */
export function asPart(text: string): string {
  return encoded(text);
}

/** A JSON value with the names in its texts filled in. A text that is one name becomes the value, with its type. */
export function fill(value: unknown, values: Values): unknown {
  if (typeof value === "string") {
    const only = /^\{([A-Za-z][\w.-]*)\}$/.exec(value)?.[1];
    return only !== undefined && values.has(only) ? values.get(only) : fillText(value, values);
  }
  if (Array.isArray(value)) return value.map((inner) => fill(inner, values));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, fill(inner, values)]));
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value : (JSON.stringify(value) ?? "");
}
