import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { heldIn } from "../../../action/held-in.ts";
import type { WantedFunction } from "./inspect-wanted.ts";
import { isObject } from "../../../ports/json-object.ts";

type Settings = Readonly<Record<string, unknown>>;

/**
 * Where Supabase's own `config.toml` (beside the functions' folder) says something else of a function than
 * what is declared here: a sentence each. `rollout.yml` decides; nothing is taken over from that file.
 */
export async function configDisagreements(
  root: string,
  functionsDirectory: string,
  wanted: readonly WantedFunction[],
): Promise<readonly string[]> {
  const file = join(root, dirname(functionsDirectory), "config.toml");
  const text = await readFile(file, "utf8").catch(() => "");
  if (text.trim() === "") return [];
  const read = await functionsIn(text);
  if (typeof read === "string")
    return [`supabase's config.toml cannot be read (${read}), so what it says of functions is not known.`];
  return wanted.flatMap((one) => disagreements(one, tableIn(read, one.slug)));
}

/** What it says of all functions; a text where it is no TOML. */
async function functionsIn(text: string): Promise<Settings | string> {
  const { parse, TomlError } = await import("smol-toml");
  try {
    return tableIn(parse(text), "functions");
  } catch (error) {
    if (error instanceof TomlError) return `line ${error.line}`;
    throw error;
  }
}

function tableIn(settings: Settings, name: string): Settings {
  const held = heldIn(settings, name);
  return isObject(held) ? held : {};
}

function disagreements({ slug, source, state }: WantedFunction, toml: Settings): readonly string[] {
  const says = (what: string): string => `${slug}: supabase's config.toml ${what}; rollout.yml decides.`;
  const { verify_jwt: jwt, enabled, entrypoint, import_map: map, static_files: statics } = toml;
  const hasStatics = Array.isArray(statics) && statics.length > 0;
  return [
    ...(jwt === undefined || jwt === state.settings.verifyJwt
      ? []
      : [says(`has verify_jwt = ${JSON.stringify(jwt)}`)]),
    ...(enabled === false ? [says("disables it")] : []),
    ...(isSet(entrypoint) && !entrypoint.includes(`${slug}/${source.entrypoint}`)
      ? [says(`has another entrypoint, ${JSON.stringify(entrypoint)}`)]
      : []),
    ...(isSet(map) && source.importMap === null ? [says(`has the import map ${JSON.stringify(map)}`)] : []),
    ...(hasStatics && (source.statics ?? []).length === 0 ? [says("has static_files")] : []),
  ];
}

function isSet(value: unknown): value is string {
  return typeof value === "string" && value !== "";
}
