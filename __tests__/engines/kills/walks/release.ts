import { deployFunctions } from "../acts.ts";
import { inScene } from "../scene.ts";
import { passed } from "../tell.ts";
import type { Walk } from "../walk.ts";
import { type Base, endsOfDeployment, sources } from "./base.ts";
import { wayBackOf } from "./rollbacks.ts";

/** The functions of a release: what waits is seen by nobody, and one call activates all of it. */
export async function deployment({ release, old, functions }: Base): Promise<Walk> {
  const of = { ...sources.next, release };
  const act = deployFunctions(of);
  return {
    start: old.saved,
    ready: (scene) => scene.jobs("deploy-functions"),
    act,
    calls: await inScene(old.saved, async (scene) => (await passed(scene, act)).calls),
    functions: { from: old.met.functions, to: functions.met.functions },
    web: [old.met.web],
    ends: endsOfDeployment(of, old.met, functions.met, functions.artifacts),
  };
}

/** All of it goes back: web, its cache, functions. */
export async function wayBack({ release, old, functions, whole }: Base): Promise<Walk> {
  const of = { ...sources.next, release };
  return await wayBackOf({ of, live: whole, was: old.met, artifacts: functions.artifacts });
}
