import { fillText } from "../expressions/fill.ts";
import type { Action, CompositeRuns } from "../read/model.ts";
import { type Bench, githubOf, scopeOf } from "./job-run.ts";
import type { Outcome, Tools } from "./tools.ts";

/** A composite action with the inputs of one step, by lower-case name. */
export interface CompositeUse {
  readonly action: Action;
  readonly runs: CompositeRuns;
  readonly inputs: Readonly<Record<string, string>>;
}

/** Runs the steps of a composite action on a bench of their own: own steps, own inputs, no secrets. */
export async function runComposite(use: CompositeUse, bench: Bench, tools: Tools): Promise<Outcome> {
  const { action } = use;
  const github = {
    ...githubOf(bench),
    action_path: action.folder,
    action_repository: action.repository.name,
    action_ref: action.repository.ref,
  };
  const inner: Bench = {
    run: bench.run,
    outer: bench,
    depth: bench.depth + 1,
    home: action.repository,
    records: new Map(),
    env: tools.env,
    contexts: { github, inputs: use.inputs, secrets: {}, needs: {} },
    asked: tools.stop,
    failed: false,
  };
  await tools.runSteps(use.runs.steps, inner);
  const scope = scopeOf(inner, tools.env);
  const outputs: Record<string, string> = {};
  for (const [name, value] of action.outputs) {
    const text = fillText(value, scope);
    if (text !== "") outputs[name] = text;
  }
  return { result: inner.failed ? "failure" : "success", outputs };
}
