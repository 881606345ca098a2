import { mkdir, readFile, readdir, symlink, writeFile } from "node:fs/promises";
import { basename, dirname, join, posix, resolve, sep } from "node:path";
import { scanImports } from "../imports/scan-imports.ts";
import type { FunctionSource, SourceFile } from "../declared/source.ts";

/** Sources as they lie in a folder of their own, ready for Deno. */
export interface LaidOut {
  readonly root: string;
  /** The folder of the entrypoint. */
  readonly home: string;
  readonly entrypoint: string;
  /** What Deno is told about modules. */
  readonly flags: readonly string[];
  /** What it may read. */
  readonly readable: readonly string[];
}

/**
 * Writes sources below `root`, deep enough that what lies beside their folder stays inside. Packages come from
 * `modules` where all of them are installed there, and nothing is fetched then; else Deno fetches what they import.
 * @throws {Error} for a path that leads out.
 */
export async function layOut(
  { files, entrypoint, importMap }: FunctionSource,
  root: string,
  modules: string | undefined,
): Promise<LaidOut> {
  const above = Math.max(0, ...files.map(({ path }) => /^(\.\.\/)*/.exec(path)?.[0].length ?? 0)) / 3;
  const home = join(root, ...Array.from({ length: above }, () => "up"), "source");
  for (const { path, content } of files) {
    const place = resolve(home, path);
    if (!place.startsWith(root + sep)) throw new Error(`${path} leads out of the sources`);
    await mkdir(dirname(place), { recursive: true });
    await writeFile(place, content);
  }
  const installed = modules === undefined ? undefined : await allIn(modules, files);
  if (modules !== undefined && installed !== undefined) {
    await symlink(modules, join(root, "node_modules"), "dir");
    await writeFile(join(root, "package.json"), JSON.stringify({ type: "module", dependencies: installed }));
  }
  const offline = ["--no-remote", "--cached-only", "--node-modules-dir=manual"];
  return {
    root,
    home,
    entrypoint: join(home, entrypoint),
    flags: [...(installed ? offline : ["--node-modules-dir=none"]), ...mapFlag(home, importMap)],
    readable: installed && modules !== undefined ? [root, modules] : [root],
  };
}

function mapFlag(home: string, importMap: string | null): readonly string[] {
  if (importMap === null) return [];
  const path = join(home, importMap);
  return [/^deno\.jsonc?$/.test(basename(importMap)) ? `--config=${path}` : `--import-map=${path}`];
}

/** Versions of all packages that the files name, if every one is there and nothing else comes from elsewhere. */
async function allIn(
  modules: string,
  files: readonly SourceFile[],
): Promise<Readonly<Record<string, string>> | undefined> {
  const wanted = new Set(files.flatMap(({ path, content }) => specifiersOf(path, content)));
  for (const specifier of wanted) {
    const name = /^npm:\/?((?:@[^/@]+\/)?[^/@]+)/.exec(specifier)?.[1];
    if (name === undefined || (await versionOf(modules, name)) === undefined) return undefined;
  }
  return wanted.size === 0 ? {} : await installedIn(modules);
}

/** What a file asks for from elsewhere, in its imports or as the target of an import map. */
function specifiersOf(path: string, content: Uint8Array): readonly string[] {
  const text = new TextDecoder().decode(content);
  const named = /\.jsonc?$/.test(path)
    ? [...text.matchAll(/"((?:npm|jsr|https?):[^"]+)"/g)].map(([, one = ""]) => one)
    : /\.[cm]?[jt]sx?$/.test(path)
      ? scanImports(text).flatMap(({ specifier, optional }) => (optional ? [] : [specifier]))
      : [];
  return named.filter((one) => /^(npm|jsr|https?):/.test(one));
}

/** Deno finds a package of `node_modules` only if a `package.json` lists it. */
async function installedIn(modules: string): Promise<Readonly<Record<string, string>>> {
  const names = (await readdir(modules)).filter((name) => !name.startsWith("."));
  const scoped = names.map(async (name) =>
    name.startsWith("@")
      ? (await readdir(join(modules, name))).map((inner) => posix.join(name, inner))
      : [name],
  );
  const all = (await Promise.all(scoped)).flat();
  const found = await Promise.all(all.map(async (name) => [name, await versionOf(modules, name)] as const));
  return Object.fromEntries(
    found.flatMap(([name, version]) => (version === undefined ? [] : [[name, version]])),
  );
}

async function versionOf(modules: string, name: string): Promise<string | undefined> {
  const text = await readFile(join(modules, name, "package.json"), "utf8").catch(() => undefined);
  try {
    const { version } = JSON.parse(text ?? "{}") as { readonly version?: unknown };
    return typeof version === "string" ? version : undefined;
  } catch {
    return undefined;
  }
}
