import { valueAt } from "./json-path.ts";
import type { Values } from "./placeholders.ts";

/*
 * What is told of an answer. Anything can stand in one: tokens, names of people, markup, commands for the runner. So a
 * value is told by its kind, and letter by letter only where it is a number or a plain word at a place that names no
 * secret.
 */

const telling = /token|secret|passw|key|auth|cookie|session|jwt|credential|mail|phone/i;
const word = /^[A-Za-z][A-Za-z0-9 ._-]{0,39}$/;
/** A word of a language has no twenty letters in a row, and no digits between them. */
const opaque = /[A-Za-z0-9]{20}|[A-Za-z]\d+[A-Za-z]+\d|\d{6}/;

/** A value at a place, in a few words. `known` are accounts and what was captured: none of them is told. */
export function shown(value: unknown, at: string, known: Values): string {
  if (value === undefined) return "nothing";
  if (value === null || typeof value === "boolean") return String(value);
  if (Array.isArray(value)) return `a list of ${value.length}`;
  if (typeof value === "number") return telling.test(at) ? "a number" : String(value);
  if (typeof value !== "string") return "an object";
  const plain = isPlain(value, known) && !telling.test(at);
  return plain ? `"${value}"` : value === "" ? "an empty text" : `a text of ${value.length} letters`;
}

function isPlain(text: string, known: Values): boolean {
  const holds = (one: unknown): boolean => typeof one === "string" && one.length > 3 && text.includes(one);
  const isKnown = [...known].some(([name, one]) => name !== "origin" && name !== "supabase" && holds(one));
  return word.test(text) && !opaque.test(text) && !isKnown;
}

/** What an answer says of its error, where that is a word that a program says: ` (error: invalid_token)`. */
export function errorWord(json: unknown, known: Values): string {
  for (const key of ["error", "code"]) {
    const said = valueAt(json, [key]);
    if (typeof said === "string" && /^\w+$/.test(said) && isPlain(said, known)) return ` (${key}: ${said})`;
  }
  return "";
}

/** What kind of answer it was: `text/html, 1204 letters`. */
export function kindOf(headers: Headers, text: string): string {
  const type = /^[\w.+-]+\/[\w.+-]+/.exec(headers.get("content-type") ?? "")?.[0].slice(0, 60) ?? "no type";
  return `${type}, ${text.length} letters`;
}
