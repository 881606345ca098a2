import { isDeepStrictEqual } from "node:util";
import { type Of, rollback, smokeFailed } from "../acts.ts";
import { type Course, notRemovedYet } from "../course.ts";
import type { Act } from "../act.ts";
import { type Met, type Scene, inScene } from "../scene.ts";
import { became, heldFirst, passed } from "../tell.ts";
import type { Walk } from "../walk.ts";
import type { Way } from "../ways.ts";
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
  /** Times at which it is ended beside its calls, of a run that took so long. */
  readonly times?: (milliseconds: number) => readonly number[];
  /** How it is ended before either re-run. */
  readonly ways?: readonly [readonly Way[], readonly Way[]];
  /** Nobody is asked for the record: what is changed is known by the providers and what jobs have uploaded. */
  readonly unrecorded?: true;
}

/** A chain's rollback. Killed anywhere and run again on a new runner, all of it is what it was. */
export async function wayBackOf(gone: Gone): Promise<Walk> {
  const { of, live, was, artifacts, window, activations, build, unrecorded, times } = gone;
  const { ways = [["killed"], ["killed"]] } = gone;
  const act = (attempt?: string) => {
    const token = unrecorded === undefined ? {} : { "github-token": "" };
    const plain = rollback(of, artifacts, { ...smokeFailed(attempt), ...token });
    return build === undefined ? plain : { ...plain, build };
  };
  const byPerson = (): Act => rollback(of, artifacts, { reason: "smoke fails", "github-token": "" });
  const ready = (scene: Scene): void => scene.jobs("smoke", "failure");
  const course = { from: live.met.functions, to: was.functions };
  const { calls, milliseconds } = await inScene(live.saved, async (scene) => {
    ready(scene);
    const done = await passed(scene, act());
    const found = await scene.met();
    if (isDeepStrictEqual(found, was)) return done;
    throw new Error(`a rollback that was let through leaves ${JSON.stringify(found)}`);
  });
  return {
    start: live.saved,
    ready,
    act: act(),
    calls,
    times: times?.(milliseconds) ?? [],
    functions: {
      ...course,
      ...(activations === undefined ? {} : { activations }),
      window: window ?? { name: "a new function not removed yet", is: notRemovedYet(course) },
    },
    web: [was.web, live.met.web],
    ends: {
      // What `smoke` has said in the attempt before still counts.
      "the rollback alone again": {
        ways: ways[0],
        hold: async (scene) => {
          scene.again("rollback");
          // Where nothing is back yet, nobody but GitHub could tell whether `smoke` was to run again, too: a person says.
          const isHeld = unrecorded === true && isDeepStrictEqual(await scene.met(), live.met);
          const end = isHeld ? await heldFirst(scene, act(), byPerson()) : await passed(scene, act());
          return became(await scene.met(), was, end, "rolled-back");
        },
      },
      "all that failed again": {
        ways: ways[1],
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
