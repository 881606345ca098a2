import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { sha256 } from "../../kit/release/canonical.ts";
import { writeFormat } from "../../kit/release/formats.ts";
import type { FunctionsSnapshot } from "../../kit/parts/functions/snapshot/snapshot.ts";
import type { PlanPart } from "../../kit/release/plan/plan.ts";
import { approved } from "./approved.ts";
import type { TestWorld } from "./test-world.ts";

/** Writes a plan of one part, with what undoes it beside it, and gives the inputs of a phase for which it was approved just now. */
export async function planFile(
  world: TestWorld,
  part: PlanPart,
  snapshot?: FunctionsSnapshot,
): Promise<Record<string, string>> {
  const path = join(world.root, "plan.json");
  const release = "production-20261122-0123456789ab-42";
  const plan = {
    schema: "prism-rollout/plan@1",
    release,
    target: "default",
    commit: world.context.sha,
    attempt: 1,
    parts: [part],
    gates: [],
  };
  const text = writeFormat(plan);
  await writeFile(path, text);
  if (snapshot) await writeFile(join(world.root, "snapshot.json"), writeFormat(snapshot));
  return { plan: path, ...approved(part, { at: world.clock.now(), sha256: sha256(text) }), release };
}
