import { isDeepStrictEqual } from "node:util";
import type { Act, Done, Met, Scene } from "./scene.ts";

/** @throws {Error} with what the process said, where it did not end well. */
export async function passed(scene: Scene, act: Act): Promise<Done> {
  const ran = await scene.act(act);
  if (ran.code !== 0)
    throw new Error(`${act.action} ended with ${ran.code}: ${ran.errors.join(" ") || ran.out}`);
  return ran;
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
