import type { PlayEvent } from "../player/player.ts";
import { breaks } from "../release/break-phase.ts";
import { playRelease } from "../release/play-release.ts";
import { type Told, toldBy } from "../release/told-by.ts";
import { witness } from "../release/witness.ts";
import { startWorld } from "../world/start-world.ts";
import type { World } from "../world/world.ts";
import type { ActEvent } from "./events.ts";
import { type ActPlay, playUnderAct } from "./play-under-act.ts";
import type { Scenario } from "./scenarios.ts";

/** A scenario as both engines played it. */
export interface Compared {
  readonly player: Told;
  readonly act: Told;
  /** What was left out of the workflows for act. */
  readonly dropped: readonly string[];
  /** What either complained of. */
  readonly errors: readonly string[];
}

/** Every name that the two do not say the same of, or of which they do not say what the scenario is about. */
export function differences(
  { player, act }: Pick<Compared, "player" | "act">,
  outcome: Scenario["outcome"],
): readonly string[] {
  const names = new Set([...Object.keys(player), ...Object.keys(act)]);
  const apart = [...names].filter((name) => player[name] !== act[name]);
  return player["outcome"] === outcome ? apart : [...new Set([...apart, "outcome"])];
}

/** How a scenario is to be compared. */
export interface Comparison {
  readonly env: Environment;
  /** Both engines at once, or one after the other. */
  readonly atOnce: boolean;
  /** What our player has made of the very same release already: then only act plays it. */
  readonly told?: Told | undefined;
}

/** Plays a scenario under both engines, each in a world of its own. */
export async function compare(
  { fail, caller, skip }: Scenario,
  act: string,
  { env, atOnce, told }: Comparison,
): Promise<Compared> {
  const inWorld = worldsOf(env, fail, skip);
  const playing =
    told === undefined
      ? inWorld((world) => playerTold(world, fail, caller))
      : Promise.resolve({ told, errors: [] });
  if (!atOnce) await playing;
  const acting = inWorld((world) => actPlayed(world, fail, caller, act));
  await Promise.allSettled([playing, acting]);
  const [player, { jobs, result, outcome, dropped, errors }] = [await playing, await acting];
  return {
    player: player.told,
    act: { ...jobs, run: result, outcome },
    dropped,
    errors: [...player.errors, ...errors.map((error) => `act: ${error}`)],
  };
}

type Environment = Readonly<Record<string, string | undefined>>;

function worldsOf(
  env: Environment,
  fail: Scenario["fail"],
  skip: Scenario["skip"],
): <T>(work: (world: World) => Promise<T>) => Promise<T> {
  return async (work) => {
    const world = await startWorld({ env, skip });
    try {
      for (const phase of fail) await breaks[phase](world);
      return await work(world);
    } finally {
      await world.close();
    }
  };
}

async function playerTold(
  world: World,
  fail: Scenario["fail"],
  caller: string,
): Promise<{ readonly told: Told; readonly errors: readonly string[] }> {
  const seen = witness(world, fail);
  const errors: string[] = [];
  const onEvent = (event: PlayEvent): void => {
    seen.event(event);
    if (event.kind !== "annotation" || event.level !== "error") return;
    errors.push(`player: ${event.job.id}: ${event.message}`);
  };
  const played = await playRelease(world, { approve: "all", caller, onEvent });
  await seen.end();
  return { told: toldBy(played), errors };
}

async function actPlayed(
  world: World,
  fail: Scenario["fail"],
  caller: string,
  act: string,
): Promise<ActPlay> {
  const seen = witness(world, fail);
  const played = await playUnderAct(world, { act, caller, onEvent: (event) => tell(seen, event) });
  await seen.end();
  return played;
}

/** People come as soon as `observe` begins, whichever engine plays. */
function tell(seen: ReturnType<typeof witness>, event: ActEvent): void {
  const at = Date.now();
  if (event.kind === "job-started") seen.event({ ...event, at });
  if (event.kind === "inner-step-started") {
    const { id, job } = event;
    seen.event({ kind: "step-started", at, job, step: { key: `rollout/${id}`, name: id, depth: 1 } });
  }
}
