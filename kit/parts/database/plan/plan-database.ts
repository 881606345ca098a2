import type { Runtime } from "../../../action/runtime.ts";
import type { Execution } from "../../../judge/execution.ts";
import { type Finding, isRefused } from "../../../judge/finding.ts";
import { type Disproved, isDisproved } from "../../../judge/disproved.ts";
import { judge } from "../../../judge/judge.ts";
import type { Policy } from "../../../judge/policy.ts";
import type { SqlParser } from "../../../judge/parser.ts";
import { type PlanPart, partDigest } from "../../../release/plan/plan.ts";
import type { AppliedByUs } from "../ledger/ahead.ts";
import { type Adopting, type Comparison, compareLedger } from "../ledger/compare-ledger.ts";
import type { MigrationFile } from "../files/discover-migrations.ts";
import { type DatabaseInputs, type PolicyInputs, type ShadowInputs, policyFrom } from "../inputs.ts";
import type { LedgerRow } from "../ledger/ledger.ts";
import { migrationDetail } from "./migration-details.ts";
import { adviseOn } from "./advise.ts";
import { noMemory, withoutAdoptionsOf } from "../own/memory.ts";
import type { SegmentRow } from "../own/progress.ts";
import { whereToGoOn } from "../own/resume.ts";
import { type Inspection, inspectDatabase } from "./inspect-database.ts";
import { onShadow } from "./on-shadow.ts";
import { type SarifInputs, refuseSarifPath, withSarif } from "./with-sarif.ts";
import { annotateFindings } from "./annotate-findings.ts";
import { byBytes } from "../files/order-files.ts";
import { refuseDrift } from "./refuse-drift.ts";
import { describeChange } from "./say-plan.ts";
import type { RunnableFunctions } from "../../functions/deno/functions-to-run.ts";
import { refuseFindings } from "./refuse-findings.ts";
import { refuseUntriable, sayTrial } from "../trial/untriable.ts";
import { withInvalid } from "./with-invalid.ts";
import { withSizes } from "./with-sizes.ts";

/** A migration that is to be applied: its file, what the ledger will keep, and how it runs. */
export interface Step {
  readonly file: MigrationFile;
  readonly pieces: readonly string[];
  readonly execution: Execution;
  /** The tables that its text updates. */
  readonly updates: readonly string[];
  /** How many of its segments an earlier run has done. */
  readonly finished: number;
}

export interface MigrationPlan {
  readonly part: PlanPart;
  readonly steps: readonly Step[];
  readonly waived: readonly Finding[];
  /** What the policy lets pass, for who approves. */
  readonly warned: readonly Finding[];
  /** Versions of the approved plan that are recorded by now. */
  readonly recorded: readonly string[];
  readonly adopting: readonly Adopting[];
}

export { type Inspection, inspectDatabase } from "./inspect-database.ts";

type PlanWorld = Pick<
  Runtime,
  "clock" | "connect" | "context" | "env" | "exec" | "http" | "log" | "root" | "signal" | "temp"
>;

/**
 * What `migrate` would do, for `plan`.
 * @throws {UserError} PR411 unreachable, PR412 refused by the judge, PR414 drift, PR416 files without an order, PR420 run in
 * part, PR436 something left open.
 */
export async function planDatabase(
  inputs: DatabaseInputs & ShadowInputs & SarifInputs,
  world: PlanWorld,
  applied?: AppliedByUs,
  functions?: () => Promise<RunnableFunctions>,
): Promise<PlanPart> {
  refuseSarifPath(inputs);
  const inspection = await inspectDatabase(inputs, world, applied);
  return await withSarif(inputs, world, (note) => planInspected(inspection, inputs, world, functions, note));
}

async function planInspected(
  inspection: Inspection,
  inputs: DatabaseInputs & ShadowInputs,
  world: PlanWorld,
  functions: (() => Promise<RunnableFunctions>) | undefined,
  note: (found: readonly Finding[], unverified?: readonly string[]) => void,
): Promise<PlanPart> {
  const advice = adviseOn(inputs, world);
  const { part, steps, findings, waiting } = weigh(inspection, inputs);
  const recorded = new Set(inspection.rows.map(({ version }) => version));
  const history = inspection.files.filter(({ version }) => recorded.has(version));
  refuseUntriable(inputs, steps);
  const pending = steps.map(({ file }) => file);
  const planned = {
    parser: inspection.parser,
    history,
    pending,
    part,
    findings,
    without: (disproved: readonly Disproved[]) => weigh(inspection, inputs, disproved),
  };
  const shadowed = await onShadow(planned, inputs, world, { advice, functions });
  const all = [...shadowed.told, ...shadowed.findings];
  note(all, shadowed.part.unverified);
  refuseFindings(all.filter(isRefused), waiting);
  const told = all.filter(({ waived }) => waived === undefined);
  const { part: weighed, loud } = await withSizes(shadowed.part, pending, told, inputs.databaseUrl, world);
  annotateFindings(loud, world);
  const looked = withInvalid(weighed, pending, inspection, world);
  return sayTrial(inputs, advice?.shown(looked, pending) ?? looked);
}

type Allowing = Pick<DatabaseInputs, "from" | "outOfOrder"> &
  Partial<Pick<DatabaseInputs, "adopt">> &
  PolicyInputs;

/** What would be planned, also where something in it is refused. */
function weigh(inspection: Inspection, inputs: Allowing, disproved: readonly Disproved[] = []) {
  const { court, compared } = courtOf(inspection, inputs, disproved);
  const { plan, refused } = decide(court, compared.head, compared);
  // A file that nobody can parse is no step, and waits like any other.
  const waiting = compared.pending.length;
  return { ...plan, waiting, findings: [...plan.waived, ...plan.warned, ...refused] };
}

/** @throws {UserError} PR414 where files and ledger disagree. */
function courtOf(inspection: Inspection, inputs: Allowing, disproved: readonly Disproved[]) {
  const { parser, progress = [], procedures = [] } = inspection;
  const compared = compare(inspection, inputs);
  refuseDrift(compared);
  return { compared, court: { parser, policy: policyFrom(inputs), progress, disproved, procedures } };
}

function compare({ parser, files, rows, known, memory }: Inspection, inputs: Allowing): Comparison {
  return compareLedger(parser, files, rows, inputs, known, memory);
}

/**
 * What would be applied, from what was inspected. A phase that runs again after it was cut off finds a part
 * of the approved plan done; `approved`, the digest of that plan, makes it continue: what is planned then is
 * what was approved, and the steps are what is left of it. `disproved` is what a replay had shown to those who approved.
 */
export function planMigrations(
  inspection: Inspection,
  inputs: Allowing,
  approved?: string,
  disproved: readonly Disproved[] = [],
): MigrationPlan {
  const { court, compared } = courtOf(inspection, inputs, disproved);
  const now = decide(court, compared.head, compared);
  if (approved !== undefined && partDigest(now.plan.part) !== approved) {
    // The attempt before may have adopted what this plan has adopted, and applied a part of it.
    const { rows, memory = noMemory } = inspection;
    const adopters = new Set([...memory.baseline.values()].map(({ release }) => release));
    for (const release of [undefined, ...adopters]) {
      const then = release === undefined ? memory : withoutAdoptionsOf(memory, release);
      const begun = continued(court, rows, compare({ ...inspection, memory: then }, inputs), approved);
      if (begun) return begun;
    }
  }
  refuseFindings(now.refused, compared.pending.length);
  return now.plan;
}

interface Decided {
  readonly plan: MigrationPlan;
  readonly refused: readonly Finding[];
}

interface Court {
  readonly parser: SqlParser;
  readonly policy: Policy;
  readonly progress: readonly SegmentRow[];
  readonly disproved: readonly Disproved[];
  readonly procedures: readonly string[];
}

function decide(
  { parser, policy, progress, disproved, procedures }: Court,
  head: string | null,
  compared: Omit<Comparison, "head" | "drift">,
): Decided {
  const { applied, pending, adopting } = compared;
  const judged = judge(parser, pending, { policy, history: applied, procedures });
  const all = judged.flatMap((one) => one.findings);
  const findings = all.filter((finding) => !isDisproved(finding, disproved));
  const steps = pending.flatMap((file, index): Step[] => {
    const { pieces = [], updates = [], execution } = judged[index] ?? {};
    if (!execution) return [];
    const { finished } = whereToGoOn(parser, { file, execution }, progress);
    return [{ file, pieces, execution, updates, finished }];
  });
  const refused = findings.filter(isRefused);
  const passed = findings.filter((finding) => !isRefused(finding));
  const waived = passed.filter((finding) => finding.waived !== undefined);
  const warned = passed.filter((finding) => finding.waived === undefined);
  const described = describeChange({ ...compared, head, disproved }, passed);
  const part: PlanPart = { ...described, details: steps.map((step) => migrationDetail(step, passed)) };
  return { plan: { part, steps, waived, warned, recorded: [], adopting }, refused };
}

/** Takes back, one by one and only in thought, what is recorded, until it is the plan that was approved. */
function continued(
  court: Court,
  rows: readonly LedgerRow[],
  compared: Comparison,
  approved: string,
): MigrationPlan | undefined {
  const { applied, pending } = compared;
  for (let back = 0; back <= applied.length; back += 1) {
    const again = applied.slice(applied.length - back);
    const first = again[0]?.version;
    const before = rows.filter(({ version }) => first === undefined || byBytes(version, first) < 0);
    const whole = [...again, ...pending].sort((a, b) => byBytes(a.version, b.version));
    const left = applied.slice(0, applied.length - back);
    const { plan, refused } = decide(court, before.at(-1)?.version ?? null, {
      ...compared,
      applied: left,
      pending: whole,
    });
    if (refused.length > 0 || partDigest(plan.part) !== approved) continue;
    const steps = plan.steps.filter(({ file }) => pending.includes(file));
    return { ...plan, steps, recorded: again.map(({ version }) => version) };
  }
  return undefined;
}
