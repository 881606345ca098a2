import { deployFunctions, requiring } from "../acts.ts";
import { oneByOne } from "../course.ts";
import { required } from "../release.ts";
import { type Saved, inScene } from "../scene.ts";
import { passed } from "../tell.ts";
import type { Walk } from "../walk.ts";
import { type Base, sources, stageOf, uploaded } from "./base.ts";
import { wayBackOf } from "./rollbacks.ts";

/** The platform gives no sources of what was live: its bundles go back, each live at once. */
export async function byBundle({ release, old }: Base): Promise<Walk> {
  const sums = Object.values(old.saved.supabase.functions).map((one) => one.ezbr_sha256);
  const of = { ...sources.next, release };
  const { artifacts, ...live } = await inScene({ ...old.saved, unreadable: sums }, async (scene) => {
    const left = await uploaded(await passed(scene, deployFunctions(of)));
    return { artifacts: left, ...(await stageOf(scene)) };
  });
  const is = oneByOne({ from: live.met.functions, to: old.met.functions });
  const window = { name: "bundles that go back one by one", is };
  return await wayBackOf({ of, live, was: old.met, artifacts, window });
}

/** Somebody has toggled a value that the release before requires. */
export async function valuesBack({ release, old, functions, whole }: Base): Promise<Walk> {
  const live = await inScene(toggled(whole.saved), stageOf);
  const of = { ...sources.next, release };
  return await wayBackOf({ of, live, was: old.met, artifacts: functions.artifacts, build: requiring });
}

function toggled(saved: Saved): Saved {
  const vercel = structuredClone(saved.vercel);
  for (const { env } of vercel.projects)
    for (const one of env) if (one.key === required.name) one.value = "true";
  return { ...saved, vercel };
}
