import type { Runtime } from "../../action/runtime.ts";
import type { HostedFile, HostedSite } from "../../providers/hosts/host.ts";
import { fileBytes } from "../../providers/hosts/upload.ts";
import type { Site } from "./artifact.ts";
import { sha1 } from "./files.ts";
import { type Asset, type KeptAssets, assetsManifest, isAsset, manifestText } from "./kept-assets.ts";
import { endingAfter } from "../../ports/ending-after.ts";

type World = Pick<Runtime, "http" | "signal">;

const patience = 30_000;
const fetches = 8;

/** The site as a host gets it: what was built, what open tabs still need, and the manifest that tells both apart. */
export async function hostedSite(
  site: Site,
  kept: KeptAssets,
  { assets, keepReleases }: { readonly assets: string; readonly keepReleases: number },
  world: World,
): Promise<HostedSite> {
  const { folder, commit, digest, marker } = site;
  const own = site.files.map((file): HostedFile => ({
    ...file,
    bytes: fileBytes(folder, file.path, file.size),
  }));
  if (keepReleases === 0) return { folder, commit, digest, marker, files: own, kept: 0 };
  const there = new Set(own.map(({ path }) => path));
  const wanted = new Map(
    kept.releases.toReversed().flatMap(({ files }) => files.map((file) => [file.path, file] as const)),
  );
  const missing = [...wanted.values()].filter(({ path }) => !there.has(path));
  const old = await sized(missing, kept.origin, world);
  const sizes = new Map(old.map(({ path, size }) => [path, size]));
  const releases = kept.releases.map((release) => ({
    ...release,
    files: release.files.flatMap((file) => {
      const size = file.size ?? sizes.get(file.path);
      return size === undefined ? [] : [{ ...file, size }];
    }),
  }));
  const ownAssets = site.files.filter(({ path }) => isAsset(path, assets));
  const text = new TextEncoder().encode(manifestText({ marker, files: ownAssets }, releases));
  const manifest = addedFile(assetsManifest, text.length, sha1(text), async () => text);
  const pages = own.filter(({ path }) => path !== assetsManifest);
  return { folder, commit, digest, marker, files: [...pages, ...old, manifest], kept: old.length };
}

function addedFile(path: string, size: number, sum: string, bytes: HostedFile["bytes"]): HostedFile {
  return { path, size, sha1: sum, added: true, bytes };
}

/** Each with its size: where only the host told of a file, its bytes are fetched; what is gone is left out. */
async function sized(
  files: readonly Asset[],
  origin: string | undefined,
  world: World,
): Promise<readonly HostedFile[]> {
  const found: HostedFile[] = [];
  const queue = [...files];
  const worker = async (): Promise<void> => {
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
      const { path, sha1: sum, size } = next;
      const bytes = (): ReturnType<typeof fetchAsset> => fetchAsset(world, origin, path, sum);
      const had = size === undefined ? await bytes() : undefined;
      if (size !== undefined) found.push(addedFile(path, size, sum, bytes));
      else if (had !== undefined) found.push(addedFile(path, had.length, sum, async () => had));
    }
  };
  await Promise.all(Array.from({ length: fetches }, worker));
  return found.sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** The bytes of a former release's file from the live site; undefined unless they are the very same. */
async function fetchAsset(
  { http, signal }: World,
  origin: string | undefined,
  path: string,
  sum: string,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  if (origin === undefined) return undefined;
  try {
    const url = `${origin}/${path.split("/").map(encodeURIComponent).join("/")}`;
    const answer = await http(url, { signal: endingAfter(patience, signal) });
    const bytes = new Uint8Array(await answer.arrayBuffer());
    return answer.ok && sha1(bytes) === sum ? bytes : undefined;
  } catch {
    signal.throwIfAborted();
    return undefined;
  }
}
