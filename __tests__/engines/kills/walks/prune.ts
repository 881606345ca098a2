import { type Of, deployFunctions, deployWeb } from "../acts.ts";
import { notRemovedYet } from "../course.ts";
import { before, releaseOf } from "../release.ts";
import { inScene } from "../scene.ts";
import { withOne } from "../sources.ts";
import { passed } from "../tell.ts";
import type { Walk } from "../walk.ts";
import { type Base, type Stage, endsOfDeployment, sources, stageOf, uploaded } from "./base.ts";
import { wayBackOf } from "./rollbacks.ts";

/** What nobody has a folder for any more is removed, once what is wanted is live. */
export async function pruning(base: Base): Promise<Walk> {
  const { of, old, pruned } = await stagesOf(base);
  const course = { from: old.met.functions, to: pruned.met.functions };
  return {
    start: old.saved,
    ready: (scene) => scene.jobs("deploy-functions"),
    act: deployFunctions(of),
    calls: pruned.calls,
    functions: { ...course, window: { name: "an old function not removed yet", is: notRemovedYet(course) } },
    web: [old.met.web],
    ends: endsOfDeployment(of, old.met, pruned.met, pruned.artifacts),
  };
}

/** What was removed comes back together with the others. */
export async function pruningBack(base: Base): Promise<Walk> {
  const { of, old, pruned } = await stagesOf(base);
  return await wayBackOf({ of, live: pruned, was: old.met, artifacts: pruned.artifacts });
}

interface Stages {
  readonly of: Of;
  readonly old: Stage;
  readonly pruned: Stage & { readonly artifacts: string; readonly calls: readonly string[] };
}

async function stagesOf({ sites }: Base): Promise<Stages> {
  const saved = await before();
  return await inScene(saved, async (scene) => {
    const older = withOne(sources.old, "stale");
    await passed(scene, deployFunctions(older));
    await passed(scene, deployWeb(older, sites.old));
    const old = await stageOf(scene);
    const of = { ...sources.next, more: ", prune: true", release: releaseOf(saved.run) };
    const done = await passed(scene, deployFunctions(of));
    const artifacts = await uploaded(done);
    return { of, old, pruned: { ...(await stageOf(scene)), artifacts, calls: done.calls } };
  });
}
