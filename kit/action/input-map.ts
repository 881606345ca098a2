import { parse as parseYaml } from "yaml";
import { type Input, type Parsed, type Texts, isScalar } from "./input.ts";

/** Texts by name: a YAML mapping, or in `with:` the same mapping as YAML text. A null value is an empty text. */
export function record(texts: Texts): Input<Readonly<Record<string, string>>> {
  return mapOf(texts, "mapping of texts", { type: ["string", "number", "boolean"] }, (value) =>
    isScalar(value) ? String(value) : value === null ? "" : undefined,
  );
}

/** Lists of texts by name. */
export function recordOfLists(texts: Texts): Input<Readonly<Record<string, readonly string[]>>> {
  const items = { type: "array", items: { type: "string" } };
  return mapOf(texts, "mapping of lists", items, (value) =>
    Array.isArray(value) && value.every(isScalar) ? value.map(String) : undefined,
  );
}

function mapOf<Value>(
  { description, default: fallback }: Texts,
  kind: string,
  values: Readonly<Record<string, unknown>>,
  read: (value: unknown) => Value | undefined,
): Input<Readonly<Record<string, Value>>> {
  const refused = { expected: `a ${kind}`, write: "{ NAME: value }" };
  const parse = (raw: unknown): Parsed<Readonly<Record<string, Value>>> => {
    const map = typeof raw === "string" ? fromText(raw) : raw;
    if (typeof map !== "object" || map === null || Array.isArray(map)) return refused;
    const entries = Object.entries(map).map(([key, value]) => [key, read(value)] as const);
    const bad = entries.find(([, value]) => value === undefined);
    if (bad) return { ...refused, expected: `a ${kind}; ${bad[0]} is not one` };
    return { value: Object.fromEntries(entries) as Record<string, Value> };
  };
  const schema = { type: "object", additionalProperties: values };
  const common = { description, secret: false, kind, schema, parse };
  return fallback === undefined ? { ...common, required: true } : { ...common, required: false, fallback };
}

function fromText(raw: string): unknown {
  if (raw.trim() === "") return {};
  try {
    return parseYaml(raw);
  } catch {
    return undefined;
  }
}
