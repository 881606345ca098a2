import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { undisturbed } from "../../rehearsal/release/disturb.ts";
import { type PlayedOne, playOne } from "../../rehearsal/release/play-one.ts";
import { playRun } from "../../rehearsal/release/play-release.ts";
import type { SecretWatch } from "../../rehearsal/secrets/watch-secrets.ts";
import { pointTargetAt } from "../../rehearsal/world/rollout-file.ts";
import type { World } from "../../rehearsal/world/world.ts";
import { type CountedJob, countJobs } from "./count-jobs.ts";
import { countStatements } from "./count-statements.ts";

export interface CountedRelease {
  readonly outcome: PlayedOne["report"]["outcome"];
  readonly jobs: readonly CountedJob[];
}

/** The app's own tests, suites, probes and journeys: they take what they take, whoever starts them. */
const suites = {
  smoke: { commands: [], probes: [], playwright: [], checklist: [] },
  migrate: { journeys: [] },
};

/** Takes the app's own suites out of a world's `rollout.yml`, before anything is played. */
export function leaveOutSuites(world: World): void {
  const file = join(world.repository, world.workingDirectory, "rollout.yml");
  const text = pointTargetAt(readFileSync(file, "utf8"), world.target, suites);
  writeFileSync(file, text);
  world.github.change(({ files }) => void (files[world.commit] = { "rollout.yml": text }));
}

/**
 * Plays the chain to its end in a world, every gate approved at once, and counts what its jobs ask, send and bring. `machine`
 * is told the port at which processes find the database, and gives what their environment has besides.
 */
export async function playCounted(
  world: World,
  machine: (databasePort: number) => Readonly<Record<string, string>> = () => ({}),
): Promise<CountedRelease> {
  const way = await countStatements(Number(new URL(world.databaseUrl).port));
  const counting = countJobs(world.folder, way.sent);
  try {
    const redirected = { ...led(world, way.through), env: { ...world.env, ...machine(way.port) } };
    const caller = "examples/workflows/merge-to-main.yml";
    const { report } = await playOne(redirected, {
      fail: [],
      disturbance: undisturbed,
      secrets: nobody,
      onEvent: counting.event,
      play: (heard) => playRun(redirected, { approve: "all", caller, ...heard }),
    });
    return { outcome: report.outcome, jobs: counting.jobs(report.calls ?? {}) };
  } finally {
    await way.close();
  }
}

/** Nobody looks for secrets here: that takes time which is not the release's. */
const nobody: SecretWatch = {
  event: () => {},
  said: () => {},
  look: () => {},
  end: () => ({ secrets: 0, places: [], found: [] }),
};

/** The world, with every secret that leads to its database leading there by another way. */
function led(world: World, through: (url: string) => string): World {
  const secretsOf = (secrets: Readonly<Record<string, string>>): Record<string, string> =>
    Object.fromEntries(Object.entries(secrets).map(([name, value]) => [name, through(value)]));
  world.github.change(({ environments }) => {
    for (const { secrets } of environments) Object.assign(secrets, secretsOf(secrets));
  });
  return { ...world, secrets: secretsOf(world.secrets) };
}
