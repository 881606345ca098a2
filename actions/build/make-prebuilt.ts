import { chmod, copyFile, lstat, mkdir, readFile, readlink, readdir, stat } from "node:fs/promises";
import { basename, dirname, join, normalize, resolve } from "node:path";
import { UserError } from "../../kit/errors/user-error.ts";
import { type Artifact, siteFolder } from "../../kit/parts/web/artifact.ts";
import { type Told, listFiles } from "../../kit/parts/web/files.ts";
import { isHtml, markerOf } from "../../kit/parts/web/marker.ts";
import { isBelow } from "../../kit/parts/web/paths-below.ts";
import { prebuiltFolder, servedBelow } from "../../kit/parts/web/sources.ts";
import { type About, type Made, emptied, stampPages, writeManifest } from "./make-artifact.ts";

const pageFiles = [
  `${servedBelow("prebuilt")}index.html`,
  `${prebuiltFolder}/functions/index.prerender-fallback.html`,
];
const linkMode = 0o120777;
const executable = 0o100755;

/**
 * Takes `.vercel/output` as `vercel build` has left it, functions, configuration and links included, with the files
 * outside of it that functions name. Pages that are files are stamped; where `/` is none of them, the app has to say
 * the commit itself.
 * @throws {UserError} PR403 when it is not there, PR476 for what leads out of the project.
 */
export async function makePrebuilt(root: string, folder: string, about: About): Promise<Made> {
  await refuseOther(root);
  const inside = await entriesBelow(root, prebuiltFolder);
  const entries = [...inside, ...(await namedByFunctions(root, inside))];
  const site = join(await emptied(folder), siteFolder);
  for (const { path, link, mode } of entries) {
    const to = join(site, path);
    if (link !== undefined) continue;
    await mkdir(dirname(to), { recursive: true });
    await copyFile(join(root, path), to);
    await chmod(to, mode ?? 0o644);
  }
  const told = entries.filter(({ link, mode }) => link !== undefined || mode !== undefined);
  const { digest } = await listFiles(site, told);
  const paths = new Set(entries.map(({ path }) => path));
  const stamped = pageFiles.some((path) => paths.has(path));
  const marker = stamped ? markerOf(about.commit, digest) : about.commit;
  const pages = [...paths].filter(isPage);
  await stampPages(site, pages, marker);
  const { files } = await listFiles(site, told);
  const artifact: Omit<Artifact, "schema"> = { ...about, digest, marker, files, source: "prebuilt" };
  return { artifact: await writeManifest(folder, artifact), pages: pages.length };
}

/** What `vercel build` has made must be there, in the version that this suite knows. */
async function refuseOther(root: string): Promise<void> {
  const config = join(root, prebuiltFolder, "config.json");
  const text = await readFile(config, "utf8").catch(() => "");
  if (/"version"\s*:\s*3\b/.test(text)) return;
  const what = text === "" ? "has left no" : "has left another version than 3 of";
  throw new UserError(
    "PR403",
    `The build ${what} ${prebuiltFolder}/config.json in ${root}.`,
    "Have `command` of the build section run `vercel build --prod`, or use source: dist.",
  );
}

type Entry = Told[number];

/** Every file and link below a folder of the project; a link stays one. */
async function entriesBelow(root: string, at: string): Promise<readonly Entry[]> {
  const found: Entry[] = [];
  for (const name of (await readdir(join(root, at))).sort()) {
    const path = `${at}/${name}`;
    const { isFolder, ...entry } = await entryAt(root, path);
    if (isFolder) found.push(...(await entriesBelow(root, path)));
    else found.push(entry);
  }
  return found;
}

async function entryAt(root: string, path: string): Promise<Entry & { readonly isFolder: boolean }> {
  const file = join(root, path);
  const about = await lstat(file);
  if (!about.isSymbolicLink()) {
    const mode = about.isFile() && (about.mode & 0o100) !== 0 ? { mode: executable } : {};
    return { path, isFolder: about.isDirectory(), ...mode };
  }
  const link = await readlink(file);
  const to = resolve(dirname(file), link);
  const there = isBelow(to, join(root, prebuiltFolder)) && (await stat(file).catch(() => undefined));
  if (!there) throw astray(path, link);
  return { path, link, mode: linkMode, isFolder: false };
}

/** A function may name files of the project by `filePathMap` instead of having copies of them. */
async function namedByFunctions(root: string, inside: readonly Entry[]): Promise<readonly Entry[]> {
  const configs = inside.filter(
    ({ path, link }) => basename(path) === ".vc-config.json" && link === undefined,
  );
  const named = new Set<string>();
  for (const { path } of configs) {
    for (const file of filesNamed(await readFile(join(root, path), "utf8"), path)) named.add(normalize(file));
  }
  const outside = [...named].filter((path) => !path.startsWith(`${prebuiltFolder}/`)).sort();
  return await Promise.all(outside.map((path) => fileOfProject(root, path)));
}

function filesNamed(text: string, path: string): readonly string[] {
  try {
    const { filePathMap = {} } = JSON.parse(text) as { filePathMap?: Record<string, string> };
    return Object.values(filePathMap);
  } catch (error) {
    const fix = "Run `vercel build` again: it was cut off, or something has edited what it left.";
    throw new UserError("PR403", `${path} is not JSON.`, fix, { cause: error });
  }
}

/** A file, also where the project has a link to it: it is uploaded as what it holds. */
async function fileOfProject(root: string, path: string): Promise<Entry> {
  const about = isBelow(join(root, path), root)
    ? await stat(join(root, path)).catch(() => undefined)
    : undefined;
  if (!about?.isFile()) throw astray(path, "a function's filePathMap");
  return { path, ...((about.mode & 0o100) === 0 ? {} : { mode: executable }) };
}

function isPage(path: string): boolean {
  return (
    isHtml(path) && (path.startsWith(servedBelow("prebuilt")) || path.endsWith(".prerender-fallback.html"))
  );
}

function astray(path: string, by: string): UserError {
  return new UserError(
    "PR476",
    `${prebuiltFolder} needs ${path} (${by}), which is no file of the project. Nothing was changed.`,
    "Run `vercel build` in this same folder, with everything installed, just before.",
  );
}
