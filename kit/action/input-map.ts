import { type Input, type Parsed, type Texts, isScalar, splitList } from "./input.ts";
import { parseJson } from "../ports/parse-json.ts";
import { isObject } from "../ports/json-object.ts";

/** Texts by name: a YAML mapping, or in `with:` the same mapping as YAML text. A null value is an empty text. */
export function record(texts: Texts): Input<Readonly<Record<string, string>>> {
  return mapOf(texts, "mapping of texts", { type: ["string", "number", "boolean", "null"] }, (value) =>
    isScalar(value) ? String(value) : value === null ? "" : undefined,
  );
}

/** Lists of texts by name. */
export function recordOfLists(texts: Texts): Input<Readonly<Record<string, readonly string[]>>> {
  const items = { type: ["array", "string"], items: { type: ["string", "number", "boolean"] } };
  return mapOf(texts, "mapping of lists", items, (value) =>
    typeof value === "string" ? splitList(value) : isTexts(value) ? value.map(String) : undefined,
  );
}

function isTexts(value: unknown): value is readonly (string | number | boolean)[] {
  return Array.isArray(value) && value.every(isScalar);
}

function mapOf<Value>(
  { description, default: fallback }: Texts,
  kind: string,
  values: Readonly<Record<string, unknown>>,
  read: (value: unknown) => Value | undefined,
): Input<Readonly<Record<string, Value>>> {
  const refused = { expected: `a ${kind}`, write: "{ NAME: value }" };
  const parse = (raw: unknown): Parsed<Readonly<Record<string, Value>>> => {
    const map = typeof raw === "string" ? mapFromText(raw) : raw;
    if (!isObject(map)) return refused;
    const entries = Object.entries(map).map(([key, value]) => [key, read(value)] as const);
    const bad = entries.find(([, value]) => value === undefined);
    if (bad) return { ...refused, expected: `a ${kind}; ${bad[0]} is not one` };
    return { value: Object.fromEntries(entries) as Record<string, Value> };
  };
  const schema = { type: ["object", "string"], additionalProperties: values };
  const common = { description, secret: false, kind, schema, parse };
  return fallback === undefined ? { ...common, required: true } : { ...common, required: false, fallback };
}

/**
 * What `with:` holds for a mapping: one `NAME: value` a line, `{ NAME: value, NAME: value }`, or JSON. YAML's own
 * parser is not used here, since every action would have to load it; lists are written with commas, on lines.
 */
export function mapFromText(raw: string): unknown {
  const given = raw.trim();
  if (!given.startsWith("{")) return mapFromLines(given.split("\n"));
  try {
    return parseJson(given);
  } catch {
    return given.endsWith("}") ? mapFromLines(given.slice(1, -1).split(/[,\n]/)) : undefined;
  }
}

function mapFromLines(all: readonly string[]): unknown {
  const lines = all.filter((line) => line.trim() !== "");
  const pairs = lines.map((line) => /^([^:\s]+)\s*:\s*(.*)$/.exec(line.trim()));
  if (pairs.some((pair) => pair === null)) return undefined;
  return Object.fromEntries(pairs.map((pair) => [pair?.[1] ?? "", unquoted(pair?.[2] ?? "")]));
}

function unquoted(value: string): string {
  return /^(["']).*\1$/.test(value) ? value.slice(1, -1) : value;
}
