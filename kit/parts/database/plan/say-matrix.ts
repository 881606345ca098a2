import type { Matrix, Played, Row, StateName } from "../../../compatibility/matrix.ts";
import type { Outcome } from "../../../compatibility/probes.ts";
import { type Finding, findingAt } from "../../../judge/finding.ts";
import type { Policy } from "../../../judge/policy.ts";
import type { SqlParser } from "../../../judge/parser.ts";
import { splitFile } from "../../../judge/split.ts";
import type { Json } from "../../../release/canonical.ts";
import type { Detail, PlanPart, Trial } from "../../../release/plan/plan.ts";
import type { MigrationFile } from "../files/discover-migrations.ts";

/** The part with what was tried on the shadow, or why nothing was. */
export function withMatrix(part: PlanPart, matrix: Matrix): PlanPart {
  if ("because" in matrix) {
    const why = `The live code was not run on the new schema: ${matrix.because}.`;
    return { ...part, unverified: [...part.unverified, why] };
  }
  const silent = [...matrix.silent].map(([slug, why]) => `${slug} does not start on the shadow: ${why}`);
  const unclear = matrix.rows.flatMap(({ probe, outcomes: { before } }) =>
    before === undefined || before.is === "pass"
      ? []
      : [`${probe} does not pass on the live schema either, so it proves little: ${before.why}`],
  );
  const measurements = {
    ...(part.measurements as { readonly [key: string]: Json }),
    journeys: matrix.rows.map(({ probe, outcomes }) => ({
      probe,
      ...Object.fromEntries(Object.entries(outcomes).map(([state, { is }]) => [state, is])),
    })),
  } as PlanPart["measurements"];
  return {
    ...part,
    measurements,
    ...(part.details ? { details: warned(part.details, matrix) } : {}),
    trials: [...(part.trials ?? []), trialOf(matrix)],
    unverified: [...part.unverified, ...silent, ...unclear],
  };
}

/** What no longer works stands at the file by which it is so; what the new functions cannot do, at the last. */
function warned(details: readonly Detail[], { breaks, rows }: Played): readonly Detail[] {
  const last = details.length - 1;
  const lines = [
    ...breaks.map(({ probe, why, file = last }) => ({
      file,
      line: `${probe} passes now and fails once this has run, with the live functions: ${why}`,
    })),
    ...rows.flatMap(({ probe, outcomes: { before, migrated, deployed } }) =>
      before?.is === "pass" && migrated?.is === "pass" && deployed?.is === "fail"
        ? [{ file: last, line: `${probe} fails with the new functions: ${deployed.why}` }]
        : [],
    ),
  ];
  return details.map((detail, index) => {
    const own = lines.filter(({ file }) => file === index).map(({ line }) => line);
    return own.length === 0 ? detail : { ...detail, beware: [...detail.beware, ...own] };
  });
}

const columns: Readonly<Record<StateName, string>> = {
  before: "now: live functions, live schema",
  migrated: "after migrate: live functions, new schema",
  deployed: "after deploy-functions: new functions, new schema",
};

function trialOf({ states, rows }: Played): Trial {
  return {
    title: "What the live web asks, in every state that this release and its way back pass through",
    columns: ["tried on the shadow", ...states.map((state) => columns[state])],
    rows: rows.map((row) => [row.probe, ...states.map((state) => sign(row, state))]),
    says: "✓ passes, ✗ fails though it passes now, – says nothing. Taking the web and the functions back leads through the same states.",
  };
}

function sign({ outcomes }: Row, state: StateName): string {
  const outcome: Outcome | undefined = outcomes[state];
  if (outcome === undefined) return "–";
  if (outcome.is === "pass") return "✓";
  const compared = state !== "before" && outcomes.before?.is === "pass" && outcome.is === "fail";
  return compared ? `✗ ${outcome.why}` : `– (${outcome.why})`;
}

/**
 * A finding for each thing that the live code can no longer do, in the file by which it is so, else in the last one; and
 * for a waiver that nothing needed although all was tried. A file that has the waiver is left in peace.
 */
export function judgeMatrix(
  parser: SqlParser,
  files: readonly MigrationFile[],
  matrix: Matrix,
  findings: readonly Finding[],
  policy: Policy,
): readonly Finding[] {
  if ("because" in matrix) return [];
  const waivers = findings.filter(({ rule }) => rule === "journey-break");
  const broken = new Set<string>();
  const found = matrix.breaks.flatMap(({ probe, why, file: index }) => {
    const file = files[index ?? files.length - 1];
    const split = file && splitFile(parser, file.text);
    const first = split && "statements" in split ? split.statements[0] : undefined;
    if (!file || !first) return [];
    broken.add(file.path);
    if (waivers.some((waiver) => waiver.file === file.path)) return [];
    return [
      findingAt(file, first, "journey-break", `${probe} fails with the live functions (${why})`, policy),
    ];
  });
  const unused = isWhole(matrix) ? waivers.filter(({ file }) => !broken.has(file)) : [];
  return [
    ...found.filter(({ severity }) => severity !== "off"),
    ...unused.map((finding) => {
      const problem = "what the live code does works with it: nothing needs journey-break";
      return findingAt(
        { path: finding.file, text: "" },
        { ...finding, sql: finding.excerpt },
        "waiver",
        problem,
      );
    }),
  ];
}

function isWhole({ rows, silent }: Played): boolean {
  return (
    silent.size === 0 &&
    rows.every(({ outcomes }) => Object.values(outcomes).every(({ is }) => is !== "unknown"))
  );
}
