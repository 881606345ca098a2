import { stringify } from "yaml";

/** One line of rollout.yml to be. */
export type Entry =
  /** `sure: false`: assumed, or found where it may mean something else; a person is to look at it. */
  | { readonly key: string; readonly value: unknown; readonly why: string; readonly sure: boolean }
  /** Nothing tells it: the key has no value, and whoever reads the file refuses it at its line. */
  | { readonly key: string; readonly fill: string }
  /** Comments only: what may be added, and what was found for it. */
  | { readonly hint: readonly string[] };

/** A section of rollout.yml, or a target of it. */
export interface Section {
  readonly name: string;
  readonly entries: readonly Entry[];
}

/** What nobody but a person can tell. */
export interface Fill {
  /** `targets.production.supabase` */
  readonly key: string;
  readonly what: string;
}

/** What a person is to look at, since it was not found but assumed. */
export interface Assumed {
  readonly key: string;
  readonly value: string;
  readonly why: string;
}

const marker = "FILL IN:";

/** Found where it says so. */
export const found = (key: string, value: unknown, why: string): Entry => ({ key, value, why, sure: true });

/** To be looked at. */
export const assumed = (key: string, value: unknown, why: string): Entry => ({
  key,
  value,
  why,
  sure: false,
});

/** For a person to fill in. */
export const fillIn = (key: string, fill: string): Entry => ({ key, fill });

/** The text of a section, each line indented by so many spaces more. One of hints alone is not there yet. */
export function sectionText({ name, entries }: Section, indent = 0): string {
  const space = " ".repeat(indent);
  if (isHint({ name, entries }))
    return [...entries.flatMap(linesOf).map((line) => `${space}${line}`), ""].join("\n");
  const lines = entries.flatMap((entry) => linesOf(entry).map((line) => `${space}  ${line}`));
  return [`${space}${name}:`, ...lines, ""].join("\n");
}

/** Whether a section is only a comment. */
export function isHint({ entries }: Section): boolean {
  return entries.every((entry) => "hint" in entry);
}

function linesOf(entry: Entry): readonly string[] {
  if ("hint" in entry) return entry.hint.map((line) => `# ${line}`);
  if ("fill" in entry) return [`${entry.key}: # ${marker} ${oneLine(entry.fill)}`];
  return [`${entry.key}: ${valueText(entry.value)} # ${oneLine(entry.why)}`];
}

/** A value on one line, quoted where YAML would read it otherwise; inside of brackets that is more. */
function valueText(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(valueText).join(", ")}]`;
  if (typeof value === "object" && value !== null) {
    const pairs = Object.entries(value).map(([key, inner]) => `${valueText(key)}: ${valueText(inner)}`);
    return `{ ${pairs.join(", ")} }`;
  }
  // What JSON escapes stays on its line; YAML would fold it into several.
  if (typeof value === "string" && /\p{C}|\p{Z}{2}/u.test(value)) return JSON.stringify(value);
  const bracketed = stringify([value], {
    collectionStyle: "flow",
    flowCollectionPadding: false,
    lineWidth: 0,
  });
  return bracketed.trim().slice(1, -1);
}

/** A file's name may hold what would end a comment. */
function oneLine(text: string): string {
  return text.replace(/\p{Cc}+/gu, " ");
}

export function fillsOf({ name, entries }: Section, above = ""): readonly Fill[] {
  return entries.flatMap((entry) =>
    "fill" in entry ? [{ key: `${above}${name}.${entry.key}`, what: entry.fill }] : [],
  );
}

export function assumedOf({ name, entries }: Section, above = ""): readonly Assumed[] {
  return entries.flatMap((entry) =>
    "sure" in entry && !entry.sure
      ? [{ key: `${above}${name}.${entry.key}`, value: valueText(entry.value), why: entry.why }]
      : [],
  );
}
