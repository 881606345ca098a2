import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Runtime } from "../../kit/action/runtime.ts";
import type { InputsOf } from "../../kit/action/spec.ts";
import type { Checked } from "../../kit/parts/observe/cross-check.ts";
import { limitsOf, slowLimitsOf } from "../../kit/parts/observe/question.ts";
import type { Watched } from "../../kit/parts/observe/watch-release.ts";
import type { FunctionVersion } from "../../kit/providers/logs/log-source.ts";
import { writeFormat } from "../../kit/release/formats.ts";
import type { Drawn } from "./draw-observation.ts";
import type { spec } from "./spec.ts";

/** What is kept of an observation. */
export interface Observation {
  readonly inputs: InputsOf<typeof spec>;
  readonly since: number;
  readonly versions: readonly FunctionVersion[];
  readonly watched: Watched;
  readonly checked: Checked;
  readonly drawn: Drawn;
}

/** Writes every look and the limits that they were judged by (rates in parts per million). Gives the path. */
export async function keepObservation(
  { inputs, since, versions, watched, checked, drawn }: Observation,
  { temp }: Pick<Runtime, "temp">,
): Promise<string> {
  const folder = join(temp, "prism-rollout", "observe");
  const path = join(folder, "observation.json");
  const document = {
    schema: "prism-rollout/observation@1",
    release: inputs.release ?? null,
    target: inputs.target ?? null,
    since,
    until: watched.until,
    functions: versions,
    limits: limitsOf(inputs),
    latencyLimits: slowLimitsOf(inputs) ?? null,
    verdict: checked.verdict,
    tally: watched.tally ?? null,
    calls: checked.calls ?? null,
    looks: watched.looks,
    drawn,
  };
  await mkdir(folder, { recursive: true });
  await writeFile(path, writeFormat(document));
  return path;
}
