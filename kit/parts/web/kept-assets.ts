import type { Runtime } from "../../action/runtime.ts";
import { schemaOf } from "../../release/formats.ts";
import { endingAfter } from "../../ports/ending-after.ts";
import { parseJson } from "../../ports/parse-json.ts";
import { fieldsOf } from "../../ports/json-object.ts";

/** One hashed file as a site has it; `size` is not known where only the host told of it. */
export interface Asset {
  readonly path: string;
  readonly sha1: string;
  readonly size: number | undefined;
}

/** The hashed files that one release brought with it, not those that it kept. */
export interface ReleasedAssets {
  readonly marker: string;
  readonly files: readonly Asset[];
}

/** What a new site takes over from the one that is live, so that open tabs find what they were built with. */
export interface KeptAssets {
  /** Newest first. */
  readonly releases: readonly ReleasedAssets[];
  /** Where their bytes are, should the host have lost them. */
  readonly origin: string | undefined;
  /** Why nothing can be taken over, though something is live. */
  readonly unknown: string | undefined;
}

/** What is live: whose marker it has, the SHA-1 of its files by path where the host tells, where it is asked. */
export interface LiveAssets {
  readonly marker: string | null;
  readonly files: ReadonlyMap<string, string> | undefined;
  readonly origin: string | undefined;
}

/** Nothing can be added to what the host builds itself. */
export const keepsNone: KeptAssets = {
  releases: [],
  origin: undefined,
  unknown: "what the host builds itself has no files of former releases",
};

type World = Pick<Runtime, "http" | "clock" | "signal">;

/** Beside the pages of every release: which hashed files are its own, and which it kept of earlier ones. */
export const assetsManifest = "rollout-assets.json";

const patience = 15_000;
const longest = 8_000_000;

/**
 * The hashed assets of the last releases. The live site's own manifest tells them, as far as the host has them like that; without
 * one, all of what is live counts as one release. Never throws for what the site answers: nothing is worth a release.
 */
export async function keptAssets(
  world: World,
  live: LiveAssets,
  { assets, keepReleases }: { readonly assets: string; readonly keepReleases: number },
  becomes: string,
): Promise<KeptAssets> {
  const { origin, files, marker } = live;
  const none = { releases: [], origin, unknown: undefined };
  if (keepReleases === 0) return none;
  const told =
    marker === null || origin === undefined ? undefined : await readManifest(world, origin, assets);
  if (told !== undefined && told[0]?.marker === marker) {
    return {
      ...none,
      releases: former(told, becomes)
        .slice(0, keepReleases)
        .map((one) => asTheHostHas(one, files)),
    };
  }
  if (files === undefined) {
    return { ...none, unknown: "which hashed assets the live site has is not known" };
  }
  const own = [...files].filter(([path]) => isAsset(path, assets));
  const all = own.map(([path, sha1]) => ({ path, sha1, size: undefined }));
  return { ...none, releases: [{ marker: marker ?? "", files: all }] };
}

/** The text of the manifest of a new site: its own hashed files, then those of the releases it keeps. */
export function manifestText(own: ReleasedAssets, kept: readonly ReleasedAssets[]): string {
  const releases = [own, ...former(kept, own.marker)];
  const listed = releases.map(({ marker, files }) => ({
    marker,
    files: files.map(({ path, sha1, size = 0 }) => ({ path, sha1, size })),
  }));
  return `${JSON.stringify({ schema: schemaOf("assets"), releases: listed })}\n`;
}

/** A release that is deployed again is not one before itself. */
function former(releases: readonly ReleasedAssets[], own: string): readonly ReleasedAssets[] {
  return releases.filter(({ marker }) => marker !== own);
}

/** Whether a path of a site lies in the folder of hashed files. */
export function isAsset(path: string, assets: string): boolean {
  const folder = assets.replace(/^\/+|\/+$/g, "");
  return path.startsWith(`${folder}/`) && path.split("/").every((part) => part !== "" && part !== "..");
}

/** A file that the host holds otherwise, or no more, is not what a tab was built with. */
function asTheHostHas(release: ReleasedAssets, files: LiveAssets["files"]): ReleasedAssets {
  if (files === undefined) return release;
  return { ...release, files: release.files.filter(({ path, sha1 }) => files.get(path) === sha1) };
}

async function readManifest(
  { http, clock, signal }: World,
  origin: string,
  assets: string,
): Promise<readonly ReleasedAssets[] | undefined> {
  try {
    const url = `${origin}/${assetsManifest}?rollout-check=${clock.now().toString(36)}`;
    const answer = await http(url, { signal: endingAfter(patience, signal) });
    const text = answer.ok ? await answer.text() : "";
    return text.length > longest ? undefined : parseManifest(text, assets);
  } catch {
    signal.throwIfAborted();
    return undefined;
  }
}

/** Everything in it comes from the web: undefined unless each entry is what this suite writes. */
export function parseManifest(text: string, assets: string): readonly ReleasedAssets[] | undefined {
  const { schema, releases } = objectIn(text);
  if (schema !== schemaOf("assets") || !Array.isArray(releases)) return undefined;
  const read = releases.map((one: unknown) => releaseOf(one, assets));
  return read.every((one) => one !== undefined) ? read : undefined;
}

function objectIn(text: string): Readonly<Record<string, unknown>> {
  try {
    return fieldsOf(parseJson(text));
  } catch {
    return {};
  }
}

function releaseOf(value: unknown, assets: string): ReleasedAssets | undefined {
  const { marker, files } = fieldsOf(value);
  if (typeof marker !== "string" || !Array.isArray(files)) return undefined;
  const read = files.map((one: unknown) => assetOf(one, assets));
  return read.every((one) => one !== undefined) ? { marker, files: read } : undefined;
}

function assetOf(value: unknown, assets: string): Asset | undefined {
  const { path, sha1, size } = fieldsOf(value);
  const fits =
    typeof path === "string" &&
    isAsset(path, assets) &&
    typeof sha1 === "string" &&
    /^[0-9a-f]{40}$/.test(sha1);
  return fits && Number.isSafeInteger(size) && Number(size) >= 0
    ? { path, sha1, size: Number(size) }
    : undefined;
}
