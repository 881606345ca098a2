import type { Report } from "../../kit/action/report.ts";
import type { Done, Runtime } from "../../kit/action/runtime.ts";
import type { InputsOf } from "../../kit/action/spec.ts";
import { type RunEvent, runEvent } from "../../kit/release/run/event.ts";
import type { Plan } from "../../kit/release/plan/plan.ts";
import { isOutside, sliceOf, sliceOnly } from "../../kit/release/slice/slice.ts";
import { admit, clearTheWay } from "./admit.ts";
import { announceFirst } from "./announce-first.ts";
import { commentPlan } from "./comment/comment-plan.ts";
import { refuseContradictions } from "./contradictions.ts";
import { earlierSlice, refuseChanged, refuseSkipped, stillDue } from "./earlier-slice.ts";
import { findWatched } from "./find-watched.ts";
import { foresee } from "./foresee.ts";
import { listOnce } from "./list-once.ts";
import { keepPlan } from "./keep-plan.ts";
import { lookAtGates } from "./look-at-gates.ts";
import { planParts, unmanaged } from "./plan-parts.ts";
import { nameOf } from "./name-of.ts";
import { previewLive } from "./preview-live.ts";
import { reportPlan } from "./report-plan.ts";
import { made } from "./made.ts";
import type { spec } from "./spec.ts";
import { toLookAt } from "./to-look-at.ts";

type Inputs = InputsOf<typeof spec>;

/**
 * What is asked for: a release, a pull request's preview, or only what is watched, or no longer as it was left. What
 * only one of them needs is loaded there.
 */
export async function plan(inputs: Inputs, world: Runtime): Promise<Done<typeof spec>> {
  const event = await runEvent(world.env);
  refuseContradictions(inputs);
  if (inputs.findWatched) return await findWatched(inputs, world);
  if (inputs.drift !== "false") {
    const { drift } = await import("./drift/drift.ts");
    return await drift(inputs, world);
  }
  const done = await planFor(event, inputs, world);
  const { githubToken, target = "default" } = inputs;
  if (inputs.comment === "auto") await commentPlan({ githubToken, target }, event, done.report, world);
  return done;
}

async function planFor(event: RunEvent, inputs: Inputs, world: Runtime): Promise<Done<typeof spec>> {
  const { against } = inputs;
  if (against === "record" || (against === "auto" && event.pullRequest?.stranger === true)) {
    const { planAgainstRecord } = await import("./against-record.ts");
    return await planAgainstRecord(inputs, world);
  }
  return event.pullRequest === undefined
    ? await planRelease(inputs, world)
    : await previewLive(inputs, world);
}

/** Looks at everything a release would change, compares the gates, writes plan.json, opens the record. */
async function planRelease(inputs: Inputs, world: Runtime): Promise<Done<typeof spec>> {
  const { context } = world;
  const target = inputs.target ?? "default";
  const { only, fromPhase, throughPhase } = inputs;
  const slice = only ? sliceOnly(only, fromPhase, throughPhase) : sliceOf(fromPhase, throughPhase);
  const list = listOnce(world);
  const [{ gates, ...rules }, found, notDeployed, earlier, admitted, foreseen] = await Promise.all([
    lookAtGates(inputs, target, world, slice),
    planParts(world, { list, only: only && slice, sarif: inputs.sarif }),
    unmanaged(world),
    inputs.fromPhase === undefined ? undefined : earlierSlice(inputs, target, world),
    admit(inputs, target, world),
    foresee(world, list, slice),
  ]);
  const parts = earlier === undefined ? found : stillDue(earlier.manifest, found);
  if (earlier !== undefined) {
    refuseSkipped(earlier.manifest, parts, earlier.done, slice);
    refuseChanged(earlier.manifest, parts, slice);
  }
  if (foreseen.stop && parts.some(({ work }) => work === "some")) throw foreseen.stop;
  const checklist = toLookAt(world, slice);
  const planned = made(context, {
    release: earlier?.manifest.release ?? (await nameOf(inputs, target, world)),
    target,
    base: null,
    parts,
    gates,
    rules,
    notDeployed,
    forecast: foreseen.says,
    ...(checklist === undefined ? {} : { checklist }),
  });
  const cleared = await clearTheWay(inputs, planned, world);
  const { plan: kept, path, folder, stamp } = await keepPlan(planned, inputs, world);
  await announceFirst(kept, slice, inputs, world);
  return {
    outputs: { ...outputsOf(kept, slice, earlier !== undefined), stamp, path, folder },
    report: withFound(reportPlan(kept, { slice }), [...admitted, ...cleared]),
  };
}

/** What was found of the commit and of others on their way stands first: it is about the whole release. */
function withFound(report: Report, lines: readonly string[]): Report {
  return { ...report, evidence: [...lines, ...(report.evidence ?? [])] };
}

/**
 * A phase outside of the slice has no work, and so passes no gate; it has no digest either, so that it is refused where
 * the slice is lost on the way. An open release is to be checked and closed.
 */
function outputsOf(
  { release, parts, digests }: Plan,
  slice: readonly string[],
  goesOn: boolean,
): Record<string, string> {
  const own = parts.flatMap(({ phase, work }) => [
    [`${phase}-work`, isOutside(slice, phase) ? "none" : work],
    [`${phase}-digest`, isOutside(slice, phase) ? "" : (digests[phase] ?? "")],
  ]);
  const some = parts.some(({ phase, work }) => work === "some" && !isOutside(slice, phase));
  const common = { release, slice: slice.join(","), work: some || goesOn ? "some" : "none" };
  return { ...common, ...(Object.fromEntries(own) as Record<string, string>) };
}
