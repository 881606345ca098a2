import type { Report } from "../../kit/action/report.ts";
import type { Done, Runtime } from "../../kit/action/runtime.ts";
import type { InputsOf } from "../../kit/action/spec.ts";
import { applyFunctions } from "../../kit/parts/functions/apply-functions.ts";
import { functionsPart, inspectFunctions } from "../../kit/parts/functions/plan-functions.ts";
import { type Proof, proveFunctions } from "../../kit/parts/functions/prove-functions.ts";
import { enterPhase } from "../../kit/release/enter-phase.ts";
import type { spec } from "./spec.ts";

/** Inspect, compare with what was approved, change, prove. */
export async function deployFunctions(
  inputs: InputsOf<typeof spec>,
  world: Runtime,
): Promise<Done<typeof spec>> {
  const found = await inspectFunctions(inputs, world);
  const part = functionsPart(found);
  const entered = await enterPhase(world, "deploy-functions", inputs, part);
  if (entered === undefined)
    return { outputs: { functions: "[]" }, report: nothingToDo(found.wanted.length) };
  for (const line of part.says) world.log.info(line);
  await applyFunctions(inputs, found.changes, entered.journal, world);
  const proof = await proveFunctions(
    inputs,
    found.changes.map(({ wanted }) => wanted),
    world,
  );
  const slugs = found.changes.map(({ slug }) => slug);
  return { outputs: { functions: JSON.stringify(slugs) }, report: reportOf(proof, part.says) };
}

function nothingToDo(n: number): Report {
  return {
    verdict: "pass",
    reason: `All ${n} functions are live already, with the declared settings.`,
    next: "Nothing to do.",
    evidence: [`${n} of ${n} functions are unchanged`],
  };
}

function reportOf({ verdict, reason, next, evidence, rows }: Proof, says: readonly string[]): Report {
  const tables = [{ title: "Functions", columns: ["function", "version", "verify_jwt", "answer"], rows }];
  return {
    verdict,
    reason,
    next,
    evidence,
    tables,
    folded: [{ title: "What changed", text: says.join("\n") }],
  };
}
