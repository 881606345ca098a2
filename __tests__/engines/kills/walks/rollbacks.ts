import { isDeepStrictEqual } from "node:util";
import { type Of, rollback, smokeFailed } from "../acts.ts";
import { type Course, notRemovedYet } from "../course.ts";
import { type Met, type Scene, inScene } from "../scene.ts";
import { became, passed } from "../tell.ts";
import type { Walk } from "../walk.ts";
import type { Stage } from "./base.ts";

/** A release of which `smoke` says that it fails, and what it was before. */
export interface Gone {
  readonly of: Of;
  readonly live: Stage;
  readonly was: Met;
  readonly artifacts: string;
  readonly window?: Course["window"];
  readonly activations?: Course["activations"];
  /** More of its rollout.yml. */
  readonly build?: string;
}

/** A chain's rollback. Killed anywhere and run again on a new runner, all of it is what it was. */
export async function wayBackOf(gone: Gone): Promise<Walk> {
  const { of, live, was, artifacts, window, activations, build } = gone;
  const act = (attempt?: string) => {
    const plain = rollback(of, artifacts, smokeFailed(attempt));
    return build === undefined ? plain : { ...plain, build };
  };
  const ready = (scene: Scene): void => scene.jobs("smoke", "failure");
  const course = { from: live.met.functions, to: was.functions };
  return {
    start: live.saved,
    ready,
    act: act(),
    calls: await inScene(live.saved, async (scene) => {
      ready(scene);
      const { calls } = await passed(scene, act());
      const found = await scene.met();
      if (isDeepStrictEqual(found, was)) return calls;
      throw new Error(`a rollback that was let through leaves ${JSON.stringify(found)}`);
    }),
    functions: {
      ...course,
      ...(activations === undefined ? {} : { activations }),
      window: window ?? { name: "a new function not removed yet", is: notRemovedYet(course) },
    },
    web: [was.web, live.met.web],
    ends: {
      // What `smoke` has said in the attempt before still counts.
      "the rollback alone again": {
        hold: async (scene) => {
          scene.again("rollback");
          const end = await passed(scene, act());
          return became(await scene.met(), was, end, "rolled-back");
        },
      },
      "all that failed again": {
        hold: async (scene) => {
          scene.again("smoke");
          ready(scene);
          const end = await passed(scene, act("2"));
          return became(await scene.met(), was, end, "rolled-back");
        },
      },
    },
  };
}
