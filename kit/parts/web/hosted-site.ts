import type { Runtime } from "../../action/runtime.ts";
import type { HostedFile, HostedSite } from "../../providers/hosts/host.ts";
import { fileBytes } from "../../providers/hosts/upload.ts";
import type { Site } from "./artifact.ts";
import { type SiteFile, sha1 } from "./files.ts";
import { type Asset, type KeptAssets, assetsManifest, isAsset, manifestText } from "./kept-assets.ts";
import { downloadMost } from "../../ports/bounded.ts";
import { endingAfter } from "../../ports/ending-after.ts";
import { inParallel } from "../functions/change/in-parallel.ts";
import { servedBelow, servedFiles } from "./sources.ts";
import { encoded } from "../../ports/encoded.ts";

type World = Pick<Runtime, "http" | "signal">;

const patience = 30_000;

interface Keeping {
  readonly assets: string;
  readonly keepReleases: number;
}

/** The site as a host gets it: what was built, what open tabs still need, and the manifest that tells both apart. */
export async function hostedSite(
  site: Site,
  kept: KeptAssets,
  keeping: Keeping,
  world: World,
): Promise<HostedSite> {
  const { folder, commit, digest, marker, source = "dist" } = site;
  const about = { folder, commit, digest, marker, source };
  const own = site.files.map((file): HostedFile => ({ ...file, bytes: bytesOf(folder, file) }));
  if (keeping.keepReleases === 0 || source === "existing") return { ...about, files: own, kept: 0 };
  const { files, manifest } = await added(site, kept, keeping, world);
  const below = servedBelow(source);
  const more = [...files, manifest].map((file) => ({ ...file, path: `${below}${file.path}` }));
  const built = own.filter(({ path }) => path !== `${below}${assetsManifest}`);
  return { ...about, files: [...built, ...more], kept: files.length };
}

/** A link's bytes are where it leads. */
function bytesOf(folder: string, { path, size, link }: SiteFile): HostedFile["bytes"] {
  return link === undefined ? fileBytes(folder, path, size) : async () => new TextEncoder().encode(link);
}

/** What a site gets beside what was built; paths are those at which it is served. */
async function added(
  { files, marker, source }: Site,
  kept: KeptAssets,
  { assets }: Keeping,
  world: World,
): Promise<{ readonly files: readonly HostedFile[]; readonly manifest: HostedFile }> {
  const own = servedFiles(source, files);
  const there = new Set(own.map(({ path }) => path));
  const former = kept.releases.toReversed().flatMap((release) => release.files);
  const wanted = new Map(former.map((file) => [file.path, file] as const));
  const missing = [...wanted.values()].filter(({ path }) => !there.has(path));
  const old = await sized(missing, kept.origin, world);
  const sizes = new Map([...old, ...own].map(({ path, size }) => [path, size]));
  const releases = kept.releases.map((release) => ({
    ...release,
    files: release.files.flatMap((file) => {
      const size = file.size ?? sizes.get(file.path);
      return size === undefined ? [] : [{ ...file, size }];
    }),
  }));
  const text = new TextEncoder().encode(
    manifestText({ marker, files: own.filter(({ path }) => isAsset(path, assets)) }, releases),
  );
  return { files: old, manifest: addedFile(assetsManifest, text.length, sha1(text), async () => text) };
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
  const fileOf = async ({ path, sha1: sum, size }: Asset): Promise<readonly HostedFile[]> => {
    const bytes = (): ReturnType<typeof fetchAsset> => fetchAsset(world, origin, path, sum);
    if (size !== undefined) return [addedFile(path, size, sum, bytes)];
    const had = await bytes();
    return had === undefined ? [] : [addedFile(path, had.length, sum, async () => had)];
  };
  const found = await inParallel(files, fileOf);
  return found.flat().sort((a, b) => (a.path < b.path ? -1 : 1));
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
    const url = `${origin}/${path.split("/").map(encoded).join("/")}`;
    const answer = await http(url, { signal: endingAfter(patience, signal), most: downloadMost });
    const bytes = new Uint8Array(await answer.arrayBuffer());
    return answer.ok && sha1(bytes) === sum ? bytes : undefined;
  } catch {
    signal.throwIfAborted();
    return undefined;
  }
}
