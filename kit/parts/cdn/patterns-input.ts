import { type Input, type Parsed, type Texts, list } from "../../action/input.ts";
import { type Pattern, patternText, readPattern } from "../../providers/cdns/pattern.ts";

/** What is to be purged, read and refused as a whole: `everything` stands alone, and nothing stands twice. */
export function patterns(texts: Texts): Input<readonly Pattern[]> {
  const texting = list(texts);
  const parse = (raw: unknown): Parsed<readonly Pattern[]> => {
    const parts = texting.parse(raw);
    return "value" in parts ? readAll(parts.value) : parts;
  };
  return { ...texting, kind: "list of paths", parse };
}

/** Addresses that can be asked for: paths and what lies below a path, no tags. */
export function addresses(texts: Texts): Input<readonly Pattern[]> {
  const reading = patterns(texts);
  const parse = (raw: unknown): Parsed<readonly Pattern[]> => {
    const read = reading.parse(raw);
    if (!("value" in read) || read.value.every(({ kind }) => kind === "path" || kind === "prefix"))
      return read;
    return { expected: "paths that can be asked for", write: '["/", "/results/*"]' };
  };
  return { ...reading, parse };
}

function readAll(texts: readonly string[]): Parsed<readonly Pattern[]> {
  const read = texts.map(readPattern);
  const wrong = read.find((one) => "wrong" in one);
  if (wrong !== undefined && "wrong" in wrong) {
    return { expected: `paths that can be purged exactly (${wrong.wrong})`, write: `["${wrong.write}"]` };
  }
  const found = read.flatMap((one) => ("wrong" in one ? [] : [one]));
  if (found.length === 0) return { expected: "at least one path", write: '["/", "/index.html"]' };
  if (found.length > 1 && found.some(({ kind }) => kind === "everything")) {
    return { expected: "everything alone, or paths without it", write: "[everything]" };
  }
  const known = new Map(found.map((pattern) => [patternText(pattern), pattern]));
  return { value: [...known.values()] };
}
