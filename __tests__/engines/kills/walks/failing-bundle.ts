import { isDeepStrictEqual } from "node:util";
import { type Of, deployFunctions, rollback } from "../acts.ts";
import type { Course } from "../course.ts";
import { needsUntil } from "../../../support/needs-until.ts";
import type { Done } from "../act.ts";
import { type Met, type Scene, inScene } from "../scene.ts";
import { brokenIn, two, withOne } from "../sources.ts";
import { became, passed } from "../tell.ts";
import type { Walk } from "../walk.ts";
import { type Base, endsOfDeployment, sources, uploaded } from "./base.ts";

type Functions = Met["functions"];

const failing = brokenIn(sources.next, "world");
/** The release after it: another version of both, and the same new function. */
const mended = withOne(two("3"), "fresh");

/** One of the bundles is refused: nothing is activated, and the mended release goes live over what was left. */
export async function refused({ release, old, functions }: Base): Promise<Walk> {
  const of = { ...failing, release };
  const act = deployFunctions(of);
  return {
    start: old.saved,
    ready: (scene) => scene.jobs("deploy-functions"),
    act,
    calls: await inScene(old.saved, async (scene) => (await refusedIn(scene, of)).calls),
    functions: { from: old.met.functions, to: old.met.functions },
    web: [old.met.web],
    ends: {
      again: {
        hold: async (scene) => {
          scene.again("deploy-functions");
          await refusedIn(scene, of);
          const found = await scene.met();
          return isDeepStrictEqual(found, old.met) ? "held" : `live is ${JSON.stringify(found)}`;
        },
      },
      back: {
        hold: async (scene) => {
          scene.jobs("deploy-functions", "failure");
          const needs = needsUntil("deploy-functions", "failure");
          const end = await passed(scene, rollback(of, functions.artifacts, { needs }));
          return became(await scene.met(), old.met, end, "stopped", "held");
        },
      },
      "the next release": {
        afterWrites: true,
        hold: async (scene) => {
          await passed(scene, deployFunctions({ ...mended, release: await scene.next("failure") }));
          const live = Object.keys((await scene.met()).functions);
          return live.length === mended.functions.length ? "held" : `live is ${live.join(", ")}`;
        },
      },
    },
  };
}

/** The release after a refused one: what that left must be activated before another bundle is taken (ADR 4). */
export async function makingRoom({ release, old, functions }: Base): Promise<Walk> {
  const blocked = await inScene(old.saved, async (scene) => {
    await refusedIn(scene, { ...failing, release });
    const next = await scene.next("failure");
    return { saved: scene.state(), next };
  });
  const of = { ...mended, release: blocked.next };
  const act = deployFunctions(of);
  const through = await inScene(blocked.saved, async (scene) => {
    const done = await passed(scene, act);
    return { calls: done.calls, artifacts: await uploaded(done), met: await scene.met() };
  });
  return {
    start: blocked.saved,
    ready: (scene) => scene.jobs("deploy-functions"),
    act,
    calls: through.calls,
    functions: courseOver(functions.met.functions, old.met.functions, through.met.functions),
    web: [old.met.web],
    ends: endsOfDeployment(of, old.met, through.met, through.artifacts),
  };
}

/**
 * What was bundled beside the refused one is live first, for as long as another one takes to be built: the new function,
 * then the one that the list shows with the number of what is live.
 */
function courseOver(next: Functions, from: Functions, to: Functions): Course {
  const { hello = "", fresh = "" } = next;
  const rooms: readonly Functions[] = [{ fresh }, { hello }];
  const [one, both] = [
    { ...from, fresh },
    { ...from, fresh, hello },
  ];
  const is = (live: Functions): boolean => [one, both].some((room) => isDeepStrictEqual(live, room));
  return {
    from,
    to,
    activations: [...rooms, to],
    window: { name: "abandoned bundles that make room", is },
  };
}

async function refusedIn(scene: Scene, of: Of): Promise<Done> {
  const done = await scene.act(deployFunctions(of));
  const said = done.errors.join(" ");
  if (done.code !== null && done.code !== 0 && /none was activated: world/.test(said)) return done;
  throw new Error(`a bundle that does not compile ends with ${done.code}: ${said || done.out}`);
}
