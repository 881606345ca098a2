import { placeInputs } from "../action/shared-inputs.ts";
import { UserError } from "../errors/user-error.ts";
import type { Spec } from "../action/spec.ts";
import { type Placed, type PlacedMap, readDocument } from "./document.ts";
import { suggest } from "./suggest.ts";

/** What `rollout.yml` says, for one target. */
export interface Config {
  /** The value for an action's input: the target's section, then the target itself, then the section. */
  lookup(section: string, key: string): Placed | undefined;
  readonly targets: readonly string[];
  /** The sections that the file has, at its top or in the target. */
  readonly sections: readonly string[];
  /** Everything that is wrong with the file, each with its place. */
  readonly issues: readonly string[];
}

/**
 * Reads and checks the whole file against the declarations of all actions.
 * @throws {UserError} PR101 when it is not YAML, PR103 when the target is not in it.
 */
export function parseConfig(text: string, file: string, target: string, specs: readonly Spec[]): Config {
  const document = readDocument(text, file);
  const sections = document.entries.filter(([key]) => key !== "targets");
  const targets = nestedOf(document, "targets")?.entries ?? [];
  const misplaced = document.entries.filter(([key, , nested]) => key === "targets" && !nested);
  const names = targets.map(([name]) => name);
  const chosen = targets.find(([name]) => name === target)?.[2];
  if (target !== "" && !names.includes(target)) throw unknownTarget(file, target, names);
  const issues = [
    ...misplaced.map(([, { at }]) => `${at}: targets: expected a mapping of targets by name`),
    ...sections.flatMap((entry) => checkSection(entry, specs, ["targets"])),
    ...targets.flatMap(([name, value, nested]) => checkTarget(name, value, nested, specs)),
  ];
  return {
    targets: names,
    sections: [...sections, ...(chosen?.entries ?? [])]
      .map(([name]) => name)
      .filter((name) => specs.some((spec) => spec.name === name)),
    issues,
    lookup: (section, key) =>
      find(chosen && nestedOf(chosen, section), key) ??
      find(chosen, key) ??
      find(nestedOf(document, section), key),
  };
}

/** The names of all keys of a file, wherever they stand. */
export function keysOf(text: string, file: string): readonly string[] {
  const below = (map: PlacedMap): readonly string[] =>
    map.entries.flatMap(([key, , nested]) => [key, ...(nested ? below(nested) : [])]);
  return [...new Set(below(readDocument(text, file)))];
}

type Entry = PlacedMap["entries"][number];

function checkSection(
  [name, value, nested]: Entry,
  specs: readonly Spec[],
  others: readonly string[],
): string[] {
  const spec = specs.find((candidate) => candidate.name === name);
  if (!spec) return [unknownKey(value.at, name, "section", [...specs.map((known) => known.name), ...others])];
  if (!nested) return value.raw === null ? [] : [`${value.at}: ${name}: expected a mapping of its inputs`];
  return nested.entries.flatMap(([key, inner]) => checkValue(`${name}.${key}`, key, inner, [spec]));
}

function checkTarget(
  name: string,
  value: Placed,
  nested: PlacedMap | undefined,
  specs: readonly Spec[],
): string[] {
  if (!nested) return [`${value.at}: targets.${name}: expected a mapping`];
  return nested.entries.flatMap((entry) => {
    const [key, inner] = entry;
    if (specs.some((spec) => spec.name === key)) return checkSection(entry, specs, []);
    return checkValue(`targets.${name}.${key}`, key, inner, specs);
  });
}

function checkValue(label: string, key: string, value: Placed, specs: readonly Spec[]): string[] {
  const input = specs.filter(({ inputs }) => Object.hasOwn(inputs, key)).map(({ inputs }) => inputs[key])[0];
  if (!input)
    return [
      unknownKey(
        value.at,
        label,
        "key",
        specs.flatMap((spec) => Object.keys(spec.inputs)),
      ),
    ];
  if (Object.hasOwn(placeInputs, key))
    return [`${value.at}: ${label}: says where this file is; pass it under \`with:\``];
  if (input.secret) {
    return [`${value.at}: ${label}: a secret is never written into a file; pass it under \`with:\``];
  }
  const parsed = input.parse(value.raw, value.within);
  if ("value" in parsed) return [];
  if (parsed.inside !== undefined)
    return parsed.inside.map(
      ({ steps, says }) => `${value.within?.(steps) ?? value.at}: ${[label, ...steps].join(".")}: ${says}`,
    );
  return [
    `${value.at}: ${label}: expected ${parsed.expected}, got ${show(value.raw)}; write ${key}: ${parsed.write}`,
  ];
}

function unknownKey(at: string, label: string, what: string, known: readonly string[]): string {
  const near = suggest(label.split(".").at(-1) ?? label, known);
  return `${at}: ${label}: unknown ${what}${near ? `; did you mean ${near}?` : ""}`;
}

function unknownTarget(file: string, target: string, names: readonly string[]): UserError {
  const near = suggest(target, names);
  return new UserError(
    "PR103",
    `${file} has no target "${target}"${near ? `; did you mean ${near}?` : ""}`,
    names.length > 0 ? `Use one of: ${names.join(", ")}.` : "Declare it under `targets:`.",
  );
}

function nestedOf(map: PlacedMap, key: string): PlacedMap | undefined {
  return map.entries.find(([name]) => name === key)?.[2];
}

function find(map: PlacedMap | undefined, key: string): Placed | undefined {
  return map?.entries.find(([name]) => name === key)?.[1];
}

/** In YAML a key with nothing behind it has the value null, which nobody wrote. */
function show(raw: unknown): string {
  if (raw === null) return "no value";
  try {
    return (JSON.stringify(raw) ?? "nothing").slice(0, 60);
  } catch {
    return "an anchor inside of itself";
  }
}
