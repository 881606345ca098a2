import { type Bench, githubOf } from "./job-run.ts";
import type { Outcome, Tools } from "./tools.ts";

/** Runs one of the player's stand-ins for third-party actions. */
export async function runBuiltin(
  name: string,
  given: Readonly<Record<string, string>>,
  bench: Bench,
  tools: Tools,
): Promise<Outcome> {
  const { run } = bench;
  const builtin = run.world.builtins.get(name);
  if (!builtin) throw new Error(`"${name}" has no stand-in.`);
  const inputs: Record<string, string> = {};
  for (const [key, value] of Object.entries(builtin.inputs)) inputs[key] = value ?? "";
  for (const [key, value] of Object.entries(given)) inputs[key.toLowerCase()] = value;
  const outputs = await builtin.run({
    inputs,
    workspace: run.folders.workspace,
    temp: run.folders.temp,
    github: githubOf(bench),
    job: run.ref.key,
    log: tools.log.note,
    warn: (message) => tools.log.annotate("warning", message),
    signal: tools.stop,
  });
  return { result: "success", outputs };
}
