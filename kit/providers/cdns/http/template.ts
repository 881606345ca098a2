import { heldIn } from "../../../action/held-in.ts";
import type { PatternKind } from "../pattern.ts";

/** One request as a person writes it: `PURGE {path}`, then headers a line each, an empty line and a body. */
export interface Template {
  readonly method: string;
  /** Begins with `/`, once its placeholders are filled in. */
  readonly target: string;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: string | undefined;
}

/** A template for each kind of pattern that these caches can purge. */
export type Templates = Readonly<Partial<Record<PatternKind, Template>>>;

/** What may stand between braces, by kind; `{token}` is `cdn-token`, in headers and body only. */
const placeholders: Readonly<Record<PatternKind, readonly string[]>> = {
  path: ["path", "regex", "host", "origin", "token"],
  prefix: ["prefix", "regex", "host", "origin", "token"],
  tag: ["tag", "host", "origin", "token"],
  host: ["host", "token"],
  everything: ["host", "origin", "token"],
};

export const templateKinds = Object.keys(placeholders) as readonly PatternKind[];

/** Where the example can be meant literally: Varnish as its own documentation sets it up. */
export const examples: Readonly<Record<PatternKind, string>> = {
  path: "PURGE {path}",
  prefix: "BAN / ⏎ X-Ban-Host: {host} ⏎ X-Ban-Url: {regex}",
  tag: "PURGE / ⏎ xkey: {tag}",
  host: "BAN / ⏎ X-Ban-Host: {host}",
  everything: "BAN / ⏎ X-Ban-Url: .",
};

/** Either the template or what is wrong with it. Lines end where the text breaks, or at `⏎`. */
export function readTemplate(kind: PatternKind, text: string): Template | { readonly wrong: string } {
  const [head = "", ...rest] = text
    .trim()
    .split(/\r?\n|⏎/)
    .map((line) => line.trim());
  const [, method, target] = /^([A-Z][A-Z-]*) ([/{]\S*)$/.exec(head) ?? [];
  if (method === undefined || target === undefined)
    return { wrong: `its first line is no method and path ("${head.slice(0, 60)}")` };
  const end = rest.indexOf("");
  const lines = end === -1 ? rest : rest.slice(0, end);
  const headers = lines.map((line) => /^([\w-]+):\s*(.*)$/.exec(line));
  const bad = lines[headers.indexOf(null)];
  if (bad !== undefined) return { wrong: `"${bad.slice(0, 60)}" is no header` };
  const wrong = misused(kind, text, target);
  if (wrong !== undefined) return { wrong };
  return {
    method,
    target,
    headers: headers.map((found) => [found?.[1] ?? "", found?.[2] ?? ""] as const),
    body: end === -1 ? undefined : rest.slice(end + 1).join("\n"),
  };
}

/** A template that names less than its pattern would purge more, and one with a token in its path would tell it. */
function misused(kind: PatternKind, text: string, target: string): string | undefined {
  const known = placeholders[kind];
  const used = [...text.matchAll(/\{([a-z-]+)\}/g)].map(([, name = ""]) => name);
  const unknown = used.find((name) => !known.includes(name));
  if (unknown !== undefined) return `{${unknown}} is none of ${known.map((name) => `{${name}}`).join(", ")}`;
  if (!/^(?:\/|\{path\}|\{prefix\})/.test(target)) return `"${target.slice(0, 60)}" is no path`;
  if (target.includes("{token}")) return "a {token} in the path would stand in every log";
  if (kind === "path" && !used.includes("path") && !used.includes("regex"))
    return "it names no {path} or {regex}";
  if (kind === "prefix" && !used.includes("regex"))
    return "it names no {regex}: a {prefix} alone would miss its queries, or take what only begins like it";
  if (kind === "tag" && !used.includes("tag")) return "it names no {tag}";
  return undefined;
}

/** What the placeholders stand for at one time. */
export type Values = Readonly<Partial<Record<string, string>>>;

/** The text with every placeholder filled in; what is not known stays empty. */
export function fill(text: string, values: Values): string {
  return text.replace(/\{([a-z-]+)\}/g, (_, name: string) => heldIn(values, name) ?? "");
}

/** An expression over path and query that means exactly this address. */
export function addressRegex(path: string): string {
  return `^${literal(path)}$`;
}

/** One that means `/x`, `/x/`, `/x?…` and everything below. */
export function prefixRegex(base: string): string {
  return base === "/" ? "^/" : `^${literal(base)}([/?].*)?$`;
}

/** Each special letter in brackets: a backslash would be read again by whatever lies between. Three fit in none. */
function literal(text: string): string {
  return text.replace(/[.*+?$()|{}[\]\\^]/g, (letter) =>
    "^]\\".includes(letter) ? `\\${letter}` : `[${letter}]`,
  );
}
