import { type Pattern, patternText } from "../../providers/cdns/pattern.ts";

/** What is purged of what was written, and what is skipped: hashed assets never change under their address. */
export interface Purged {
  readonly purged: readonly Pattern[];
  readonly skipped: readonly Pattern[];
}

/** Open pages still ask for the assets of the release that they came from: to purge these helps nobody, and may break those. */
export function purgedOf(inputs: {
  readonly paths: readonly Pattern[] | undefined;
  readonly assets: string;
}): Purged {
  const paths = inputs.paths ?? [];
  const skipped = paths.filter((pattern) => isAsset(pattern, inputs.assets));
  return { purged: paths.filter((pattern) => !skipped.includes(pattern)), skipped };
}

/** «skipped /assets/*, …: hashed assets never change under their address» */
export function skippedLine(skipped: readonly Pattern[]): string {
  return `skipped ${skipped.map(patternText).join(", ")}: hashed assets never change under their address`;
}

/** Whether a purge of this takes hashed assets along, since they lie below it. */
export function takesAssets(pattern: Pattern, assets: string): boolean {
  const folder = folderOf(assets);
  if (folder === undefined || pattern.kind === "path" || pattern.kind === "tag") return false;
  return pattern.kind !== "prefix" || pattern.value === "/" || folder.startsWith(`${pattern.value}/`);
}

function isAsset(pattern: Pattern, assets: string): boolean {
  const folder = folderOf(assets);
  if (folder === undefined || (pattern.kind !== "path" && pattern.kind !== "prefix")) return false;
  return pattern.value.startsWith(`${folder}/`) || (pattern.kind === "prefix" && pattern.value === folder);
}

/** `/assets`; undefined where no folder is named. */
function folderOf(assets: string): string | undefined {
  const bare = assets.replace(/^[./]+|\/+$/g, "");
  return bare === "" ? undefined : `/${bare}`;
}
