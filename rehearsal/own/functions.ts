import { posix } from "node:path";
import { UserError, describe } from "../../kit/errors/user-error.ts";
import { type WantedFunction, inspectWanted } from "../../kit/parts/functions/declared/inspect-wanted.ts";
import { readNames } from "../../kit/parts/functions/imports/read-names.ts";
import type { SupabaseAccess } from "../world/seed-functions.ts";
import type { Wanted } from "./wanted.ts";

type Declared = NonNullable<Wanted["functions"]>;

/** Where a copy has its functions: the stack's folder, and the checkout around it. */
export interface FunctionsPlace {
  readonly stack: string;
  readonly copy: string;
}

/** The declared functions that a copy has; what cannot be read is the release's to say. */
export async function functionsIn(
  place: FunctionsPlace,
  declared: Declared,
): Promise<readonly WantedFunction[]> {
  const world = { root: place.stack, env: { GITHUB_WORKSPACE: place.copy } };
  const own = declared.staticFiles;
  const found = await Promise.all(
    declared.functions.map(async (slug) => {
      const staticFiles = Object.hasOwn(own, slug) ? { [slug]: own[slug] ?? [] } : {};
      const verifyJwt =
        typeof declared.verifyJwt === "boolean" ? declared.verifyJwt : (declared.verifyJwt[slug] ?? true);
      try {
        return await inspectWanted({ ...declared, functions: [slug], staticFiles, verifyJwt }, world);
      } catch (error) {
        if (error instanceof UserError) return [];
        throw error;
      }
    }),
  );
  return found.flat();
}

/**
 * Deploys functions, each live at once. Gives what was refused, a line each: what was live then cannot be brought up
 * here, and the release finds no function of that name.
 */
export async function deployFormer(
  access: SupabaseAccess,
  directory: string,
  functions: readonly WantedFunction[],
): Promise<readonly string[]> {
  const refused: string[] = [];
  for (const { slug, source, state } of functions) {
    const at = (path: string): string => posix.join(posix.normalize(directory), slug, path);
    const form = new FormData();
    for (const { path, content } of source.files)
      form.append("file", new Blob([content as Uint8Array<ArrayBuffer>]), at(path));
    const { verifyJwt, importMap } = state.settings;
    const map = importMap === null ? {} : { import_map_path: at(importMap) };
    const metadata = { name: slug, entrypoint_path: at(source.entrypoint), verify_jwt: verifyJwt, ...map };
    form.append("metadata", JSON.stringify(metadata));
    const url = `${access.apiUrl}/v1/projects/${access.ref}/functions/deploy?slug=${slug}`;
    const headers = { authorization: `Bearer ${access.token}` };
    const response = await fetch(url, { method: "POST", headers, body: form });
    if (!response.ok) refused.push(`${slug}: ${reasonIn(await response.text())}`);
  }
  return refused;
}

function reasonIn(text: string): string {
  try {
    return (JSON.parse(text) as { readonly message?: string }).message ?? text;
  } catch (error) {
    return `${text.slice(0, 200)} (${describe(error)})`;
  }
}

/** What the functions read of their environment and the platform does not give, by name, who reads it. */
export function secretsRead(functions: readonly WantedFunction[]): ReadonlyMap<string, readonly string[]> {
  const readers = new Map<string, string[]>();
  for (const { slug, source } of functions) {
    const code = source.files.filter(({ path }) => /\.[cm]?[jt]sx?$/i.test(path));
    const names = code.flatMap(({ content }) => readNames(new TextDecoder().decode(content)).needed);
    for (const name of new Set(names))
      if (!/^(SUPABASE_|SB_|DENO_)/.test(name)) readers.set(name, [...(readers.get(name) ?? []), slug]);
  }
  return readers;
}
