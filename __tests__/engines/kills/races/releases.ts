import type { Met, Scene } from "../scene.ts";
import { inScene } from "../scene.ts";
import { isDeepStrictEqual } from "node:util";
import { type Of, deployFunctions, rollback, smokeFailed } from "../acts.ts";
import { two } from "../sources.ts";
import type { Done } from "../act.ts";
import { passed } from "../tell.ts";
import { type Base, sources, uploaded } from "../walks/base.ts";
import { needsUntil } from "../../../support/needs-until.ts";
import type { Race } from "./race.ts";
import { oneProceeds } from "./who.ts";

/** Another commit's functions. */
const third = two("3");

async function becoming(base: Base, of: Of): Promise<Met["functions"]> {
  return await inScene(base.old.saved, async (scene) => {
    await passed(scene, deployFunctions(of));
    return (await scene.met()).functions;
  });
}

/** Two releases at once: the one that comes second does its functions, and is not over. */
export async function twoReleases(base: Base): Promise<Race> {
  const [a, b] = [base.functions.met.functions, await becoming(base, third)];
  return {
    start: base.old.saved,
    ready: async (scene) => {
      scene.jobs("deploy-functions");
      const other = await scene.beside("release");
      const second = { ...deployFunctions({ ...third, release: other.release }), run: other.run };
      return {
        first: deployFunctions({ ...sources.next, release: base.release }),
        second: () => scene.act(second),
        judge: async (did, theirs) =>
          oneProceeds(
            (await scene.met()).functions,
            { names: [base.release], did, makes: a },
            { names: [other.release], did: theirs, makes: b },
          ),
      };
    },
  };
}

/** The same, and the second one is released and over before the first goes on; it is the newer one, or the older. */
export async function onceOver(base: Base, isNewer: boolean): Promise<Race> {
  const [next, other] = [base.functions.met.functions, await becoming(base, third)];
  return {
    start: base.old.saved,
    ready: async (scene) => {
      scene.jobs("deploy-functions");
      const newer = await scene.beside("release");
      const own = { run: scene.state().run, release: base.release };
      const [mine, theirs] = isNewer ? [own, newer] : [newer, own];
      return {
        first: { ...deployFunctions({ ...sources.next, release: mine.release }), run: mine.run },
        second: async () => {
          const done = await scene.act({
            ...deployFunctions({ ...third, release: theirs.release }),
            run: theirs.run,
          });
          if (done.code === 0) await finished(scene, theirs, base);
          return done;
        },
        judge: async (did, second) => {
          const live = (await scene.met()).functions;
          if (!isNewer && did.code === 0 && second.code === 0)
            return isDeepStrictEqual(live, next)
              ? await wentOver(scene, { ...mine, did }, other)
              : `live is ${JSON.stringify(live)}, and ${mine.release} went on last`;
          return oneProceeds(
            live,
            { names: [mine.release], did, makes: next },
            { names: [theirs.release], did: second, makes: other },
          );
        },
      };
    },
  };
}

/** A newer release that looks for the first time when the older one is over comes after it: that one is what it goes back to. */
async function wentOver(
  scene: Scene,
  { run, release, did }: { readonly run: number; readonly release: string; readonly did: Done },
  other: Met["functions"],
): Promise<string | undefined> {
  const failed = rollback({ ...sources.next, release }, await uploaded(did), smokeFailed());
  await passed(scene, { ...failed, run });
  const back = (await scene.met()).functions;
  return isDeepStrictEqual(back, other) ? undefined : `it went back to ${JSON.stringify(back)}`;
}

async function finished(
  scene: Scene,
  { run, release }: { readonly run: number; readonly release: string },
  base: Base,
): Promise<void> {
  const needs = needsUntil("observe", "success", { verdict: "pass" });
  await passed(scene, { ...rollback({ ...third, release }, base.functions.artifacts, { needs }), run });
}

/** A release, and a person who rolls back what is live. */
export async function againstRollback(base: Base, who: "release" | "person"): Promise<Race> {
  const start = await inScene(base.whole.saved, async (scene) => {
    const of = { ...sources.next, release: base.release };
    const needs = needsUntil("observe", "success", { verdict: "pass" });
    await passed(scene, rollback(of, base.whole.artifacts, { needs }));
    scene.byPerson("success");
    return await scene.keep();
  });
  const [old, over] = [
    base.old.met.functions,
    await inScene(base.whole.saved, async (scene) => {
      await passed(scene, deployFunctions(third));
      return (await scene.met()).functions;
    }),
  ];
  return {
    start,
    ready: async (scene) => {
      const person = { run: scene.state().run };
      const release = await scene.beside("release");
      const back = {
        ...rollback({ ...sources.next, release: base.release }, base.whole.artifacts, {
          reason: "it is wrong",
        }),
        ...person,
      };
      const on = { ...deployFunctions({ ...third, release: release.release }), run: release.run };
      const [first, second] = who === "release" ? [on, back] : [back, on];
      return {
        first,
        second: () => scene.act(second),
        judge: async (one, other) => {
          const [forth, away] = who === "release" ? [one, other] : [other, one];
          return oneProceeds(
            (await scene.met()).functions,
            { names: [release.release], did: forth, makes: over },
            { names: [base.release, "rollback of"], did: away, makes: old },
          );
        },
      };
    },
  };
}

/** A runner that GitHub has given up, and with it its token, and the one on which its job runs again. */
export async function lostAndFound({ release, old, functions }: Base): Promise<Race> {
  const of = { ...sources.next, release };
  return {
    start: old.saved,
    ready: async (scene) => {
      scene.jobs("deploy-functions");
      return {
        first: deployFunctions(of),
        second: async () => {
          scene.revoke();
          scene.again("deploy-functions");
          return await scene.act(deployFunctions(of));
        },
        judge: async (first, second) => {
          const found = (await scene.met()).functions;
          if (second.code !== 0) return `the re-run ended ${second.code}: ${second.errors.join(" ")}`;
          if (!isDeepStrictEqual(found, functions.met.functions)) return `live is ${JSON.stringify(found)}`;
          return first.code === 0 || first.errors.join(" ") !== "" ? undefined : "the lost one says nothing";
        },
      };
    },
  };
}
