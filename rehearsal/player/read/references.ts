import type { Expression } from "../expressions/template.ts";
import { type Reference, referencesIn } from "../expressions/walk.ts";
import type { Reading } from "./reading.ts";

/** Names that may follow a context; undefined where any may. Names are in lower case. */
export type Names = ReadonlySet<string> | undefined;

/** What exists where an expression stands. A context that is not in here is not checked. */
export interface Known {
  /** Jobs or steps by name, with their outputs. */
  readonly needs?: ReadonlyMap<string, Names>;
  readonly jobs?: ReadonlyMap<string, Names>;
  readonly steps?: ReadonlyMap<string, Names>;
  readonly inputs?: Names;
  readonly secrets?: Names;
}

const parts = {
  needs: ["result", "outputs"],
  jobs: ["result", "outputs"],
  steps: ["outcome", "conclusion", "outputs"],
};

/** Reports every name in the expressions that does not exist: GitHub would take it for null, silently. */
export function checkReferences(
  expressions: readonly Expression[],
  known: Known,
  problem: Reading["problem"],
): void {
  for (const { expression, line } of expressions) {
    for (const reference of pathsIn(expression)) {
      const missing = missingIn(reference, known);
      if (missing !== undefined) problem(line, missing);
    }
  }
}

/** Names in lower case. */
export function namesOf(names: Iterable<string>): ReadonlySet<string> {
  return new Set([...names].map((name) => name.toLowerCase()));
}

/** What does not parse is reported by whoever read it. */
function pathsIn(expression: string): readonly Reference[] {
  try {
    return referencesIn(expression);
  } catch {
    return [];
  }
}

function missingIn([context, name, part, output]: Reference, known: Known): string | undefined {
  if (name === undefined) return undefined;
  if (context === "inputs" || context === "secrets") {
    const names = known[context];
    return names && !names.has(name) ? `"${context}.${name}" is not declared; ${list(names)}.` : undefined;
  }
  if (context !== "needs" && context !== "jobs" && context !== "steps") return undefined;
  const things = known[context];
  if (!things) return undefined;
  if (!things.has(name)) return `"${context}.${name}" does not exist here; ${list(things.keys())}.`;
  if (part === undefined) return undefined;
  if (!parts[context].includes(part))
    return `"${context}.${name}" has no "${part}"; ${list(parts[context])}.`;
  const outputs = things.get(name);
  if (part !== "outputs" || output === undefined || !outputs || outputs.has(output)) return undefined;
  return `"${context}.${name}" has no output "${output}"; ${list(outputs)}.`;
}

function list(names: Iterable<string>): string {
  const sorted = [...names].sort();
  return sorted.length === 0 ? "there is none" : `there is ${sorted.join(", ")}`;
}
