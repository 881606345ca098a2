import type { Report, Table } from "../../kit/action/report.ts";
import type { Returned } from "../../kit/parts/checks/check-returned.ts";
import { componentsBack } from "../../kit/release/decision/decision.ts";
import type { Halt } from "../../kit/release/standing/halt.ts";
import type { PhaseName } from "../../kit/release/phases.ts";
import type { StatusOf } from "../../kit/release/record/statuses.ts";
import type { End } from "./decide-end.ts";
import type { Finished, Outcome } from "./finish.ts";
import type { Known } from "./learn.ts";
import type { Readiness } from "./readiness.ts";
import { type Row, extentOf, isBack } from "./rows.ts";
import { stays } from "./stays.ts";
import { type Moment, momentsLine, momentsTable } from "./times.ts";

/** How a release ends, as the record is told. `goesOn`: the phase with which a later slice goes on. */
export interface Closing {
  readonly known: Known;
  readonly outcome: Outcome;
  readonly end: End;
  readonly rows: readonly Row[];
  readonly goesOn: PhaseName | undefined;
  /** What was said of it by earlier looks, while its verdict was open; oldest first. */
  readonly looks: readonly StatusOf[];
}

/** Everything about how a release ended. */
export interface Ended extends Closing {
  /** What the suites say of what is back. */
  readonly returned: Returned | undefined;
  /** When it came to what, where it was to go back. */
  readonly moments: readonly Moment[] | undefined;
}

/** Held and partly rolled back are for a person: the job fails so that somebody comes. */
const verdicts: Readonly<Record<Outcome, Report["verdict"]>> = {
  released: "pass",
  watching: "pass",
  stopped: "pass",
  "rolled-back": "pass",
  held: "inconclusive",
  "partly-rolled-back": "fail",
};

const heads: Readonly<Record<Outcome, string>> = {
  released: "Released",
  watching: "Watching",
  held: "Held",
  "rolled-back": "Rolled back",
  "partly-rolled-back": "Partly rolled back",
  stopped: "Stopped",
};

/** How the release ended, why, and what a person does now. */
export function reportEnd(ended: Ended, { halted, problems }: Finished, kept: readonly string[]): Report {
  const { outcome, end, rows, known, moments, returned } = ended;
  return {
    verdict: verdictOf(ended),
    reason: `${heads[outcome]}: ${[reasonOf(ended), ...doubtsOf(ended)].join("; ")}.`,
    next: nextOf(ended),
    evidence: [
      ...backLines(ended),
      ...(returned?.evidence ?? []),
      ...(end.tried ? triedLines(end.tried) : []),
      ...(halted === undefined ? [] : [haltLine(known, halted)]),
      ...kept,
      ...problems.map((problem) => `not recorded: ${problem}`),
    ],
    tables: [
      ...(rows.length > 0 ? [table("What went back", rows)] : tried(end.tried)),
      ...(returned?.tables ?? []),
      ...(moments === undefined ? [] : [momentsTable(moments)]),
    ],
    folded: rows.length > 0 ? [{ title: "Not rolled back", text: stays(known) }] : [],
  };
}

function verdictOf({ outcome, rows, returned }: Ended): Report["verdict"] {
  if (rows.some(({ ill = false }) => ill) || returned?.outcome === "failed") return "fail";
  return returned?.outcome === "unknown" ? "inconclusive" : verdicts[outcome];
}

/** What is back, and yet not as it should be. */
function doubtsOf({ rows, returned }: Ended): readonly string[] {
  const ill = rows.flatMap(({ name, ill: isIll = false }) => (isIll ? [`${name} does not serve`] : []));
  if (returned?.outcome === "failed") return [...ill, `a suite fails on what is back: ${returned.reason}`];
  if (returned?.outcome === "unknown") return [...ill, `no suite could be run on it: ${returned.reason}`];
  return ill;
}

function reasonOf({ end, goesOn }: Ended): string {
  return goesOn === undefined
    ? end.decision.because
    : `this slice is done, and the release goes on with ${goesOn}`;
}

function nextOf({ outcome, known, rows, end, goesOn }: Ended): string {
  if (goesOn !== undefined) return `Run again with from-phase: ${goesOn}.`;
  if (outcome === "released" || outcome === "stopped") return "Nothing to do.";
  if (outcome === "watching")
    return `The release stays live, and the next run of the watch caller (watch.yml) looks again. To end it now: run that one by hand with \`on-inconclusive\`, or the rollback caller with a reason.`;
  if (end.decision.unproven === true)
    return `${known.release} is live, and nobody looks at it any more; the target takes other releases. Roll it back with \`reason\` if it is not well, or leave it.`;
  const { supersededBy } = known;
  if (outcome === "held" && supersededBy !== undefined)
    return `Look at ${supersededBy}: it has planned on top of what this release has left.`;
  const goOn = `\`git revert ${known.commit.slice(0, 12)}\`; or mend it on top and run this action with \`resume: <why>\``;
  const means = rows.flatMap(({ next }) => next ?? []);
  if (outcome === "rolled-back") return [`${goOn}.`, ...means].join(" ");
  if (outcome === "partly-rolled-back") {
    const commands = [...new Set(rows.flatMap(({ manual }) => manual ?? []))];
    const more = commands.length > 3 ? `; and ${commands.length - 3} more in the table` : "";
    const told = commands.slice(0, 3).map((command) => `\`${command}\``);
    const again = `By hand: ${told.join("; ")}${more}. Then run this rollback again: it is safe to run twice.`;
    return [again, ...means].join(" ");
  }
  return end.decision.components.length === 0
    ? `Nothing that users meet was changed. Look into it, then ${goOn}.`
    : `${known.release} is live as far as it came. Run this action with \`reason\` to roll it back, or: ${goOn}.`;
}

function backLines({ rows, moments, known }: Ended): readonly string[] {
  if (moments === undefined) return [];
  const back = rows.filter(isBack).length;
  const how = { complete: "", partial: "", nothing: ", all of them before this began" }[extentOf(rows)];
  return [
    `${back} of ${rows.length} components are back${how}`,
    momentsLine(moments),
    ...(rows.length > 0 ? [sourceLine(known)] : []),
  ];
}

/** By whom it is known what was live before. */
function sourceLine({ changes }: Known): string {
  if (changes === undefined)
    return "what was live before is known without the record: the web by the host's own deployments, functions by the snapshot among the artifacts";
  const back = changes.filter(({ receipt }) =>
    (componentsBack as readonly string[]).includes(receipt.component),
  );
  return `what was live before is known by ${back.length} receipts of the record`;
}

/** What is not in the record keeps nobody out. */
function haltLine({ target, commit }: Known, halted: boolean): string {
  const releases = `every release with ${commit.slice(0, 12)}`;
  return halted
    ? `${target} is halted for ${releases}`
    : `${target} is not halted, since that could not be recorded: keep ${releases} out by hand`;
}

function triedLines({ rows }: Readiness): readonly string[] {
  return [`${rows.filter(isBack).length} of ${rows.length} components could go back now`];
}

/** Each component with what it would go back to, whether that can still be had, and why. */
function tried(readiness: Readiness | undefined): readonly Table[] {
  if (readiness === undefined || readiness.rows.length === 0) return [];
  const columns = ["component", "target", "possible", "why", "by hand"];
  const rows = readiness.rows.map((row) => [
    row.name,
    row.target ?? "",
    possible(row),
    row.said,
    row.manual ?? "",
  ]);
  return [{ title: "What going back would come to", columns, rows }];
}

function possible({ outcome }: Row): string {
  if (outcome === "reverted") return "yes";
  return outcome === "already" ? "already there" : `no (${outcome})`;
}

function table(title: string, rows: readonly Row[]): Table {
  const columns = ["component", "outcome", "what", "by hand"];
  return { title, columns, rows: rows.map((row) => [row.name, row.outcome, row.said, row.manual ?? ""]) };
}

/** What a dry run found; `held` is why a rollback would touch nothing, whatever can be had. */
export function reportDryRun(known: Known, readiness: Readiness, held?: string): Report {
  const { release } = known;
  const { rows } = readiness;
  const notReady = held ?? readiness.notReady;
  const evidence = [...triedLines(readiness), ...(rows.length > 0 ? [sourceLine(known)] : [])];
  const common = { evidence, tables: tried(readiness) };
  if (notReady === undefined) {
    const how = extentOf(rows) === "nothing" ? "is rolled back already" : "could be rolled back now";
    const reason = rows.length === 0 ? `${release} has nothing to bring back.` : `${release} ${how}.`;
    return { verdict: "pass", reason, next: "Nothing to do.", ...common };
  }
  const reason = `${release} could not be rolled back now: ${notReady}.`;
  return {
    verdict: "fail",
    reason,
    next:
      held === undefined
        ? "Mend what the table names; nothing was changed."
        : "Name another release, or `to`; nothing was changed.",
    ...common,
  };
}

/** Who let releases through again. */
export function reportResumed(
  target: string,
  lifted: readonly Halt[],
  actor: string,
  reason: string,
): Report {
  const of = `${lifted.length} of ${lifted.length} halts of ${target} are lifted`;
  return {
    verdict: "pass",
    reason: lifted.length === 0 ? `${target} was not halted.` : `${actor} has resumed ${target}: ${reason}.`,
    next: "Nothing to do.",
    evidence: [of, ...lifted.map((halt) => `${halt.release} had ended because ${halt.reason}`)],
  };
}
