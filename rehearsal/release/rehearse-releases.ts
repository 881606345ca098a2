import { collector } from "../report/collect.ts";
import type { ReleaseReport } from "../report/model.ts";
import type { PlayEvent } from "../player/player.ts";
import { startWorld } from "../world/start-world.ts";
import type { World } from "../world/world.ts";
import { type BreakablePhase, breaks } from "./break-phase.ts";
import { countCalls } from "./count-calls.ts";
import { type Disturbance, disturber } from "./disturb.ts";
import { outcomeOf, releaseOf } from "./outcome-of.ts";
import { type ReleaseRequest, playRelease } from "./play-release.ts";
import type { PhaseName } from "../../kit/release/phases.ts";
import { nextAfter, sliceOf } from "../../kit/release/slice.ts";
import type { Steering } from "./steer.ts";
import { witness } from "./witness.ts";

/** What is to be rehearsed, and who listens. */
export interface Rehearsal extends Disturbance {
  readonly steering: Steering;
  /** Phases to be broken for real before the first release. */
  readonly fail: readonly string[];
  /** Plays the root action.yml in one job instead of the reusable workflow. */
  readonly oneJob: boolean;
  /** Leaves out the app's own quality commands, which take longer than anything else. */
  readonly skipCommands: boolean;
  /** Releases in two runs: through this phase, and on from the next. */
  readonly slice: PhaseName | undefined;
  /** How often the same commit is released in the one world. */
  readonly runs: number;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly say: (line: string) => void;
  readonly onEvent: (event: PlayEvent) => void;
  readonly onReport: (report: ReleaseReport) => Promise<void>;
}

/** Brings up a world, plays the releases in it one after the other, and leaves nothing behind. */
export async function rehearseReleases(rehearsal: Rehearsal): Promise<void> {
  const began = Date.now();
  rehearsal.say(
    "A world of its own: PostgreSQL, PostgREST, Deno, and stand-ins for Supabase, Vercel and GitHub …",
  );
  const { env, skipCommands } = rehearsal;
  const world = await startWorld({ env, skipCommands });
  try {
    rehearsal.say(
      `It stands after ${((Date.now() - began) / 1000).toFixed(1)} s, with the previous release live.\n`,
    );
    for (const phase of rehearsal.fail) await breaks[phase as BreakablePhase](world);
    for (const start of startsOf(rehearsal)) await rehearsal.onReport(await playOne(world, rehearsal, start));
  } finally {
    await world.close();
  }
}

type Start = Pick<ReleaseRequest, "caller" | "inputs">;

/** How each run is started: by a push, or by a person who chose a slice. */
function startsOf({ oneJob, slice, runs }: Rehearsal): readonly Start[] {
  if (slice === undefined) {
    const caller = `examples/workflows/${oneJob ? "one-job" : "merge-to-main"}.yml`;
    return Array.from({ length: runs }, () => ({ caller }));
  }
  const caller = "examples/workflows/promote.yml";
  const next = nextAfter(sliceOf(undefined, slice)) ?? slice;
  return [
    { caller, inputs: { "through-phase": slice } },
    { caller, inputs: { "from-phase": next } },
  ];
}

async function playOne(world: World, rehearsal: Rehearsal, start: Start): Promise<ReleaseReport> {
  const { steering, fail } = rehearsal;
  const startedAt = Date.now();
  const before = await world.live();
  const heard = collector();
  const calls = countCalls(world);
  const seen = witness(world, fail);
  const disturb = disturber(world.github, rehearsal);
  const result = await playRelease(world, {
    ...steering,
    ...start,
    onEvent: (event, play) => {
      heard.event(event);
      rehearsal.onEvent(event);
      seen.event(event);
      calls.event(event);
      disturb(event, play);
    },
  });
  const { peak } = await seen.end();
  const after = await world.live();
  const outcome = outcomeOf(result, before, after);
  return {
    outcome,
    release: releaseOf(result),
    commit: world.commit,
    target: world.target,
    startedAt,
    milliseconds: Date.now() - startedAt,
    phases: heard.phases(result),
    before,
    after,
    peak: outcome === "rolled-back" || outcome === "partly-rolled-back" ? peak : undefined,
    calls: calls.table(),
    notes: world.notes,
  };
}
