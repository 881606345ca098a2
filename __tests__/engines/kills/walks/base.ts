import { cp, mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { builtSite } from "../../../support/built-site.ts";
import { needsUntil } from "../../../support/needs-until.ts";
import { type Of, deployFunctions, deployWeb, purgeCdn, rollback } from "../acts.ts";
import { before, commit, releaseOf } from "../release.ts";
import type { Done } from "../act.ts";
import { type Met, type Saved, type Scene, inScene } from "../scene.ts";
import { two, withOne } from "../sources.ts";
import { became, passed } from "../tell.ts";
import type { End, Walk } from "../walk.ts";

/** What a scene has come to. */
export interface Stage {
  readonly saved: Saved;
  readonly met: Met;
}

/** What walks begin with: an older release that is live, and the one on top of it, in its stages. */
export interface Base {
  readonly release: string;
  readonly sites: { readonly old: string; readonly next: string };
  readonly old: Stage;
  /** Its functions are live, and all of it. `artifacts` is what its jobs have uploaded. */
  readonly functions: Stage & { readonly artifacts: string };
  readonly whole: Stage & { readonly artifacts: string };
}

/** It changes two functions and adds one. */
export const sources = { old: two("1"), next: withOne(two("2"), "fresh") } as const;

export async function stageOf(scene: Scene): Promise<Stage> {
  return { saved: scene.state(), met: await scene.met() };
}

export async function newBase(): Promise<Base> {
  const saved = await before();
  const [old, next] = await Promise.all([
    builtSite({ text: "one", commit: "1".repeat(40) }),
    builtSite({ text: "two", commit }),
  ]);
  const sites = { old: old.folder, next: next.folder };
  return await inScene(saved, async (scene) => {
    // The older release went live without a record, as by another tool.
    await passed(scene, deployFunctions(sources.old));
    await passed(scene, deployWeb(sources.old, sites.old));
    await passed(scene, purgeCdn(sources.old, sites.old));
    const older = await stageOf(scene);
    const of = { ...sources.next, release: releaseOf(saved.run) };
    const artifacts = await uploaded(await passed(scene, deployFunctions(of)));
    const functions = { ...(await stageOf(scene)), artifacts };
    const all = await mkdtemp(join(tmpdir(), "prism-kills-all-"));
    await cp(artifacts, all, { recursive: true });
    await uploaded(await passed(scene, deployWeb(of, sites.next)), join(all, "web"));
    await passed(scene, purgeCdn(of, sites.next));
    const whole = { ...(await stageOf(scene)), artifacts: all };
    return { release: of.release, sites, old: older, functions, whole };
  });
}

/** What the job of a process uploads, kept apart from its scene: where that is. */
export async function uploaded({ temp }: Pick<Done, "temp">, into?: string): Promise<string> {
  const folder = into ?? (await mkdtemp(join(tmpdir(), "prism-kills-plan-")));
  await cp(join(temp, "prism-rollout"), folder, { recursive: true });
  return folder;
}

/** The rest of a walk of `deploy-functions`: run again it is live and released, rolled back it is the old one. */
export function endsOfDeployment(of: Of, was: Met, becomes: Met, artifacts: string): Walk["ends"] {
  const back = async (scene: Scene, from: string): Promise<string> => {
    const left = await scene.met();
    scene.jobs("deploy-functions", "failure");
    const given = { needs: needsUntil("deploy-functions", "failure") };
    const end = await passed(scene, rollback(of, from, given));
    const isUntouched = isDeepStrictEqual(left, was);
    return became(
      await scene.met(),
      was,
      end,
      ...(isUntouched ? ["stopped", "held", "rolled-back"] : ["rolled-back"]),
    );
  };
  const again: End = {
    hold: async (scene) => {
      scene.again("deploy-functions");
      await passed(scene, deployFunctions(of));
      const found = await scene.met();
      const end = await passed(
        scene,
        rollback(of, artifacts, { needs: needsUntil("observe", "success", { verdict: "pass" }) }),
      );
      return became(found, becomes, end, "released");
    },
  };
  return {
    again,
    // As where the runner is lost: with what `plan` has uploaded alone.
    back: { hold: (scene) => back(scene, artifacts) },
    "back with what it left": {
      afterWrites: true,
      hold: async (scene, { temp }) => await back(scene, temp),
    },
  };
}
