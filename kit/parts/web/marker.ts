import { parseJson } from "../../ports/parse-json.ts";
/** `<meta name="rollout-build" content="<commit sha12>-<artifact digest12>">` in every page of a release. */
const anyMarker = /\s*<meta\b[^>]*\bname\s*=\s*["']?rollout-build\b["']?[^>]*>/gi;
const places = [/<!--[\s\S]*?-->|<head(?:\s[^>]*)?>/i, /<!--[\s\S]*?-->|<html(?:\s[^>]*)?>/i];

/** The marker of a build: what a page says, and by which a served release is known. */
export function markerOf(commit: string, digest: string): string {
  return `${commit.slice(0, 12) || "000000000000"}-${digest.slice(0, 12)}`;
}

/** The page with exactly this marker; an earlier one is replaced. */
export function stamp(html: string, marker: string): string {
  const bare = unstamped(html);
  const meta = `\n<meta name="rollout-build" content="${marker}">`;
  for (const place of places) {
    const at = endOf(bare, place);
    if (at !== undefined) return bare.slice(0, at) + meta + bare.slice(at);
  }
  const doctype = /^\s*<!doctype[^>]*>/i.exec(bare)?.[0] ?? "";
  return doctype + meta + bare.slice(doctype.length);
}

/** The page as it was before any stamp. */
export function unstamped(html: string): string {
  return html.replace(anyMarker, "");
}

/** The marker that a page carries, or undefined. */
export function markerIn(html: string): string | undefined {
  const meta = new RegExp(anyMarker.source, "i").exec(html)?.[0] ?? "";
  const found = /\bcontent\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+))/i.exec(meta);
  return found?.[1] ?? found?.[2] ?? found?.[3];
}

export function isHtml(path: string): boolean {
  return /\.html?$/i.test(path);
}

/** Where the first tag that fits ends; a tag inside a comment is none. */
function endOf(html: string, place: RegExp): number | undefined {
  const every = new RegExp(place.source, "gi");
  for (const found of html.matchAll(every)) {
    if (!found[0].startsWith("<!--")) return found.index + found[0].length;
  }
  return undefined;
}

/** Beside the pages: the same for whoever asks by machine. */
export const versionFile = "version.json";

export function versionText(marker: string, commit: string): string {
  return `${JSON.stringify({ "rollout-build": marker, commit })}\n`;
}

/** Whether a file is the one that this suite adds, and not one of the app's own. */
export function isOwnVersion(path: string, bytes: Uint8Array): boolean {
  return path === versionFile && markerInVersion(Buffer.from(bytes).toString("utf8")) !== undefined;
}

/** The marker that a `version.json` of this suite says, or undefined. */
export function markerInVersion(text: string): string | undefined {
  try {
    const value = parseJson(text) as Readonly<Record<string, unknown>> | null;
    const marker = value?.["rollout-build"];
    return typeof marker === "string" ? marker : undefined;
  } catch {
    return undefined;
  }
}
