/** A path into JSON as steps: keys, and places in lists. */
export type JsonSteps = readonly (string | number)[];

/** `.key`, `[0]`, `["any key"]`; the first key stands without its dot, and `$` before it may stand. */
const step = /^(?:\.?([A-Za-z_][\w-]*)|\[(\d{1,6})\]|\[("(?:[^"\\]|\\.)*")\])/;

/** Reads `facets.perspective`, `insights[0].body`, `["odd key"]`; `$` is the whole. Undefined for anything else. */
export function readPath(text: string): JsonSteps | undefined {
  const steps: (string | number)[] = [];
  let rest = text.replace(/^\$(?=$|[.[])/, "");
  if (text !== "$" && rest === "") return undefined;
  while (rest !== "") {
    const found = step.exec(rest);
    const bare =
      found?.[1] !== undefined && !rest.startsWith(".") && (steps.length > 0 || text.startsWith("$"));
    if (found === null || bare) return undefined;
    const next = stepOf(found);
    if (next === undefined) return undefined;
    steps.push(next);
    rest = rest.slice(found[0].length);
  }
  return text.startsWith(".") ? undefined : steps;
}

function stepOf([, key, place, quoted]: RegExpExecArray): string | number | undefined {
  if (key !== undefined) return key;
  if (place !== undefined) return Number(place);
  try {
    return JSON.parse(quoted ?? "") as string;
  } catch {
    return undefined;
  }
}

/** What a path leads to; undefined where it leads nowhere. Only what a value has itself counts. */
export function valueAt(value: unknown, steps: JsonSteps): unknown {
  let here = value;
  for (const one of steps) {
    if (typeof here !== "object" || here === null || !Object.hasOwn(here, one)) return undefined;
    if (typeof one === "number" ? !Array.isArray(here) : Array.isArray(here)) return undefined;
    here = (here as Readonly<Record<string | number, unknown>>)[one];
  }
  return here;
}

/** Whether two JSON values are the same, whatever the order of their keys. */
export function isSame(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const [left, right] = [Object.entries(a), Object.entries(b)];
  return (
    left.length === right.length &&
    left.every(([key, inner]) => Object.hasOwn(b, key) && isSame(inner, valueAt(b, [stepIn(b, key)])))
  );
}

function stepIn(holder: object, key: string): string | number {
  return Array.isArray(holder) ? Number(key) : key;
}
