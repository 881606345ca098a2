import { isDeepStrictEqual } from "node:util";
import { deployFunctions, requiring } from "../acts.ts";
import { notRemovedYet, oneByOne } from "../course.ts";
import { required } from "../release.ts";
import { type Met, type Saved, inScene } from "../scene.ts";
import { brokenIn, two } from "../sources.ts";
import { passed } from "../tell.ts";
import type { Walk } from "../walk.ts";
import { type Base, sources, stageOf, uploaded } from "./base.ts";
import { type Gone, wayBackOf } from "./rollbacks.ts";

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

/** Somebody else has left a bundle of a function that goes back: it must be activated before another one is taken (ADR 4). */
export async function roomBack(base: Base): Promise<Walk> {
  return await wayBackOf(await withRoom(base));
}

/** The same without a record, each time on a new runner: nothing but the platform tells what its bundle is (ADR 49). */
export async function roomBackUnrecorded(base: Base): Promise<Walk> {
  const { artifacts } = base.whole;
  return await wayBackOf({ ...(await withRoom(base)), artifacts, unrecorded: true });
}

async function withRoom({ release, old, functions, whole }: Base): Promise<Gone> {
  const theirs = two("9");
  const { hello = "" } = await inScene(old.saved, async (scene) => {
    await passed(scene, deployFunctions(theirs));
    return (await scene.met()).functions;
  });
  const live = await inScene(whole.saved, async (scene) => {
    // As another tool, which keeps no record, and whose other bundle is refused.
    const { code } = await scene.act(deployFunctions(brokenIn(theirs, "world")));
    if (code === 0) throw new Error("a bundle that does not compile was taken");
    return await stageOf(scene);
  });
  const course = { from: live.met.functions, to: old.met.functions };
  const isNotRemoved = notRemovedYet(course);
  const isRoom = (found: Met["functions"]): boolean => isDeepStrictEqual(found, { ...course.from, hello });
  return {
    of: { ...sources.next, release },
    live,
    was: old.met,
    artifacts: functions.artifacts,
    // Under the number that the list shows is what is live already.
    activations: [{}, { hello }, course.to],
    window: {
      name: "an abandoned bundle that makes room, or a new function not removed yet",
      is: (found) => isRoom(found) || isNotRemoved(found),
    },
  };
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
