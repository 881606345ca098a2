import { readFile, readdir } from "node:fs/promises";
import { basename, join } from "node:path";
import { whyNoRollback } from "../../kit/parts/database/plan/say-plan.ts";
import { readFormat } from "../../kit/release/formats.ts";
import type { Plan } from "../../kit/release/plan.ts";

/** Why nothing of a release goes back, by its own plan among the downloaded artifacts: where there is no record. */
export async function plannedNoRollback(folder: string, release: string): Promise<string | undefined> {
  const own = (await plansIn(folder)).filter((plan) => plan.release === release);
  return own.map(whyNoRollback).find((one) => one !== undefined);
}

/** The release that this run has planned for a target; a slice goes on with one that another run has named. */
export async function plannedRelease(
  folder: string,
  { target, commit }: Pick<Plan, "target" | "commit">,
): Promise<string | undefined> {
  const own = (await plansIn(folder)).filter((plan) => plan.target === target && plan.commit === commit);
  return own.length === 1 ? own[0]?.release : undefined;
}

async function plansIn(folder: string): Promise<readonly Plan[]> {
  const files = await readdir(folder, { recursive: true, encoding: "utf8" }).catch(() => []);
  const named = files.filter((one) => basename(one) === "plan.json");
  const plans = await Promise.all(named.map((file) => planAt(join(folder, file))));
  return plans.filter((plan) => plan !== undefined);
}

/** A plan that cannot be read says nothing. */
async function planAt(file: string): Promise<Plan | undefined> {
  try {
    return readFormat<Plan>("plan", await readFile(file, "utf8"), file);
  } catch {
    return undefined;
  }
}
