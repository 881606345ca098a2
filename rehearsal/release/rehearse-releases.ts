import type { SourceName } from "../../kit/parts/web/sources.ts";
import type { HostName } from "../../kit/providers/hosts/names.ts";
import type { GatedPhase, PhaseName } from "../../kit/release/phases.ts";
import { nextAfter, sliceOf } from "../../kit/release/slice/slice.ts";
import type { Again, PlayEvent } from "../player/player.ts";
import type { ReleaseReport } from "../report/model.ts";
import { withNewerCommit } from "../world/newer-commit.ts";
import type { KnownCdn } from "../stand-ins/start-cdn.ts";
import type { Skipped } from "../world/skipped.ts";
import { startWorld } from "../world/start-world.ts";
import type { World } from "../world/world.ts";
import { type BreakablePhase, breaks } from "./break-phase.ts";
import { type Disturbance, undisturbed } from "./disturb.ts";
import { type PlayedOne, playOne } from "./play-one.ts";
import { type ReleaseRequest, playAgain, playRun } from "./play-release.ts";
import { playAttempts } from "./play-attempts.ts";
import type { Steering } from "./steer.ts";
import { type People, crowd } from "./witness.ts";

/** What is to be rehearsed, and who listens. */
export interface Rehearsal extends Disturbance {
  readonly steering: Steering;
  /** Phases to be broken for real before the first release. */
  readonly fail: readonly string[];
  /** Who uses each release while it is observed; a crowd, if nobody says. */
  readonly people?: People | undefined;
  /** Plays the root action.yml in one job instead of the reusable workflow. */
  readonly oneJob: boolean;
  /** Leaves out the app's own quality commands, which take longer than anything else. */
  readonly skip: Skipped | undefined;
  /** Which CDN stands before the web host; by default Cloudflare. */
  readonly cdn?: KnownCdn | undefined;
  /** Which host serves the web; by default Vercel. */
  readonly webHost?: HostName | undefined;
  /** Where the site comes from; by default it is built as a folder of files. */
  readonly source?: SourceName | undefined;
  /** Releases in two runs: through this phase, and on from the next. */
  readonly slice: PhaseName | undefined;
  /** Runs each run again when it has ended; gates at which something happened are approved then. */
  readonly rerun: Again["jobs"] | undefined;
  /** The gate at which the run waits while a newer commit takes the target from it. */
  readonly supersede: GatedPhase | undefined;
  /** Hardly anybody uses the release while it is observed; the watch caller ends it when there are more. */
  readonly trickle?: boolean;
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
    "A world of its own: PostgreSQL, PostgREST, Deno, and stand-ins for Supabase, the host, the CDN and GitHub …",
  );
  const { env, skip, cdn, webHost, source } = rehearsal;
  const world = await startWorld({ env, skip, cdn, webHost, source });
  try {
    rehearsal.say(
      `It stands after ${((Date.now() - began) / 1000).toFixed(1)} s, with the previous release live.\n`,
    );
    for (const phase of rehearsal.fail) await breaks[phase as BreakablePhase](world);
    await world.pushed(world);
    if (rehearsal.supersede !== undefined) return await playSuperseded(world, rehearsal, rehearsal.supersede);
    if (rehearsal.trickle === true) return await playWatched(world, rehearsal);
    for (const start of startsOf(rehearsal)) await playStart(world, rehearsal, start);
  } finally {
    await world.close();
  }
}

type Start = Pick<ReleaseRequest, "caller" | "inputs">;

const promote = "examples/workflows/promote.yml";

/** How each run is started: by a push, or by a person who chose a slice. */
function startsOf({ oneJob, slice, runs }: Rehearsal): readonly Start[] {
  if (slice === undefined) {
    const caller = `examples/workflows/${oneJob ? "one-job" : "merge-to-main"}.yml`;
    return Array.from({ length: runs }, () => ({ caller }));
  }
  const next = nextAfter(sliceOf(undefined, slice)) ?? slice;
  return [
    { caller: promote, inputs: { "through-phase": slice } },
    { caller: promote, inputs: { "from-phase": next } },
  ];
}

/** A run, and where that was asked for its second attempt, at whose gates nothing is in the way. */
async function playStart(world: World, rehearsal: Rehearsal, start: Start): Promise<void> {
  const { steering, rerun, onReport } = rehearsal;
  const { ran, report } = await playOne(world, {
    ...rehearsal,
    disturbance: rehearsal,
    play: (heard) => playRun(world, { ...steering, ...start, ...heard }),
  });
  await onReport(report);
  if (rerun === undefined) return;
  rehearsal.say(`\nThe run is run again: ${rerun === "all" ? "all jobs" : "failed jobs"}.\n`);
  const second = await playOne(world, {
    ...rehearsal,
    disturbance: undisturbed,
    play: (heard) => playAgain(world, ran, rerun, { approve: steering.approve, ...start, ...heard }),
  });
  await onReport(second.report);
}

/** Too few for any verdict. */
const few = { attempts: 5, failing: 0 };

/** A release that hardly anybody uses, and later, when a crowd has come, the watch caller's look at it. */
async function playWatched(world: World, rehearsal: Rehearsal): Promise<void> {
  const { fail, say, steering } = rehearsal;
  for (const start of startsOf(rehearsal)) await playStart(world, { ...rehearsal, people: few }, start);
  const { finished, failed } = await playAttempts(world.project, crowd(fail));
  say(`\nLater ${finished + failed} people have come; the watch caller looks again.\n`);
  const start = { caller: "examples/workflows/watch.yml", inputs: { target: world.target } };
  const { report } = await playOne(world, {
    ...rehearsal,
    disturbance: undisturbed,
    people: { attempts: 0, failing: 0 },
    play: (heard) => playRun(world, { approve: steering.approve, ...start, ...heard }),
  });
  await rehearsal.onReport(report);
}

/**
 * A run, and while it waits at a gate that of a newer commit, which takes the target from it. Told one after the
 * other: the older first, to its end.
 */
async function playSuperseded(world: World, rehearsal: Rehearsal, gate: string): Promise<void> {
  const { steering, onEvent, onReport } = rehearsal;
  const later: PlayEvent[] = [];
  const newer = await withNewerCommit(world);
  const inputs = { target: world.target, supersede: "true" };
  const playNewer = (): Promise<PlayedOne> =>
    playOne(newer, {
      ...rehearsal,
      onEvent: (event) => later.push(event),
      disturbance: undisturbed,
      play: (heard) => playRun(newer, { approve: steering.approve, caller: promote, inputs, ...heard }),
    });
  let second: Promise<PlayedOne> | undefined;
  const meanwhile = { at: gate, does: async () => void (await (second ??= playNewer())) };
  const caller = startsOf(rehearsal)[0]?.caller ?? promote;
  const first = await playOne(world, {
    ...rehearsal,
    disturbance: rehearsal,
    play: (heard) => playRun(world, { ...steering, meanwhile, caller, ...heard }),
  });
  await onReport(first.report);
  if (second === undefined) return;
  rehearsal.say(`\nWhile it waited at ${gate}, a newer commit was released with supersede:\n`);
  const { report } = await second;
  later.forEach(onEvent);
  await onReport(report);
}
