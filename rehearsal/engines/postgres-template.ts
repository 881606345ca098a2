import { randomUUID } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { mkdir, readdir, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { sha256 } from "../../kit/release/canonical.ts";
import { startChild } from "./child.ts";

/**
 * A data folder as `initdb` leaves it, kept as an archive between runs: `initdb` takes ten times as long as
 * unpacking one. Only ever a shortcut: what cannot be kept or unpacked is made by `initdb`.
 */
export interface Template {
  /** Unpacks it into an empty folder. False, and the folder is empty, where there is none that can be used. */
  unpack(folder: string): Promise<boolean>;
  /** Keeps a folder that `initdb` has just made. */
  keep(folder: string): Promise<void>;
}

/** The one that these programs make with these arguments; programs of no known version have none. */
export function templateIn(cache: string, native: string, args: readonly string[]): Template | undefined {
  const version = versionOf(native);
  if (version === undefined) return undefined;
  const archive = join(cache, `postgres-${sha256(JSON.stringify([version, args])).slice(0, 12)}.tar`);
  return {
    async unpack(folder) {
      if (!existsSync(archive)) return false;
      if (await tar("-xf", archive, "-C", folder)) return true;
      await Promise.all([archive, ...(await inside(folder))].map(remove));
      return false;
    },
    async keep(folder) {
      const half = `${archive}.${randomUUID()}`;
      try {
        await mkdir(cache, { recursive: true });
        // Whoever is first is as good as whoever is last.
        if (await tar("-cf", half, "-C", folder, ".")) await rename(half, archive);
      } catch {
        // A folder in which nobody may write keeps nothing.
      } finally {
        await remove(half);
      }
    },
  };
}

async function inside(folder: string): Promise<readonly string[]> {
  return (await readdir(folder)).map((name) => join(folder, name));
}

/** What cannot be removed is somebody else's. */
async function remove(path: string): Promise<void> {
  await rm(path, { recursive: true, force: true }).catch(() => undefined);
}

/** The version of the package that the programs are from. */
function versionOf(native: string): string | undefined {
  const manifest = join(dirname(native), "package.json");
  if (!existsSync(manifest)) return undefined;
  const { name, version } = JSON.parse(readFileSync(manifest, "utf8")) as { name?: string; version?: string };
  return name === undefined || version === undefined ? undefined : `${name}@${version}`;
}

async function tar(...args: readonly string[]): Promise<boolean> {
  const child = startChild({ command: "tar", args, env: { PATH: process.env["PATH"] ?? "/usr/bin:/bin" } });
  return (await child.ended).code === 0;
}
