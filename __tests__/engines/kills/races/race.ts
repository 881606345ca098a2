import type { Act, Done } from "../act.ts";
import { type Boundary, boundariesOf } from "../door.ts";
import { keepRow } from "../keep-row.ts";
import { type Saved, type Scene, inScene } from "../scene.ts";

/** Two that want the same target: one is held at a call, the other does all of its own, and then the first goes on. */
export interface Race {
  readonly start: Saved;
  /** Brings a scene to where both are about to begin. */
  ready(scene: Scene): Promise<Racers>;
}

export interface Racers {
  readonly first: Act;
  /** All that the other one does, while the first is held. */
  second(): Promise<Done>;
  /** Looks from outside; undefined where all is as it must be. */
  judge(first: Done, second: Done): Promise<string | undefined>;
}

export interface Raced {
  readonly calls: number;
  /** The places at which the first can be held. */
  readonly places: number;
  readonly chosen: number;
  readonly tried: number;
  /** How often the first one went on. */
  readonly firsts: number;
  readonly failures: readonly string[];
}

/** `most` of the places, others for another seed; all where it is undefined. `only`: words of a failure's line. */
export interface Places {
  readonly most: number | undefined;
  readonly seed: number;
  readonly only: string;
}

export async function raceAll(race: Race, { most, seed, only }: Places): Promise<Raced> {
  const calls = await inScene(race.start, async (scene) => {
    const { first } = await race.ready(scene);
    return (await scene.act(first)).calls;
  });
  const named = boundariesOf(calls).map((at) => [nameOf(at, calls), at] as const);
  const all = named.filter(([name]) => name.includes(only));
  const step = most === undefined ? 1 : Math.max(1, all.length / most);
  const count = Math.min(all.length, most ?? all.length);
  const waiting = Array.from({ length: count }, (_, at) => (Math.floor(at * step) + seed) % all.length);
  const failures: string[] = [];
  let [tried, firsts] = [0, 0];
  const worker = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const [name, at] = all[next] ?? never();
      const came = await runOne(race, at).catch((error: unknown) => ({
        problem: String(error),
        wins: false,
      }));
      if (came === "not reached") continue;
      tried += 1;
      if (came.wins) firsts += 1;
      if (came.problem !== undefined) failures.push(`${name}: ${came.problem}`);
    }
  };
  await Promise.all([worker(), worker()]);
  return { calls: calls.length, places: named.length, chosen: count, tried, firsts, failures };
}

async function runOne(
  race: Race,
  at: Boundary,
): Promise<"not reached" | { readonly problem: string | undefined; readonly wins: boolean }> {
  return await inScene(race.start, async (scene) => {
    const { first, second, judge } = await race.ready(scene);
    const seconds: Done[] = [];
    const failed: unknown[] = [];
    const meanwhile = async (): Promise<void> => {
      try {
        seconds.push(await second());
      } catch (error) {
        failed.push(error);
      }
    };
    const done = await scene.act({ ...first, at, meanwhile });
    if (failed.length > 0) throw failed[0];
    const [other] = seconds;
    if (other === undefined) return "not reached";
    return { problem: await judge(done, other), wins: done.code === 0 };
  });
}

function nameOf({ call, moment }: Boundary, calls: readonly string[]): string {
  return `held ${moment} call ${call} (${calls[call]?.slice(0, 140)})`;
}

function never(): never {
  throw new Error("a place is missing");
}

/** One line a race, for whoever reads the log: also where all held. */
export function sayRace(
  what: string,
  { calls, places, chosen, tried, firsts, failures }: Raced,
  seed: number,
): void {
  const held = tried - failures.length;
  keepRow({ name: what, places, cases: places, chosen, tried, held });
  const line = `race, ${what}: ${calls} calls, ${tried} tried, ${held} held; the first went on ${firsts} times (seed ${seed})`;
  process.stdout.write(`${[line, ...failures].join("\n  ")}\n`);
}
