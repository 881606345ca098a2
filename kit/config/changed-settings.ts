import { parse } from "yaml";
import { isObject } from "../ports/json-object.ts";

/** A setting that two versions of a file have differently; undefined where one does not have it. */
export interface ChangedSetting {
  readonly key: string;
  readonly was: string | undefined;
  readonly is: string | undefined;
}

/** The settings in which two texts of `rollout.yml` differ, by their paths; undefined where one is no YAML. */
export function changedSettings(before: string, after: string): readonly ChangedSetting[] | undefined {
  try {
    const [was, is] = [settingsIn(before), settingsIn(after)];
    const keys = [...new Set([...was.keys(), ...is.keys()])].sort();
    return keys
      .filter((key) => was.get(key) !== is.get(key))
      .map((key) => ({ key, was: was.get(key), is: is.get(key) }));
  } catch {
    return undefined;
  }
}

/** Mappings are walked, all else is one setting. The YAML library limits how far aliases may blow a file up. */
function settingsIn(text: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const walk = (value: unknown, path: string): void => {
    const isMapping = isObject(value);
    const entries = isMapping ? Object.entries(value) : [];
    if (entries.length === 0 && path !== "") found.set(path, shown(value));
    for (const [key, inner] of entries) walk(inner, path === "" ? key : `${path}.${key}`);
  };
  const document: unknown = parse(text, { logLevel: "error", prettyErrors: false });
  if (document !== null && document !== undefined) walk(document, "");
  return found;
}

const longest = 120;

function shown(value: unknown): string {
  const text = typeof value === "string" ? value : (JSON.stringify(value) ?? "");
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}
