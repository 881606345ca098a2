import { isDeepStrictEqual } from "node:util";
import type { Act, Done } from "./act.ts";
import type { Met, Scene } from "./scene.ts";

/** @throws {Error} with what the process said, where it did not end well. */
export async function passed(scene: Scene, act: Act): Promise<Done> {
  const ran = await scene.act(act);
  if (ran.code !== 0)
    throw new Error(`${act.action} ended with ${ran.code}: ${ran.errors.join(" ") || ran.out}`);
  return ran;
}

/**
 * Does what a process says that is to be done, which holds the release and changes nothing; where a host has gone on by
 * itself by then, the process may know better.
 */
export async function heldFirst(scene: Scene, act: Act, next: Act): Promise<Done> {
  const before = await scene.met();
  const held = await scene.act(act);
  if (held.code === 0) return held;
  const isHeld = held.code === 1 && /Held: .* Run this action with `reason`/.test(held.errors.join(" "));
  if (isHeld && isDeepStrictEqual(await scene.met(), before)) return await passed(scene, next);
  throw new Error(`it was not held: ${held.code}, ${held.errors.join(" ")}`);
}

/** "held" where users meet this, and the release ended so. */
export function became(found: Met, wanted: Met, { outputs }: Done, ...outcomes: readonly string[]): string {
  if (!isDeepStrictEqual(found, wanted))
    return `live is ${JSON.stringify(found)}, not ${JSON.stringify(wanted)}`;
  const said = outputOf(outputs, "outcome");
  return outcomes.includes(said) ? "held" : `ends ${said}`;
}

/**
 * A rollback, and how the release ended by it: one that is held is a failed job.
 * @throws {Error} with what the process said, where it said no outcome.
 */
export async function outcomeOf(scene: Scene, act: Act): Promise<string> {
  const ran = await scene.act(act);
  const outcome = outputOf(ran.outputs, "outcome");
  if (outcome !== "" && (ran.code === 0 || (ran.code === 1 && outcome === "held"))) return outcome;
  throw new Error(`${act.action} ended ${ran.code}: ${ran.errors.join(" ") || ran.out}`);
}

/** undefined where users meet this. */
export function differ(found: Met, wanted: Met): string | undefined {
  return isDeepStrictEqual(found, wanted)
    ? undefined
    : `live is ${JSON.stringify(found)}, not ${JSON.stringify(wanted)}`;
}

/** What a process gave as an output last; "" where it gave none. */
export function outputOf(outputs: string, name: string): string {
  const all = [...outputs.matchAll(/^([\w-]+)<<(\S+)\n([^]*?)\n\2$/gm)];
  return all.findLast(([, one]) => one === name)?.[3] ?? "";
}
