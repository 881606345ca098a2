import { randomUUID } from "node:crypto";
import { mkdir, readFile, readdir, rename, rm, writeFile } from "node:fs/promises";
import { join, relative } from "node:path";
import { sha256 } from "../../kit/release/canonical.ts";
import { buildWeb } from "./build-web.ts";

type Files = Readonly<Record<string, Uint8Array>>;

/** A web to build: the app's folder, the environment of the build, and the values that are built into it. */
export interface WebToBuild {
  readonly app: string;
  readonly env: Readonly<Record<string, string>>;
  readonly values: Readonly<Record<string, string>>;
  readonly marker: string;
  /** Where builds are kept between worlds. */
  readonly cache: string;
}

/**
 * The same as `buildWeb`, but the same sources are built only once: what is kept has a word in place of each value, which
 * differs from world to world (addresses, keys). Only ever a shortcut: what cannot be read or kept is built.
 */
export async function keptWeb({ app, env, values, marker, cache }: WebToBuild): Promise<Files> {
  const words = Object.fromEntries(Object.keys(values).map((name) => [name, wordFor(name)]));
  const key = await keyOf(app, [marker, words]);
  const file = join(cache, `web-${key.slice(0, 12)}.json`);
  const kept = await read(file);
  const files = kept ?? (await buildWeb(app, { ...env, ...words }, marker));
  if (kept === undefined) await keep(cache, file, files);
  return Object.fromEntries(Object.entries(files).map(([path, bytes]) => [path, filled(bytes, values)]));
}

function wordFor(name: string): string {
  return `https://${name.toLowerCase().replaceAll("_", "-")}.invalid`;
}

/** Everything that a build is made of: the sources, what is installed, and how it is asked for. */
async function keyOf(app: string, asked: unknown): Promise<string> {
  const entries = await readdir(app, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const sources = paths.filter((path) => !relative(app, path).startsWith("dist/")).sort();
  const tools = [join(app, "node_modules/vite/package.json")];
  const told = await Promise.all(
    [...sources, ...tools].map(async (path) => [relative(app, path), sha256(await readFile(path))]),
  );
  return sha256(JSON.stringify([told, asked]));
}

async function read(file: string): Promise<Files | undefined> {
  try {
    const kept = JSON.parse(await readFile(file, "utf8")) as Readonly<Record<string, string>>;
    return Object.fromEntries(
      Object.entries(kept).map(([path, text]) => [path, Buffer.from(text, "base64")]),
    );
  } catch {
    return undefined;
  }
}

async function keep(cache: string, file: string, files: Files): Promise<void> {
  const half = `${file}.${randomUUID()}`;
  const texts = Object.entries(files).map(([path, bytes]) => [path, Buffer.from(bytes).toString("base64")]);
  try {
    await mkdir(cache, { recursive: true });
    await writeFile(half, JSON.stringify(Object.fromEntries(texts)));
    await rename(half, file);
  } catch {
    // A folder in which nobody may write keeps nothing.
    await rm(half, { force: true }).catch(() => undefined);
  }
}

function filled(bytes: Uint8Array, values: WebToBuild["values"]): Uint8Array {
  const text = Buffer.from(bytes).toString("latin1");
  const found = Object.entries(values).filter(([name]) => text.includes(wordFor(name)));
  if (found.length === 0) return bytes;
  return Buffer.from(
    found.reduce((so, [name, value]) => so.replaceAll(wordFor(name), () => value), text),
    "latin1",
  );
}
