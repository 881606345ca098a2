import { type Input, type Parsed, type Texts, list } from "../../../action/input.ts";

/** What Supabase takes as a function's name. */
export const slugPattern = /^[A-Za-z][A-Za-z0-9_-]*$/;

/** Several functions by name. One that cannot be a name is refused when inputs are read: it would be part of a path. */
export function slugs(texts: Texts): Input<readonly string[]> {
  const texting = list(texts);
  const parse = (raw: unknown): Parsed<readonly string[]> => {
    const parts = texting.parse(raw);
    if (!("value" in parts)) return parts;
    const bad = parts.value.filter((slug) => !slugPattern.test(slug));
    if (bad.length === 0) return parts;
    const names = bad.map((slug) => JSON.stringify(slug.slice(0, 60))).join(", ");
    return {
      expected: `names of functions (a letter, then letters, digits, _ and -), but ${names} is none`,
      write: "[my-function]",
    };
  };
  return { ...texting, kind: "list of function names", parse };
}
