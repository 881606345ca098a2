import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { openArtifactStore } from "../player/builtins/artifact-store.ts";
import type { World } from "../world/world.ts";

/** The evidence that the rollback job of a run has uploaded last, as text; undefined where there is none. */
export function keptEvidence({ folder }: Pick<World, "folder">, run: number): string | undefined {
  const own = openArtifactStore(join(folder, "artifacts"))
    .list(String(run))
    .filter(({ name }) => name.startsWith("rollout-rollback-"));
  const file = join(own.at(-1)?.folder ?? "", "evidence.json");
  return own.length > 0 && existsSync(file) ? readFileSync(file, "utf8") : undefined;
}
