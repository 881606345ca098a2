import { type Scrubber, gone } from "./scrubber.ts";

/** Deeper than this no document of ours is nested; a page's may be, to see who falls. */
const deepest = 500;

/** Shorter values tell nothing apart: `dark`, `true`, `en`. */
const shortest = 12;

/**
 * A document without secrets in the texts of its values, and without the values of fields, headers and cookies whose
 * names tell. Names stay, since whoever reads the document needs them. `learn` is told each value that a name gave away.
 */
export function scrubJson(
  value: unknown,
  scrub: Scrubber,
  learn: (secret: string) => void = () => undefined,
): unknown {
  return walk(value, "", { scrub, learn }, 0);
}

interface How {
  readonly scrub: Scrubber;
  readonly learn: (secret: string) => void;
}

function walk(value: unknown, under: string, how: How, depth: number): unknown {
  if (depth > deepest) return gone;
  if (typeof value === "string")
    return under !== "" && how.scrub.tells(under) ? hidden(value, how) : textOf(value, how);
  if (Array.isArray(value)) return value.map((inner) => walk(inner, nameFor(under, inner), how, depth + 1));
  if (typeof value !== "object" || value === null) return value;
  const { name, value: own } = value as { readonly name?: unknown; readonly value?: unknown };
  const named = typeof name === "string" && typeof own === "string";
  const tells = named && (under === "cookies" || how.scrub.tells(name));
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      key,
      tells && key === "value" ? hidden(own, how) : walk(inner, key, how, depth + 1),
    ]),
  );
}

/** What a list's name says holds for its texts, and for the cookies in it; other objects have names of their own. */
function nameFor(under: string, inner: unknown): string {
  return typeof inner === "object" && under !== "cookies" ? "" : under;
}

/** A text that is a document itself is scrubbed as one. */
function textOf(text: string, how: How): string {
  if (/^\s*[{[]/.test(text) && text.length < 1_000_000) {
    const inner = parse(text);
    if (typeof inner === "object" && inner !== null) {
      const before = writtenOut(inner);
      const after = JSON.stringify(walk(inner, "", how, 1));
      if (after !== before) return how.scrub.text(after);
    }
  }
  return how.scrub.text(text);
}

function hidden(value: string, { learn }: How): string {
  if (value === "" || value === gone) return value;
  for (const part of [value, ...value.split(/[\s;=,]+/)]) if (part.length >= shortest) learn(part);
  return gone;
}

/** Undefined for what is nested deeper than can be written: what is scrubbed of it is another document. */
export function writtenOut(document: unknown): string | undefined {
  try {
    return JSON.stringify(document);
  } catch {
    return undefined;
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
