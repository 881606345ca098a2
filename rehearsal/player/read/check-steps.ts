import { expressionsIn } from "../expressions/template.ts";
import type { Step } from "./model.ts";
import type { Reading, Sources } from "./reading.ts";
import { checkReferences, type Known, type Names, namesOf } from "./references.ts";

/**
 * Checks the names in steps: what a step may say of others, it may only say of earlier ones.
 * @returns what is known when all have run.
 */
export function checkSteps(
  steps: readonly Step[],
  known: Known,
  problem: Reading["problem"],
  sources: Sources,
): Known {
  const earlier = new Map<string, Names>();
  for (const step of steps) {
    const { name, env, timeoutMinutes, continueOnError, does, condition } = step;
    const parts = [condition, name, env, timeoutMinutes, continueOnError];
    const work = does.kind === "run" ? [does.script, does.shell, does.workingDirectory] : [does.with];
    checkReferences(
      [...parts, ...work].flatMap(expressionsIn),
      { ...known, steps: new Map(earlier) },
      problem,
    );
    if (step.id !== undefined) earlier.set(step.id.toLowerCase(), outputsOfStep(step, sources));
  }
  return { ...known, steps: earlier };
}

function outputsOfStep({ does }: Step, { builtins }: Sources): Names {
  if (does.kind === "action") return namesOf(does.action.outputs.keys());
  if (does.kind === "builtin") return namesOf(builtins.get(does.name)?.outputs ?? []);
  return undefined;
}
