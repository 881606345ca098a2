import type { Runtime } from "../../kit/action/runtime.ts";
import type { InputsOf } from "../../kit/action/spec.ts";
import { foundGates } from "../../kit/release/found-gates.ts";
import type { Gate } from "../../kit/release/gates.ts";
import { environmentOf } from "../../kit/release/ids.ts";
import type { spec } from "./spec.ts";

/** The declared gates as GitHub has them; none where none is declared. */
export async function lookAtGates(
  inputs: InputsOf<typeof spec>,
  target: string,
  world: Pick<Runtime, "github" | "log">,
): Promise<readonly Gate[]> {
  if (Object.values(inputs.gates).every((rule) => rule === "none")) return [];
  if (inputs.githubToken === undefined) {
    world.log.warn("Gates are declared, but without github-token nobody can tell whether they are there.");
    return [];
  }
  return await foundGates(await world.github(inputs.githubToken), inputs.gates, {
    migrate: inputs.migrateEnvironment ?? environmentOf(target, "migrate"),
    "deploy-functions": inputs.deployFunctionsEnvironment ?? environmentOf(target, "deploy-functions"),
    "deploy-web": inputs.deployWebEnvironment ?? environmentOf(target, "deploy-web"),
  });
}
