import { type Found, type Repository, isBelow, lineAt } from "../repository/open-repository.ts";

/** A variable of the web app: where it is read first, and which file of the repository sets it. */
export interface EnvName {
  readonly name: string;
  readonly readAt: string | undefined;
  readonly setAt: string | undefined;
  /** Only a flag, `true` or `false`: other values are not read into anything. */
  readonly flag: Found<"true" | "false"> | undefined;
}

const sources = /\.(?:[cm]?[jt]sx?|vue|svelte|astro|html)$/;
const tests = /(?:^|\/)(?:__tests__|tests?|e2e)\/|\.(?:test|spec)\.|\.d\.ts$/;
const most = 3000;

/**
 * The names that Vite shows to the web app, as its sources read them and the committed `.env` files of a production
 * build set them. Of `.env` files names are taken, never a value but `true` and `false`.
 */
export async function findEnvNames(repository: Repository, folder: string): Promise<readonly EnvName[]> {
  const read = await readInSources(repository, folder);
  const set = await setInFiles(repository, folder);
  const names = [...new Set([...read.keys(), ...set.keys()])].sort();
  return names.map((name) => ({
    name,
    readAt: read.get(name),
    setAt: set.get(name)?.at,
    flag: flagOf(set.get(name)),
  }));
}

async function readInSources(repository: Repository, folder: string): Promise<ReadonlyMap<string, string>> {
  const paths = repository.files.filter(
    (path) => isBelow(folder, path) && sources.test(path) && !tests.test(path) && !path.includes("supabase/"),
  );
  if (paths.length > most)
    repository.problems.push(
      `${folder || "The top"} has ${paths.length} sources: the first ${most} were looked through for VITE_ names.`,
    );
  const found = new Map<string, string>();
  for (const path of paths.slice(0, most)) {
    const text = (await repository.text(path)) ?? "";
    for (const { 0: name, index } of text.matchAll(/\bVITE_[A-Z0-9_]+\b/g))
      // What Vercel sets by itself is there where it is built.
      if (!name.startsWith("VITE_VERCEL_") && !found.has(name))
        found.set(name, `${path}:${lineAt(text, index)}`);
  }
  return found;
}

/** Later files win, as they do for Vite; those that are ignored are on one machine alone. */
async function setInFiles(
  repository: Repository,
  folder: string,
): Promise<ReadonlyMap<string, Found<string>>> {
  const found = new Map<string, Found<string>>();
  for (const name of [".env", ".env.production"]) {
    const path = folder === "" ? name : `${folder}/${name}`;
    if (repository.isGit && !repository.files.includes(path)) continue;
    const text = (await repository.text(path)) ?? "";
    for (const { 1: key = "", 2: value = "", index } of text.matchAll(
      /^[ \t]*(?:export[ \t]+)?(VITE_[A-Z0-9_]+)[ \t]*=[ \t]*(.*)$/gm,
    ))
      found.set(key, { value: value.trim(), at: `${path}:${lineAt(text, index)}` });
  }
  return found;
}

function flagOf(set: Found<string> | undefined): EnvName["flag"] {
  const value = /^(["']?)(true|false)\1$/.exec(set?.value ?? "")?.[2];
  if (set === undefined || (value !== "true" && value !== "false")) return undefined;
  return { value, at: set.at };
}
