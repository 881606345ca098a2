import { createHash } from "node:crypto";
import { mkdir, mkdtemp, readFile, rename, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { gunzipSync } from "node:zlib";
import type { Runtime } from "../../action/runtime.ts";
import { inShort } from "../../errors/first-of.ts";
import { downloadMost } from "../../ports/bounded.ts";
import { endingAfter } from "../../ports/ending-after.ts";
import { readTar } from "./read-tar.ts";

/** A package as npm has it; nothing else is ever run. */
export interface PackagePin {
  /** As npm calls it. */
  readonly name: string;
  /** As people do. */
  readonly title: string;
  readonly version: string;
  /** As in a package-lock.json. */
  readonly integrity: string;
}

export type FetchWorld = Pick<Runtime, "env" | "temp" | "http"> & Partial<Pick<Runtime, "signal">>;

/**
 * Puts what is needed of a package into a new folder and gives that, for its user to remove. The archive is kept in the runner's
 * tool cache where there is one; it is compared with the pin each time, so that a damaged or exchanged one is fetched anew.
 * @throws {Error} in a line, why it cannot be had.
 */
export async function fetchPackage(
  registry: string,
  world: FetchWorld,
  pin: PackagePin,
  isNeeded: (name: string) => boolean,
): Promise<string> {
  const short = pin.name.split("/").at(-1) ?? pin.name;
  const cache = join(
    world.env["RUNNER_TOOL_CACHE"] ?? world.temp,
    "prism-rollout",
    `${short}-${pin.version}.tgz`,
  );
  const kept = await readFile(cache).catch(() => undefined);
  const archive = kept && isPinned(kept, pin) ? kept : await download(registry, world, pin);
  if (archive !== kept) await keep(cache, archive).catch(() => undefined);
  const folder = await mkdtemp(join(world.temp, `prism-rollout-${short}-`));
  for (const { name, bytes, executable } of readTar(gunzipSync(archive))) {
    if (!isNeeded(name)) continue;
    const path = join(folder, name);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, bytes, { mode: executable ? 0o755 : 0o644 });
  }
  return folder;
}

const patience = 60_000;

async function download(registry: string, { http, signal }: FetchWorld, pin: PackagePin): Promise<Buffer> {
  const { name, title, version } = pin;
  const url = `${registry.replace(/\/+$/, "")}/${name}/-/${name.split("/").at(-1)}-${version}.tgz`;
  const why = (text: string): Error =>
    new Error(`${title} ${version} cannot be fetched from ${registry}: ${text}`);
  const answer = await http(url, { signal: endingAfter(patience, signal), most: downloadMost }).catch(
    (error: unknown) => {
      throw why(inShort(error));
    },
  );
  if (!answer.ok) throw why(`it answers ${answer.status}`);
  const bytes = await answer.arrayBuffer().catch((error: unknown) => {
    throw why(inShort(error));
  });
  const archive = Buffer.from(bytes);
  if (!isPinned(archive, pin)) throw why("what it sends is not the archive that is pinned");
  return archive;
}

function isPinned(archive: Buffer, { integrity }: PackagePin): boolean {
  return `sha512-${createHash("sha512").update(archive).digest("base64")}` === integrity;
}

/** Whole or not at all: another job may read it meanwhile. */
async function keep(path: string, archive: Buffer): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const part = `${path}.${process.pid}`;
  await writeFile(part, archive);
  await rename(part, path);
}
