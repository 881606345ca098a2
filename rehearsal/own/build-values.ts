import { readFile, readdir, stat } from "node:fs/promises";
import { join } from "node:path";

/** What a site must be built with to find the stand-in of its project. */
export interface ProjectValues {
  readonly ref: string;
  readonly url: string;
  readonly publishableKey: string;
  /** The legacy key, a JWT. */
  readonly anonKey: string;
}

const known =
  /\b((?:VITE|NEXT_PUBLIC|PUBLIC|REACT_APP|NUXT_PUBLIC|EXPO_PUBLIC|GATSBY)_[A-Z0-9_]*SUPABASE[A-Z0-9_]*)\b/g;
const kinds = /\.([cm]?[jt]sx?|vue|svelte|astro|html|ya?ml)$|(^|\/)\.env(\.[\w.-]+)?$/;
const largest = 1024 * 1024;

/**
 * The variables by which an app is told at build time where its Supabase project is, found by their names in its
 * sources, each with the stand-in's value: so the site that is rehearsed never calls the real project.
 */
export async function buildValues(
  stack: string,
  project: ProjectValues,
): Promise<Readonly<Record<string, string>>> {
  const names = new Set<string>();
  for (const file of await sourcesBelow(stack))
    for (const [, name = ""] of (await readFile(file, "utf8")).matchAll(known)) names.add(name);
  const values = [...names].sort().flatMap((name) => {
    const value = valueFor(name, project);
    return value === undefined ? [] : [[name, value] as const];
  });
  return Object.fromEntries(values);
}

function valueFor(name: string, { ref, url, publishableKey, anonKey }: ProjectValues): string | undefined {
  if (/_(URL|HOST|ENDPOINT|ADDRESS)$/.test(name)) return url;
  if (/_(REF|PROJECT|PROJECT_ID|ID)$/.test(name)) return ref;
  if (/ANON/.test(name)) return anonKey;
  return /KEY|TOKEN/.test(name) ? publishableKey : undefined;
}

/** Where in the sources the real project stands by its address: `src/a.ts`. */
export async function namesProject(stack: string, host: string): Promise<readonly string[]> {
  const files = await sourcesBelow(stack);
  const named = await Promise.all(
    files.map(async (file) =>
      (await readFile(file, "utf8")).includes(host) ? [file.slice(stack.length + 1)] : [],
    ),
  );
  // Values of the environment are replaced; what the code itself says is not.
  return named.flat().filter((file) => /\.([cm]?[jt]sx?|vue|svelte|astro|html)$/.test(file));
}

const leftOut = new Set(["node_modules", ".git", "supabase", "dist", "test-results"]);

async function sourcesBelow(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const found = await Promise.all(
    entries.map(async (entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return leftOut.has(entry.name) ? [] : await sourcesBelow(path);
      if (!entry.isFile() || !kinds.test(path)) return [];
      return (await stat(path)).size > largest ? [] : [path];
    }),
  );
  return found.flat();
}
