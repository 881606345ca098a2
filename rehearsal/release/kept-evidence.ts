import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { openArtifactStore } from "../player/builtins/artifact-store.ts";
import type { World } from "../world/world.ts";

/** The evidence that the rollback job of a run has uploaded last, as text; undefined where there is none. */
export function keptEvidence(world: Pick<World, "folder">, run: number): string | undefined {
  return keptFile(world, run, "rollout-rollback-", "evidence.json");
}

/** A file of the artifact that was uploaded last under such a name. */
export function keptFile(
  { folder }: Pick<World, "folder">,
  run: number,
  begins: string,
  name: string,
): string | undefined {
  const own = openArtifactStore(join(folder, "artifacts"))
    .list(String(run))
    .filter((artifact) => artifact.name.startsWith(begins));
  const file = join(own.at(-1)?.folder ?? "", name);
  return own.length > 0 && existsSync(file) ? readFileSync(file, "utf8") : undefined;
}
