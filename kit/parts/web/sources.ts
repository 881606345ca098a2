/** Where a site comes from; see `build`'s input `source`. */
export const sourceNames = ["dist", "prebuilt", "existing"] as const;

export type SourceName = (typeof sourceNames)[number];

/** Below this folder of a `prebuilt` artifact lies what is served as it is. */
export const prebuiltFolder = ".vercel/output";
const served = `${prebuiltFolder}/static/`;

/** Where in an artifact the files lie that are served under their own paths. */
export function servedBelow(source: SourceName | undefined): string {
  return source === "prebuilt" ? served : "";
}

/** The files that are served as they are, under the paths at which they are served. */
export function servedFiles<F extends { readonly path: string }>(
  source: SourceName | undefined,
  files: readonly F[],
): readonly F[] {
  const below = servedBelow(source);
  if (below === "") return files;
  const inside = files.filter(({ path }) => path.startsWith(below));
  return inside.map((file) => ({ ...file, path: file.path.slice(below.length) }));
}
