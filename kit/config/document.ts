import {
  type Document,
  LineCounter,
  type Node,
  type Pair,
  YAMLMap,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  parseDocument,
} from "yaml";
import type { Locate, Steps } from "../action/input.ts";
import { firstOf } from "../errors/first-of.ts";
import { UserError, describe } from "../errors/user-error.ts";

/** A value of the file with the place that messages name: `rollout.yml:12:3`. */
export interface Placed {
  readonly raw: unknown;
  readonly at: string;
  /** The place of what is inside of it; of the nearest that is there. */
  readonly within?: Locate;
}

/** One mapping of the file: its entries in order, and nested mappings by the same means. */
export interface PlacedMap {
  readonly entries: readonly (readonly [key: string, value: Placed, nested: PlacedMap | undefined])[];
}

/**
 * Reads YAML text into places and values.
 * @throws {UserError} PR101 with every syntax error and its line; also when the top is not a mapping.
 */
export function readDocument(text: string, file: string): PlacedMap {
  const lines = new LineCounter();
  const document = parsedDocument(text, file, lines);
  const found = document.errors.map((error) => {
    const { line, col } = lines.linePos(error.pos[0]);
    return { at: `${file}:${line}:${col}`, message: error.message };
  });
  const errors = found.map(({ at, message }) => `${at}: ${message}`);
  if (errors.length > 0) {
    throw new UserError(
      "PR101",
      `${file} is not YAML. ${firstOf(errors, 10).join("; ")}`,
      `Mend ${found[0]?.at ?? file}; indentation counts.`,
    );
  }
  const top = document.contents;
  if (top === null) return { entries: [] };
  if (!isMap(top)) {
    throw new UserError(
      "PR101",
      `${file}:1:1: expected a mapping of sections.`,
      "Write `migrate:` and the like.",
    );
  }
  const at = (node: Node | null): string => {
    const { line, col } = lines.linePos(node?.range?.[0] ?? 0);
    return `${file}:${line}:${col}`;
  };
  try {
    return placed(top, { document, at }, deepest);
  } catch (error) {
    throw new UserError(
      "PR101",
      `${file} cannot be read: ${describe(error)}.`,
      "Write out what its anchors (`*name`) stand for.",
      { cause: error },
    );
  }
}

/** The library goes down as deep as the text does, and a stack ends. */
function parsedDocument(text: string, file: string, lineCounter: LineCounter): Document {
  try {
    return parseDocument(text, { lineCounter, prettyErrors: false });
  } catch (error) {
    throw new UserError(
      "PR101",
      `${file} cannot be read: ${describe(error)}.`,
      "Something in it is nested thousands of levels deep: write it flat.",
      { cause: error },
    );
  }
}

/** targets, a target, its section, an input: nothing below has a place of its own. Anchors may go in circles. */
const deepest = 4;

interface Reading {
  readonly document: Document;
  readonly at: (node: Node | null) => string;
}

function placed(map: YAMLMap, reading: Reading, depth: number): PlacedMap {
  const { document, at } = reading;
  const entries = map.items.map((item: Pair) => {
    const key = item.key as Node;
    const written = item.value as Node | null;
    const value = isAlias(written) ? (written.resolve(document) ?? null) : written;
    const name = nameOf(key);
    const raw: unknown = written === null ? null : written.toJS(document);
    const nested = isMap(value) && depth > 1 ? placed(value, reading, depth - 1) : undefined;
    const within: Locate = (steps) => at(nodeAt(written, steps, document) ?? key);
    return [name, { raw, at: at(key), within }, nested] as const;
  });
  return { entries };
}

/** The node that steps lead to, as far as they lead: of an entry its key, in a list the item. */
function nodeAt(from: Node | null, steps: Steps, document: Document): Node | undefined {
  let here = from;
  let found: Node | undefined;
  for (const step of steps) {
    const inner: Node | null | undefined = isAlias(here) ? here.resolve(document) : here;
    if (isSeq(inner)) {
      here = (inner.items[Number(step)] ?? null) as Node | null;
      found = here ?? found;
    } else {
      const pair = isMap(inner) ? inner.items.find(({ key }) => nameOf(key as Node) === step) : undefined;
      if (pair === undefined) return found;
      found = pair.key as Node;
      here = pair.value as Node | null;
    }
  }
  return found;
}

function nameOf(key: Node): string {
  return isScalar(key) ? String(key.value) : String(key);
}
