import { type Finding, isBreaking, thingSaid } from "../../../judge/finding.ts";
import type { Disproved } from "../../../judge/disproved.ts";
import type { Form } from "../../../ports/misfit.ts";
import { decidedIn } from "../../../release/plan/decided.ts";
import type { Plan, PlanPart, Undo } from "../../../release/plan/plan.ts";
import type { MigrationFile } from "../files/discover-migrations.ts";
import type { Adopting } from "../ledger/compare-ledger.ts";

/** How files and ledger stand to each other, as far as a person is told. */
export interface Described {
  readonly head: string | null;
  readonly pending: readonly MigrationFile[];
  readonly unverified: readonly string[];
  readonly ahead?: readonly string[];
  readonly adopting?: readonly Adopting[];
  readonly disproved?: readonly Disproved[];
}

/** The part of the plan: what a person approves, and what it means for the way back. */
export function describeChange(described: Described, passed: readonly Finding[]): PlanPart {
  const { pending, unverified, adopting = [] } = described;
  const breaking = versionsOf(pending, passed.filter(isBreaking));
  const off = `automatic rollback: off, because ${offBecause(breaking)}`;
  return {
    phase: "migrate",
    work: pending.length + adopting.length === 0 ? "none" : "some",
    decisions: decisionsOf(described, passed, breaking),
    measurements: { bytes: pending.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0) },
    undo: undoOf(pending, breaking, off),
    unverified,
    says: [...saysOf(described, passed), ...(breaking.length > 0 ? [off] : [])],
  };
}

/** What the digest covers. */
function decisionsOf(
  { head, pending, adopting = [], disproved = [] }: Described,
  passed: readonly Finding[],
  breaking: readonly string[],
) {
  return {
    head,
    pending: pending.map(({ version, name, sha256 }) => ({ version, name, sha256 })),
    waivers: waivedOf(passed).map(({ file, line, rule, thing, waived: reason = "" }) => ({
      file,
      line,
      rule,
      thing,
      reason,
    })),
    breaking,
    // What a replay has shown is a decision only where something was passed because of it.
    ...(disproved.length === 0 ? {} : { disproved: disproved.map((one) => ({ ...one })) }),
    ...(adopting.length > 0
      ? { adopt: adopting.map(({ file: { version, sha256 } }) => ({ version, sha256 })) }
      : {}),
  };
}

function saysOf(
  { head, pending, ahead = [], adopting = [] }: Described,
  passed: readonly Finding[],
): readonly string[] {
  const waived = waivedOf(passed);
  const warnings = passed.length - waived.length;
  return [
    ...(head === null && pending.length > 0 ? [emptyLedger] : []),
    ...(ahead.length > 0 ? [aheadText(ahead)] : []),
    ...adoptTexts(adopting),
    ...pending.map(({ version, name }) => `apply ${version} ${name}`),
    ...waived.map(({ file, line, rule, thing, waived: reason = "" }) => {
      return `allowed at ${file}:${line}: ${rule} ${thingSaid({ thing })} («${reason}»)`;
    }),
    ...(warnings > 0
      ? [`${warnings} ${warnings === 1 ? "warning" : "warnings"} of the judge: see the details`]
      : []),
  ];
}

function waivedOf(passed: readonly Finding[]): readonly Finding[] {
  return passed.filter((finding) => finding.waived !== undefined);
}

export const emptyLedger = "the ledger is empty: everything is pending";

function adoptTexts(adopting: readonly Adopting[]): readonly string[] {
  const versions = (edited: boolean): string =>
    adopting
      .filter((one) => one.edited === edited)
      .map(({ file }) => file.version)
      .join(", ");
  const [changed, silent] = [versions(true), versions(false)];
  return [
    ...(changed ? [`adopt ${changed} as the files are: the ledger has another text of them`] : []),
    ...(silent ? [`adopt ${silent} as the files are: the ledger keeps no text of them`] : []),
  ];
}

function aheadText(ahead: readonly string[]): string {
  const one = ahead.length === 1;
  return `the schema is ahead of this commit: ${ahead.join(", ")} ${one ? "was" : "were"} applied by an earlier release, and ${one ? "stays" : "stay"}`;
}

/** What is read of decisions later on. */
interface Decided {
  readonly disproved: readonly Disproved[];
  readonly breaking: readonly string[];
}

const decidedForm: Form = {
  fields: {
    disproved: {
      optional: {
        each: { fields: { file: "text", line: "number", column: "number", rule: "text", thing: "text" } },
      },
    },
    breaking: { optional: { each: "text" } },
  },
};

/** What was passed because a replay had disproved it. */
export function disprovedIn(part: PlanPart | undefined): readonly Disproved[] {
  return decidedIn<Decided>(part, decidedForm).disproved ?? [];
}

/** Why no rollback may pass the migrations of a part, or undefined where the former code works on them. */
function noRollbackBecause(part: PlanPart): string | undefined {
  const { breaking = [] } = decidedIn<Decided>(part, decidedForm);
  return breaking.length === 0 ? undefined : offBecause(breaking);
}

/** The same of a whole release: by its own migrations, or by what a release that was held has left below it. */
export function whyNoRollback({ parts, noRollback }: Pick<Plan, "parts" | "noRollback">): string | undefined {
  return parts.map(noRollbackBecause).find((one) => one !== undefined) ?? noRollback;
}

function offBecause(breaking: readonly string[]): string {
  return `${breaking.join(", ")} ${breaking.length === 1 ? "is" : "are"} allowed to lose data or break the live code`;
}

function versionsOf(pending: readonly MigrationFile[], breaking: readonly Finding[]): readonly string[] {
  const paths = new Set(breaking.map(({ file }) => file));
  return pending.filter(({ path }) => paths.has(path)).map(({ version }) => version);
}

function undoOf(pending: readonly MigrationFile[], breaking: readonly string[], off: string): Undo {
  if (pending.length === 0) return { possible: "yes" };
  const stays = "the schema never goes back by itself";
  const why =
    breaking.length > 0
      ? `${stays}; ${off}`
      : `${stays}; it only grows here, so the previous code works on it`;
  return { possible: "no", why };
}
