import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { WantedFunction } from "./inspect-wanted.ts";

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
  return wanted.flatMap((one) => disagreements(one, functionSettings(text, one.slug)));
}

/** The simple `key = value` lines of `[functions.<slug>]`, values as they are written. A slug needs no escaping. */
function functionSettings(text: string, slug: string): Readonly<Record<string, string>> {
  const lines = text.split(/\r?\n/);
  const head = new RegExp(`^\\s*\\[\\s*functions\\s*\\.\\s*"?${slug}"?\\s*\\]`);
  const start = lines.findIndex((line) => head.test(line));
  if (start === -1) return {};
  const rest = lines.slice(start + 1);
  const end = rest.findIndex((line) => /^\s*\[/.test(line));
  const own = end === -1 ? rest : rest.slice(0, end);
  const pairs = own.map((line) => /^\s*([a-z_]+)\s*=\s*("[^"]*"|'[^']*'|[^#]*)/.exec(line));
  return Object.fromEntries(pairs.flatMap((pair) => (pair ? [[pair[1] ?? "", (pair[2] ?? "").trim()]] : [])));
}

function disagreements(
  { slug, source, state }: WantedFunction,
  toml: Readonly<Record<string, string>>,
): readonly string[] {
  const says = (what: string): string => `${slug}: supabase's config.toml ${what}; rollout.yml decides.`;
  const jwt = toml["verify_jwt"];
  const statics = toml["static_files"] ?? "[]";
  return [
    ...(jwt === undefined || jwt === String(state.settings.verifyJwt)
      ? []
      : [says(`has verify_jwt = ${jwt}`)]),
    ...(toml["enabled"] === "false" ? [says("disables it")] : []),
    ...(isSet(toml["entrypoint"]) && !toml["entrypoint"]?.includes(`${slug}/${source.entrypoint}`)
      ? [says(`has another entrypoint, ${toml["entrypoint"]}`)]
      : []),
    ...(isSet(toml["import_map"]) && source.importMap === null
      ? [says(`has the import map ${toml["import_map"]}`)]
      : []),
    ...(/^\[\s*\]$/.test(statics) || (source.statics ?? []).length > 0 ? [] : [says("has static_files")]),
  ];
}

function isSet(value: string | undefined): boolean {
  return value !== undefined && !["", '""', "''"].includes(value);
}
