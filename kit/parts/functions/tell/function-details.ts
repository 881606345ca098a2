import type { Detail, FileChange } from "../../../release/plan/plan.ts";
import { countLines } from "./count-lines.ts";
import type { LiveFunction } from "../live/inspect-live.ts";
import type { WantedFunction } from "../declared/inspect-wanted.ts";
import { type FunctionSource, withPlainLines } from "../declared/source.ts";

interface Change {
  readonly slug: string;
  readonly live: LiveFunction | undefined;
  readonly wanted: Pick<WantedFunction, "source" | "state">;
}

/** A function's change as a person looks at it: its files with their lines, its settings, what it opens. */
export function functionDetail({ slug, live, wanted }: Change): Detail {
  const is = wanted.state.settings;
  const files = fileChanges(live?.source, wanted.source);
  if (live === undefined) {
    return { what: slug, how: ["new function", ...linesOf(files)], beware: opened(undefined, is), files };
  }
  const was = live.state.settings;
  const settings = [
    ...(!was.verifyJwt && is.verifyJwt ? ["verify_jwt goes from false to true"] : []),
    ...(was.entrypoint === is.entrypoint ? [] : [`entrypoint ${was.entrypoint} becomes ${is.entrypoint}`]),
    ...(was.importMap === is.importMap
      ? []
      : [`import map ${was.importMap ?? "(none)"} becomes ${is.importMap ?? "(none)"}`]),
  ];
  const unknown = live.unread === true ? [] : ["its live sources cannot be read"];
  const source = live.source === undefined ? unknown : linesOf(files);
  return {
    what: slug,
    how: [...source, ...settings],
    beware: opened(was.verifyJwt, is),
    ...(live.source === undefined ? {} : { files }),
  };
}

/** Whoever reads past anything else must not read past this. */
function opened(was: boolean | undefined, { verifyJwt }: { readonly verifyJwt: boolean }): readonly string[] {
  if (verifyJwt || was === false) return [];
  if (was === undefined) return ["Security: it is new, and anybody may call it (verify_jwt is false)."];
  return ["Security: verify_jwt goes from true to false, so anybody may call it."];
}

/** «+12 −3 in 2 files» */
function linesOf(files: readonly FileChange[]): readonly string[] {
  if (files.length === 0) return [];
  const sum = (key: "added" | "removed"): number =>
    files.reduce((all, { lines }) => all + (lines?.[key] ?? 0), 0);
  return [`+${sum("added")} −${sum("removed")} in ${files.length} ${files.length === 1 ? "file" : "files"}`];
}

/** The files that differ, by path. */
export function fileChanges(
  was: FunctionSource | undefined,
  is: Pick<FunctionSource, "files">,
): readonly FileChange[] {
  const before = new Map((was?.files ?? []).map(({ path, content }) => [path, content]));
  const after = new Map(is.files.map(({ path, content }) => [path, content]));
  const paths = [...new Set([...before.keys(), ...after.keys()])].sort();
  return paths.flatMap((path): readonly FileChange[] => {
    const [old, new_] = [before.get(path), after.get(path)];
    if (old !== undefined && new_ !== undefined && isSame(old, new_)) return [];
    const lines = lineChanges(old, new_);
    const kind = old === undefined ? "new" : new_ === undefined ? "gone" : "changed";
    return [{ path, is: kind, ...(lines === undefined ? {} : { lines }) }];
  });
}

function isSame(one: Uint8Array, other: Uint8Array): boolean {
  return Buffer.compare(withPlainLines(one), withPlainLines(other)) === 0;
}

function lineChanges(was: Uint8Array | undefined, is: Uint8Array | undefined): FileChange["lines"] {
  try {
    const decoder = new TextDecoder("utf-8", { fatal: true });
    return countLines(decoder.decode(was ?? new Uint8Array()), decoder.decode(is ?? new Uint8Array()));
  } catch {
    return undefined;
  }
}
