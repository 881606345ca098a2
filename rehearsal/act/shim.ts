import * as core from "@actions/core";
import { systemClock } from "../../kit/ports/clock.ts";
import { openArtifactStore } from "../player/builtins/artifact-store.ts";
import { createBuiltins } from "../player/builtins/builtins.ts";
import type { CheckoutSource } from "../player/builtins/checkout.ts";

/** What the stand-ins for third-party actions work on, as JSON. */
export interface ShimFacts {
  /** The folder that keeps the artifacts of all runs. */
  readonly artifacts: string;
  readonly source: CheckoutSource;
}

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The player's stand-in for a third-party action, as an action of its own for another engine: the same code, with
 * the inputs and outputs of a runner's protocol around it.
 */
export async function runShim(
  name: string,
  { artifacts, source }: ShimFacts,
  env: Environment,
): Promise<void> {
  const builtins = createBuiltins({
    clock: systemClock,
    artifacts: openArtifactStore(artifacts),
    sources: () => source,
  });
  try {
    const builtin = builtins.get(name);
    if (!builtin) throw new Error(`"${name}" has no stand-in.`);
    const outputs = await builtin.run({
      inputs: Object.fromEntries(Object.keys(builtin.inputs).map((input) => [input, core.getInput(input)])),
      workspace: env["GITHUB_WORKSPACE"] ?? "",
      temp: env["RUNNER_TEMP"] ?? "",
      github: {
        repository: env["GITHUB_REPOSITORY"] ?? "",
        ref: env["GITHUB_REF"] ?? "",
        run_id: env["GITHUB_RUN_ID"] ?? "",
        server_url: env["GITHUB_SERVER_URL"] ?? "",
      },
      job: env["GITHUB_JOB"] ?? "",
      log: (line) => core.info(line),
      warn: (message) => core.warning(message),
      signal: new AbortController().signal,
    });
    for (const [output, value] of Object.entries(outputs)) core.setOutput(output, value);
  } catch (error) {
    core.setFailed(error instanceof Error ? error.message : String(error));
  }
}
