import type { Report } from "../../kit/action/report.ts";
import type { Done, Runtime } from "../../kit/action/runtime.ts";
import type { InputsOf } from "../../kit/action/spec.ts";
import { type HealthProof, healthGate } from "../../kit/parts/checks/health.ts";
import { healthInputsOf } from "../../kit/parts/checks/health-inputs.ts";
import { askRecord } from "../../kit/parts/database/ledger/ahead.ts";
import { type Applied, applyMigrations } from "../../kit/parts/database/run/apply-migrations.ts";
import {
  type Inspection,
  type MigrationPlan,
  inspectDatabase,
  planMigrations,
} from "../../kit/parts/database/plan/plan-database.ts";
import { noMemory } from "../../kit/parts/database/own/memory.ts";
import { shortExecution } from "../../kit/parts/database/plan/say-execution.ts";
import { type Proof, proveMigrations } from "../../kit/parts/database/run/prove-migrations.ts";
import {
  type RestProof,
  proveRest,
  reloadRest,
  restInputsOf,
} from "../../kit/parts/database/rest/prove-rest.ts";
import { withSession } from "../../kit/parts/database/connection/session.ts";
import { servedByRun } from "../../kit/parts/database/rest/made-by-run.ts";
import { withLoginRole } from "../../kit/parts/database/connection/login-role.ts";
import { disprovedIn } from "../../kit/parts/database/plan/say-plan.ts";
import { restorePointBefore } from "../../kit/parts/database/run/restore-point.ts";
import { refuseUntriable } from "../../kit/parts/database/trial/untriable.ts";
import { type Trial, trialTable } from "../../kit/parts/database/trial/trial.ts";
import { endedRun } from "../../kit/parts/database/run/ended-run.ts";
import { bySomebodyElse, saySomebodyElse } from "../../kit/parts/database/run/second-applier.ts";
import { enterPhase } from "../../kit/release/enter-phase.ts";
import { approvedPart } from "../../kit/release/plan/planned.ts";
import { sayWhatWould } from "./dry-run.ts";
import type { spec } from "./spec.ts";

/** Inspect, compare with what was approved, apply, prove. */
export async function migrate(inputs: InputsOf<typeof spec>, given: Runtime): Promise<Done<typeof spec>> {
  const world = withLoginRole(inputs, given);
  const inspection = await inspectDatabase(inputs, world, await askRecord(inputs, world));
  // What a replay has shown to those who approved is believed as it stands in what they approved.
  const approved = await approvedPart(world, inputs, "migrate");
  const disproved = disprovedIn(approved);
  const plan = planMigrations(inspection, inputs, inputs.planDigest, disproved);
  refuseUntriable(inputs, plan.steps);
  if (inputs.dryRun) return sayWhatWould(inspection, plan, inputs.planDigest, world);
  // The functions that are live are the old ones: after the migrations they are the proof of compatibility.
  const stack = healthInputsOf(inputs, world);
  const healthy = healthGate(stack, world, { complete: false });
  const entered = await enterPhase(world, "migrate", inputs, plan.part, healthy);
  const before = bySomebodyElse(plan.recorded, inspection.memory ?? noMemory);
  if (before.length > 0) world.log.warn(saySomebodyElse(before));
  // An earlier attempt of this phase may have done all that was approved.
  if (entered === undefined || plan.steps.length + plan.adopting.length === 0)
    return await doneAlready({ ...inputs, ...stack }, inspection, world);
  for (const line of plan.part.says) world.log.info(line);
  for (const index of inspection.invalid)
    world.log.warn(`The unfinished index ${index} was not begun by this suite, and is left alone.`);
  const opened = { ...entered, hasEnded: endedRun(inputs, world), approved };
  const apply = (restorePoint?: string): Promise<Applied> =>
    applyMigrations(inputs, inspection, plan, { ...opened, restorePoint }, world);
  if (plan.steps.length === 0) return await apply().then(() => onlyAdopted(inspection, plan));
  const restorePoint = await restorePointBefore({ ...inputs, ...stack }, world);
  if (restorePoint !== undefined) world.emit({ "restore-point": restorePoint });
  const { beyond, bySomebodyElse: meanwhile, trial, served } = await apply(restorePoint);
  const [proof, anew] = await withSession(world, inputs.databaseUrl, (database) =>
    Promise.all([proveMigrations(database, inspection, plan), reloadRest(database, served)]),
  );
  const rest = await proveRest(anew, restInputsOf({ ...inputs, ...stack }), world);
  const health = await healthy?.();
  const applied = JSON.stringify(plan.steps.map(({ file }) => file.version));
  const head = plan.steps.at(-1)?.file.version ?? "";
  const report = reportOf(proof, plan, { beyond, others: [...before, ...meanwhile], trial });
  return {
    outputs: { pending: applied, applied, head, "restore-point": restorePoint ?? "" },
    report: withHealth(withRest(report, rest), health),
  };
}

/** Nothing is left to apply; what this run's earlier attempt has made is proven all the same. */
async function doneAlready(
  inputs: InputsOf<typeof spec> & ReturnType<typeof healthInputsOf>,
  inspection: Inspection,
  world: Runtime,
): Promise<Done<typeof spec>> {
  const done = nothingToDo(inspection);
  const access = restInputsOf(inputs);
  const made = await servedByRun(inputs.databaseUrl, inspection, access !== undefined, world);
  const rest = await proveRest(made, access, world);
  return { ...done, report: withRest(done.report, rest) };
}

/** What REST says of what is new. */
function withRest(report: Report, rest: RestProof | undefined): Report {
  if (rest === undefined) return report;
  const evidence = [...(report.evidence ?? []), ...rest.evidence];
  if (report.verdict !== "pass" || rest.verdict === "pass") return { ...report, evidence };
  return { ...report, verdict: rest.verdict, reason: rest.reason, next: rest.next, evidence };
}

/** What the old functions and the old web say of the new schema. */
function withHealth(report: Report, health: HealthProof | undefined): Report {
  if (health === undefined) return report;
  const evidence = [...(report.evidence ?? []), ...health.evidence];
  if (report.verdict !== "pass" || health.verdict === "pass") return { ...report, evidence };
  const reason = `The migrations are applied, but what is live is not healthy with them: ${health.reason}`;
  return { ...report, verdict: health.verdict, reason, next: health.next, evidence };
}

function nothingToDo({ files, rows }: Inspection): Done<typeof spec> {
  const head = rows.at(-1)?.version ?? "";
  return {
    outputs: { pending: "[]", applied: "[]", head },
    report: {
      verdict: "pass",
      reason: `No migration is pending: the schema is at ${head || "its beginning"}.`,
      next: "Nothing to do.",
      evidence: [`${files.length} of ${files.length} migrations are applied already`],
    },
  };
}

function onlyAdopted({ rows }: Inspection, { adopting }: MigrationPlan): Done<typeof spec> {
  const versions = adopting.map(({ file }) => file.version).join(", ");
  return {
    outputs: { pending: "[]", applied: "[]", head: rows.at(-1)?.version ?? "" },
    report: {
      verdict: "pass",
      reason: `No migration is pending; ${versions} ${adopting.length === 1 ? "is" : "are"} taken as the files are.`,
      next: "Nothing to do.",
      evidence: [`${adopting.length} of ${rows.length} applied migrations are adopted`],
    },
  };
}

/** What went otherwise than planned: what files did beyond their plan, whose versions somebody else recorded; what was tried before. */
interface Otherwise {
  readonly beyond: readonly string[];
  readonly others: readonly string[];
  readonly trial: Trial | undefined;
}

function reportOf(
  proof: Proof,
  { steps, part, waived }: MigrationPlan,
  { beyond, others, trial }: Otherwise,
): Report {
  const rows = steps.map(({ file, pieces, execution }) => [
    file.version,
    file.name,
    String(pieces.length),
    shortExecution(execution),
    waived.flatMap((finding) => (finding.file === file.path ? [finding.rule] : [])).join(", ") || "-",
  ]);
  const unverified = [...part.unverified, ...(trial?.untried === undefined ? [] : [trial.untried])];
  const columns = ["version", "name", "statements", "ran in", "allowed"];
  return {
    verdict: proof.verdict,
    reason: proof.reason,
    next: proof.next,
    evidence: [
      ...proof.evidence,
      ...(trial ? [`${trial.tried.length} of ${steps.length} tried in place before`] : []),
      ...(others.length > 0 ? [`${others.join(", ")} recorded by somebody else meanwhile`] : []),
    ],
    tables: [{ title: "Migrations", columns, rows }, ...(trial ? [trialTable(trial)] : [])],
    folded: [
      { title: "What changed", text: part.says.join("\n") },
      ...(beyond.length > 0 ? [{ title: "Done beyond the plan", text: beyond.join("\n") }] : []),
      ...(unverified.length > 0 ? [{ title: "Not verified", text: unverified.join("\n") }] : []),
    ],
  };
}
