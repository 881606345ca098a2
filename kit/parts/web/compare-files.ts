/** The paths at which a site differs from the one before it. */
export interface FileChanges {
  readonly added: readonly string[];
  readonly changed: readonly string[];
  readonly removed: readonly string[];
}

const shown = 8;

/** `before` is SHA-1 by path. */
export function compareFiles(
  before: ReadonlyMap<string, string>,
  after: readonly { readonly path: string; readonly sha1: string }[],
): FileChanges {
  const there = new Set(after.map(({ path }) => path));
  return {
    added: after.filter(({ path }) => !before.has(path)).map(({ path }) => path),
    changed: after
      .filter(({ path, sha1 }) => before.has(path) && before.get(path) !== sha1)
      .map(({ path }) => path),
    removed: [...before.keys()].filter((path) => !there.has(path)).sort(),
  };
}

/** «files: 1 changed (index.html), 2 added (…), 2 removed (…)» */
export function filesLine({ added, changed, removed }: FileChanges): string {
  const part = (paths: readonly string[], word: string): string[] => {
    if (paths.length === 0) return [];
    const more = paths.length > shown ? `, and ${paths.length - shown} more` : "";
    return [`${paths.length} ${word} (${paths.slice(0, shown).join(", ")}${more})`];
  };
  const parts = [...part(changed, "changed"), ...part(added, "added"), ...part(removed, "removed")];
  return parts.length === 0 ? "files: none differ" : `files: ${parts.join(", ")}`;
}
