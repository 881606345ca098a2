import type { Runtime } from "../../action/runtime.ts";
import { type OriginProof, type Times, originsLine, proveOrigins } from "../web/served.ts";
import { isProtected } from "./access.ts";
import type { Judged } from "./judge-suite.ts";

type World = Pick<Runtime, "http" | "clock" | "log" | "signal">;

/** Whether what is about to be tested is the release; `judged` says why not. */
export interface Identity {
  readonly evidence: string;
  readonly judged: Judged | undefined;
}

/** Every origin must serve the marker; without one, that is said and nothing is asked. */
export async function proveIdentity(
  world: World,
  origins: readonly string[],
  marker: string | undefined,
  times: Times,
): Promise<Identity> {
  if (marker === undefined)
    return { evidence: "the build marker was not compared: none was given", judged: undefined };
  const proofs = await proveOrigins(world, origins, marker, times);
  const evidence = originsLine(proofs, marker);
  const other = proofs.find(({ serves }) => !serves);
  return { evidence, judged: other === undefined ? undefined : await judge(world, other, marker) };
}

async function judge(world: World, { origin, said }: OriginProof, marker: string): Promise<Judged> {
  if (await isProtected(world, origin))
    return { outcome: "protected", reason: `${origin} is behind a login page` };
  return { outcome: "stale", reason: `${origin} ${said} instead of ${marker}` };
}
