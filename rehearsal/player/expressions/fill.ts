import { asText, type Value } from "./data.ts";
import { evaluate, type Scope } from "./evaluate.ts";
import type { Template } from "./template.ts";

/** Evaluates every expression in a template. An absent template gives null. */
export function fill(template: Template | undefined, scope: Scope): Value {
  if (template === undefined) return null;
  if (template.kind === "value") return template.value;
  if (template.kind === "expression") return evaluate(template.expression, scope);
  if (template.kind === "list") return template.items.map((item) => fill(item, scope));
  return Object.fromEntries([...template.entries].map(([key, value]) => [key, fill(value, scope)]));
}

/** Evaluates a template to text. @throws {Error} for a list or a mapping. */
export function fillText(template: Template | undefined, scope: Scope): string {
  const value = fill(template, scope);
  if (value !== null && typeof value === "object") {
    throw new Error(`Line ${template?.line}: a list or a mapping stands where text is wanted.`);
  }
  return asText(value);
}

/** Evaluates a mapping to texts by name, as `env` and `with` want them. `before` sees what was filled so far. */
export function fillTexts(template: Template | undefined, scope: Scope): Record<string, string> {
  if (template?.kind === "expression") {
    const value = fill(template, scope);
    if (value === null || typeof value !== "object")
      throw new Error(`Line ${template.line}: a mapping is wanted.`);
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, asText(inner)]));
  }
  if (template?.kind !== "map") return {};
  return Object.fromEntries([...template.entries].map(([key, value]) => [key, fillText(value, scope)]));
}
