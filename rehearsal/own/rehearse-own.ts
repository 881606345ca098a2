import { join } from "node:path";
import type { Again, PlayEvent } from "../player/player.ts";
import { type Disturbance, undisturbed } from "../release/disturb.ts";
import { playOne } from "../release/play-one.ts";
import { playAgain, playRun } from "../release/play-release.ts";
import type { Steering } from "../release/steer.ts";
import type { ReleaseReport } from "../report/model.ts";
import { adviceFor } from "./advice.ts";
import type { OwnOrder } from "./order.ts";
import { type Traffic, traffic } from "./traffic.ts";
import { type OwnWorld, startOwnWorld } from "./world.ts";

/** How a repository's release is rehearsed, and who listens. */
export interface OwnRehearsal extends Disturbance {
  readonly order: OwnOrder;
  readonly steering: Steering;
  /** Runs the run again when it has ended. */
  readonly rerun: Again["jobs"] | undefined;
  /** How often it is released in the one world. */
  readonly runs: number;
  readonly onEvent: (event: PlayEvent) => void;
  readonly onReport: (report: ReleaseReport) => Promise<void>;
}

const caller = "examples/workflows/merge-to-main.yml";

/** Nobody but the repository's own probes and suites uses the release. */
const nobody = { attempts: 0, failing: 0 };

/**
 * Brings up a world of a repository, releases the folder as it is, and leaves nothing behind but the report.
 * @throws {UserError} for what keeps it from being begun, and its author can mend.
 */
export async function rehearseOwn(rehearsal: OwnRehearsal): Promise<void> {
  const began = Date.now();
  const world = await startOwnWorld(rehearsal.order);
  try {
    rehearsal.order.say(`The world stands after ${((Date.now() - began) / 1000).toFixed(1)} s.\n`);
    for (let run = 0; run < rehearsal.runs; run += 1) await playStart(world, rehearsal);
  } finally {
    await world.close();
  }
}

async function playStart(world: OwnWorld, rehearsal: OwnRehearsal): Promise<void> {
  const { steering, rerun, order } = rehearsal;
  const users = usersOf(world, order);
  const tell = async (report: ReleaseReport): Promise<void> => {
    const came = users?.told();
    if (came !== undefined) order.say(came);
    await rehearsal.onReport({ ...report, instead: adviceFor(report, order.repository, order.traffic) });
  };
  const common = { fail: [], people: users?.use ?? nobody, onEvent: rehearsal.onEvent };
  const { ran, report } = await playOne(world, {
    ...common,
    disturbance: rehearsal,
    play: (heard) => playRun(world, { ...steering, caller, ...heard }),
  });
  await tell(report);
  if (rerun === undefined) return;
  order.say(`\nThe run is run again: ${rerun === "all" ? "all jobs" : "failed jobs"}.\n`);
  const again = { approve: steering.approve, caller };
  const second = await playOne(world, {
    ...common,
    disturbance: undisturbed,
    play: (heard) => playAgain(world, ran, rerun, { ...again, ...heard }),
  });
  await tell(second.report);
}

/** What the command line that uses the release has of the world: what the app's own users have, and no secret. */
function usersOf(world: OwnWorld, { traffic: line, repository }: OwnOrder): Traffic | undefined {
  if (line === undefined) return undefined;
  const { site, project, reaper } = world;
  const addresses = {
    BASE_URL: site,
    SUPABASE_URL: project.url,
    SUPABASE_PUBLISHABLE_KEY: project.publishableKey,
  };
  const cwd = join(world.repository, repository.workingDirectory);
  return traffic(line, { cwd, env: { ...world.env, ...addresses }, reaper });
}
