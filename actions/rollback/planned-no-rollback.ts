import { readFile, readdir } from "node:fs/promises";
import { basename, join } from "node:path";
import { noRollbackBecause } from "../../kit/parts/database/say-plan.ts";
import { readFormat } from "../../kit/release/formats.ts";
import type { Plan } from "../../kit/release/plan.ts";

/** Why nothing of a release goes back, by its own plan among the downloaded artifacts: where there is no record. */
export async function plannedNoRollback(folder: string, release: string): Promise<string | undefined> {
  const files = await readdir(folder, { recursive: true, encoding: "utf8" }).catch(() => []);
  for (const file of files.filter((one) => basename(one) === "plan.json")) {
    const plan = await planAt(join(folder, file));
    if (plan?.release !== release) continue;
    const because = plan.parts.map(noRollbackBecause).find((one) => one !== undefined);
    if (because !== undefined) return because;
  }
  return undefined;
}

/** A plan that cannot be read says nothing. */
async function planAt(file: string): Promise<Plan | undefined> {
  try {
    return readFormat<Plan>("plan", await readFile(file, "utf8"), file);
  } catch {
    return undefined;
  }
}
