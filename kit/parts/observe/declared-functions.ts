import { optional } from "../../action/input.ts";
import type { Runtime } from "../../action/runtime.ts";
import { functionsInputs } from "../functions/inputs.ts";

/** The functions that are declared, here or where they are deployed; undefined for all of the project. */
export function declaredFunctions(
  functions: readonly string[] | undefined,
  world: Pick<Runtime, "section" | "sections">,
): readonly string[] | undefined {
  if (functions !== undefined || !world.sections.includes("deploy-functions")) return functions;
  return world.section("deploy-functions", { functions: optional(functionsInputs.functions) }).functions;
}
