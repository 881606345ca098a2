import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import * as core from "@actions/core";
import type { Config } from "../config/config.ts";
import { Explainable, UserError, describe } from "../errors/user-error.ts";
import { refuseTargetEvent } from "../release/run/event.ts";
import { isPhase } from "../release/phases.ts";
import { isOutside } from "../release/slice/slice.ts";
import { refuseOtherCheckout } from "./checked-out.ts";
import { fail, summarise } from "./fail.ts";
import { listenForStop } from "./listen-for-stop.ts";
import { splitList } from "./input.ts";
import { asText, liveLog } from "./live-log.ts";
import { liveRuntime } from "./live-runtime.ts";
import { masksOfInputs } from "./mask.ts";
import { readInputs } from "./read-inputs.ts";
import { type Report, renderReport } from "./report.ts";
import type { Done, Runtime } from "./runtime.ts";
import type { InputsOf, LoadSpecs, Spec } from "./spec.ts";
import { tookTooLong } from "./time-limit.ts";

/**
 * The one door to the runner: masks secrets, reads all inputs, does the work, sets outputs, writes the job
 * summary. Anything that is thrown fails the step. `specs` gives the declarations of all actions, against
 * which `rollout.yml` is checked.
 */
export async function runAction<S extends Spec>(
  spec: S,
  work: (inputs: InputsOf<S>, world: Runtime) => Promise<Done<S>>,
  specs: LoadSpecs,
): Promise<void> {
  const get = (name: string): string => core.getInput(name);
  for (const mask of masksOfInputs(spec.inputs, get)) core.setSecret(mask);
  const log = liveLog();
  let begun = false;
  const { signal, endAfter, over } = listenForStop((thrown) => fail(spec, thrown, begun));
  try {
    // Before any file is read: it would be a stranger's.
    refuseTargetEvent({ name: process.env["GITHUB_EVENT_NAME"] ?? "" });
    await refuseOtherCheckout(process.env["GITHUB_WORKSPACE"] ?? ".", get("commit"));
    const config = await readConfig(get, specs);
    const nothing = isLeftOut(spec, get, config);
    if (nothing) return await tell(spec, nothing);
    const inputs = readInputs<S["inputs"]>(spec.name, spec.inputs, get, config);
    const { timeLimit } = inputs as { readonly timeLimit?: number };
    if (timeLimit !== undefined) endAfter(timeLimit, () => tookTooLong(spec.title, timeLimit, log.last()));
    const runtime = liveRuntime(get, config, log, signal, spec.permissions);
    const emit: Runtime["emit"] = (early) => {
      begun ||= early["started"] === "true";
      runtime.emit(early);
    };
    const { outputs, report } = await work(inputs, { ...runtime, emit });
    for (const [name, value] of Object.entries(outputs)) core.setOutput(name, value);
    await tell(spec, report);
  } catch (thrown) {
    // What breaks because the work was asked to end is no bug of ours.
    await fail(spec, signal.aborted && !(thrown instanceof Explainable) ? signal.reason : thrown, begun);
  } finally {
    over();
  }
}

/** A phase of a chain that its run or the file leaves out has nothing to do; one that stands alone is meant. */
function isLeftOut(spec: Spec, get: (name: string) => string, config: Config): Report | undefined {
  if (!isPhase(spec.name) || !("release" in spec.inputs)) return undefined;
  // Any of them can be lost on the way.
  if (get("release") === "" && get("slice") === "" && get("plan") === "") return undefined;
  if (isOutside(splitList(get("slice")), spec.name))
    return leftOut(`${spec.name} is not in this slice of the chain`);
  return config.sections.includes(spec.name) ? undefined : leftOut(`rollout.yml has no section ${spec.name}`);
}

function leftOut(why: string): Report {
  return { verdict: "pass", reason: `${why}: nothing to do.`, next: "Nothing to do." };
}

async function tell(spec: Spec, report: Report): Promise<void> {
  core.info(asText(`${spec.title}: ${report.verdict}. ${report.reason}`));
  for (const line of report.evidence ?? []) core.info(asText(`  ${line}`));
  core.setOutput("verdict", report.verdict);
  core.setOutput("attempt", process.env["GITHUB_RUN_ATTEMPT"] ?? "1");
  core.setOutput("evidence", JSON.stringify(report.evidence ?? []));
  const told = `${report.reason} ${report.next}`;
  if (report.green === true) core.warning(told);
  else if (report.verdict !== "pass") core.setFailed(told);
  await summarise(renderReport(spec.title, report));
}

async function readConfig(get: (name: string) => string, specs: LoadSpecs): Promise<Config> {
  const named = get("config");
  const target = get("target");
  const root = resolve(process.env["GITHUB_WORKSPACE"] ?? ".", get("working-directory") || ".");
  const file = named || "rollout.yml";
  try {
    const text = await readFile(resolve(root, file), "utf8");
    const { parseConfig } = await import("../config/config.ts");
    return parseConfig(text, file, target, await specs());
  } catch (error) {
    if (error instanceof UserError) throw error;
    const absent = (error as { code?: string }).code === "ENOENT";
    if (absent && named === "" && target === "")
      return { lookup: () => undefined, targets: [], sections: [], issues: [] };
    throw new UserError(
      "PR101",
      absent ? `${file} in ${root} is not there.` : `${file} in ${root} cannot be read: ${describe(error)}.`,
      "Check out the repository first; name the file by `config` and its folder by `working-directory`.",
      { cause: error },
    );
  }
}
