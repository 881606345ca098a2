import { readdir } from "node:fs/promises";
import { resolve } from "node:path";
import type { Runtime } from "../../../action/runtime.ts";
import type { Detail } from "../../../release/plan/plan.ts";
import { fileChanges } from "../tell/function-details.ts";
import type { FunctionsInputs } from "../inputs.ts";
import type { Live, LiveFunction } from "../live/inspect-live.ts";
import { isKept } from "../undo/way-back.ts";

/** A live function that `prune` takes away, since the repository has none of this name. */
export interface Removal {
  readonly slug: string;
  readonly live: LiveFunction;
}

type Inputs = Pick<FunctionsInputs, "functions" | "functionsDirectory" | "prune">;

/**
 * Which live functions a release is about: the declared ones and, with `prune`, those that the repository lacks.
 * One that has a folder, but is not declared, is somebody's work in progress.
 */
export async function concerned(
  { functions, functionsDirectory, prune }: Inputs,
  { root }: Pick<Runtime, "root">,
): Promise<(slug: string) => boolean> {
  const declared = new Set(functions);
  if (!prune) return (slug) => declared.has(slug);
  const folders = new Set(await readdir(resolve(root, functionsDirectory)));
  return (slug) => declared.has(slug) || !folders.has(slug);
}

/** Of the live functions that were looked at, those that are not declared. */
export function removalsIn({ functions }: Live, declared: readonly string[]): readonly Removal[] {
  const others = [...functions].filter(([slug]) => !declared.includes(slug));
  return others.map(([slug, live]) => ({ slug, live })).sort((a, b) => (a.slug < b.slug ? -1 : 1));
}

export function sayRemoval({ slug }: Removal): string {
  return `${slug}: removed, because the repository has no function of this name (prune)`;
}

/** A removal as a person looks at it. */
export function removalDetail({ slug, live }: Removal): Detail {
  const back = isKept(live)
    ? "the snapshot brings it back"
    : "its live sources cannot be read: nothing brings it back";
  return {
    what: slug,
    how: ["removed (prune)", back],
    beware: ["The repository has no function of this name; whoever still calls it gets 404."],
    ...(live.source === undefined ? {} : { files: fileChanges(live.source, { files: [] }) }),
  };
}
