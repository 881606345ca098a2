import { fillText, fillTexts } from "../expressions/fill.ts";
import type { Action, Step } from "../read/model.ts";
import { runBuiltin } from "./builtin-step.ts";
import { runComposite } from "./composite.ts";
import type { Bench } from "./job-run.ts";
import { runNodeAction } from "./node-action.ts";
import { runShell } from "./shell.ts";
import type { Outcome, Tools } from "./tools.ts";

/** Does what a step says. @throws {Error} when that is not possible; the message is for the log. */
export async function doWork(step: Step, bench: Bench, tools: Tools): Promise<Outcome> {
  const { does } = step;
  if (does.kind === "run") return runShell(step, does, bench, tools);
  const given = fillTexts(does.with, tools.scope);
  if (does.kind === "builtin") return runBuiltin(does.name, given, bench, tools);
  const action = does.kind === "action" ? does.action : await bench.run.readLocal(does.uses);
  return runAction(step, action, given, bench, tools);
}

async function runAction(
  step: Step,
  action: Action,
  given: Readonly<Record<string, string>>,
  bench: Bench,
  tools: Tools,
): Promise<Outcome> {
  const inputs: Record<string, string> = {};
  for (const [name, template] of action.inputs) {
    if (template !== undefined) inputs[name.toLowerCase()] = fillText(template, tools.scope);
  }
  for (const [name, value] of Object.entries(given)) inputs[name.toLowerCase()] = value;
  const { runs } = action;
  if (runs.kind === "node") return runNodeAction(step, { action, runs, inputs }, bench, tools);
  return runComposite({ action, runs, inputs }, bench, tools);
}
