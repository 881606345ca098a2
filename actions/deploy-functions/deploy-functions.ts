import type { Report } from "../../kit/action/report.ts";
import type { Done, Runtime } from "../../kit/action/runtime.ts";
import type { InputsOf } from "../../kit/action/spec.ts";
import { healthGate } from "../../kit/parts/checks/health.ts";
import { healthInputsOf } from "../../kit/parts/checks/health-inputs.ts";
import { applyFunctions } from "../../kit/parts/functions/apply-functions.ts";
import { sayBeyond } from "../../kit/parts/functions/imports/beyond-imports.ts";
import type { Commanded } from "../../kit/parts/functions/live/besides.ts";
import { checkTypes } from "../../kit/parts/functions/deno/check-types.ts";
import { confirmSnapshot } from "../../kit/parts/functions/snapshot/confirm-snapshot.ts";
import { continuePlan } from "../../kit/parts/functions/continue-plan.ts";
import { inspectFunctions } from "../../kit/parts/functions/plan-functions.ts";
import { liveMark } from "../../kit/parts/functions/live/live-marks.ts";
import type { LiveFunction } from "../../kit/parts/functions/live/inspect-live.ts";
import { rememberedOf } from "../../kit/parts/functions/live/remembered.ts";
import { type Proof, proveFunctions } from "../../kit/parts/functions/prove-functions.ts";
import { enterPhase } from "../../kit/release/enter-phase.ts";
import type { PlanPart } from "../../kit/release/plan/plan.ts";
import { approvedPart } from "../../kit/release/plan/planned.ts";
import type { spec } from "./spec.ts";

type World = Omit<Runtime, "connect">;

/** Inspect, compare with what was approved, change, prove. */
export async function deployFunctions(
  inputs: InputsOf<typeof spec>,
  world: World,
): Promise<Done<typeof spec>> {
  const found = await inspectFunctions(inputs, world, {
    remembered: rememberedOf(inputs, world),
    later: true,
  });
  const approved = await approvedPart(world, inputs, "deploy-functions");
  const { part, done, removals } = continuePlan(found, approved);
  const { changes, besides } = found;
  const due = { changes, removals, besides };
  await confirmSnapshot({ plan: inputs.plan, part: approved }, due, world);
  // What was approved was checked by plan.
  const wanted = approved === undefined ? found.changes.map((change) => change.wanted) : [];
  const beyond = approved === undefined ? sayBeyond(found.wanted) : [];
  for (const doubt of [...beyond, ...(await checkTypes(inputs, wanted, world))]) world.log.notice(doubt);
  // What an earlier attempt has activated is judged by the proof, not at the door.
  const fresh = done.length === 0;
  const healthy = fresh ? healthGate(healthInputsOf(inputs, world), world, { complete: false }) : undefined;
  const entered = await enterPhase(world, "deploy-functions", inputs, part, healthy);
  if (entered === undefined)
    return {
      outputs: { functions: "[]", live: marksOf(found.wanted, found.live.functions) },
      report: nothingToDo(found.wanted.length),
    };
  for (const line of part.says) world.log.info(line);
  const { strangers } = found.live;
  const after = await applyFunctions(inputs, { ...due, done, strangers }, entered.journal, world);
  // What an earlier attempt has done was read before this one changed anything.
  const before = [...found.live.functions].filter(([slug]) => done.some((one) => one.slug === slug));
  const live = new Map([...before, ...(after.live?.functions ?? [])]);
  const slugs = [...changes, ...done].map(({ slug }) => slug);
  const named = (some: readonly string[]) => found.wanted.filter(({ slug }) => some.includes(slug));
  const activated = named([...slugs, ...after.touched]);
  const taken = [...removals, ...done.filter(({ becomes }) => becomes === null)].map(({ slug }) => slug);
  const all = named([...slugs, ...besides.map(({ slug }) => slug)]);
  const proof = await proveFunctions(inputs, all, { ...found.live, functions: live }, world);
  const functions = JSON.stringify(activated.map(({ slug }) => slug).sort());
  const whole = withBesides(withTaken(proof, taken.sort()), after);
  const marks = marksOf(found.wanted, new Map([...found.live.functions, ...live]));
  return { outputs: { functions, live: marks }, report: reportOf(whole, part) };
}

function marksOf(
  wanted: readonly { readonly slug: string }[],
  live: ReadonlyMap<string, LiveFunction>,
): string {
  const marks = wanted.flatMap(({ slug }) => {
    const now = live.get(slug);
    return now === undefined ? [] : [[slug, liveMark(now.listed)] as const];
  });
  return JSON.stringify(Object.fromEntries(marks));
}

/** What a command has changed though it was to stay was approved by nobody: the release is not well, whatever it is now. */
function withBesides(proof: Proof, { touched, strangers }: Pick<Commanded, "touched" | "strangers">): Proof {
  const evidence = [...proof.evidence, ...strangers];
  if (touched.length === 0) return { ...proof, evidence };
  const was = touched.length === 1 ? "was" : "were";
  const stays = touched.length === 1 ? "it stays" : "they stay";
  const said = `${touched.join(", ")} ${was} changed by the command, though the plan says that ${stays}.`;
  return {
    ...proof,
    evidence,
    verdict: "fail",
    reason: proof.verdict === "fail" ? `${proof.reason} ${said}` : said,
    next: "The chain's rollback puts the functions back. Have the command deploy what the repository declares, and no other setting.",
  };
}

/** Adds what was taken away: that it is gone was read back before anything was called. */
function withTaken(proof: Proof, taken: readonly string[]): Proof {
  if (taken.length === 0) return proof;
  const n = taken.length;
  const reasons = [...(proof.rows.length === 0 ? [] : [proof.reason]), `Removed: ${taken.join(", ")}.`];
  return {
    ...proof,
    reason: reasons.join(" "),
    evidence: [...proof.evidence, `${n} of ${n} functions that the repository lacks are gone`],
    rows: [...proof.rows, ...taken.map((slug) => [slug, "-", "-", "removed"])],
  };
}

function nothingToDo(n: number): Report {
  return {
    verdict: "pass",
    reason: `${n} of ${n} functions are live already, with the declared settings.`,
    next: "Nothing to do.",
    evidence: [`${n} of ${n} functions are unchanged`],
  };
}

function reportOf(
  { verdict, reason, next, evidence, rows }: Proof,
  { says, unverified }: Pick<PlanPart, "says" | "unverified">,
): Report {
  const tables = [{ title: "Functions", columns: ["function", "version", "verify_jwt", "answer"], rows }];
  return {
    verdict,
    reason,
    next,
    evidence,
    tables,
    folded: [
      { title: "What changed", text: says.join("\n") },
      ...(unverified.length > 0 ? [{ title: "Not verified", text: unverified.join("\n") }] : []),
    ],
  };
}
