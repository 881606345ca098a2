import { isDeepStrictEqual } from "node:util";
import type { Act, Done, Met, Scene } from "./scene.ts";

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
  const said = outcomeOf(outputs);
  return outcomes.includes(said) ? "held" : `ends ${said}`;
}

function outcomeOf(outputs: string): string {
  return [...outputs.matchAll(/^outcome<<(\S+)\n(.*)\n\1$/gm)].at(-1)?.[2] ?? "";
}
