import { emptyCatalog } from "./catalog/catalog.ts";
import { followTriggers } from "./bodies/fired.ts";
import { type CommitsInside, commitsInside, proceduresIn } from "./bodies/commits.ts";
import { followZone } from "./catalog/zone.ts";
import { checkPlaceholders } from "./checks/check-placeholder.ts";
import { type Execution, executionOf } from "./execution.ts";
import { type Finding, type SqlFile, findingAt, syntaxFinding, tooLarge, zeroByte } from "./finding.ts";
import { type ChangeSet, type Found, judgeRuns } from "./judge-runs.ts";
import { nothingKnown } from "./catalog/known.ts";
import type { SqlParser } from "./parser.ts";
import { type Policy, defaultPolicy } from "./policy.ts";
import { type SplitFile, type Statement, splitFile } from "./split.ts";
import { isFromLive, isFromShadow } from "./rules.ts";
import { type WaiverProblem, waiversOf } from "./waivers.ts";
import { as } from "./walk.ts";

/** A judged file: how to run it and what the ledger keeps of it; no execution where it cannot be run. */
export interface Judged {
  readonly path: string;
  readonly findings: readonly Finding[];
  readonly pieces: readonly string[];
  /** The tables that it updates. */
  readonly updates: readonly string[];
  readonly execution?: Execution;
}

/**
 * Judges a change set, its files in the order in which they will run: what an earlier one made, a later one
 * may change at will.
 */
export function judge(
  parser: SqlParser,
  files: readonly SqlFile[],
  options: Options = {},
): readonly Judged[] {
  // A history is only what files are judged by: where there are none, nobody waits for it to be read.
  if (files.length === 0) return [];
  const { policy = defaultPolicy, history = [], each = false, whole = false, procedures = [] } = options;
  const texts = [...procedures, ...[...history, ...files].map(({ text }) => text)];
  const commits = commitsInside(parser, proceduresIn(parser, texts));
  const common = {
    parser,
    functions: new Map(),
    triggers: followTriggers(),
    zone: followZone(),
    catalog: emptyCatalog(whole),
    policy,
    commits,
  };
  for (const file of history) judgeFile({ ...common, alone: true, known: nothingKnown() }, file);
  const known = nothingKnown();
  return files.map((file) =>
    judgeFile({ ...common, alone: each, known: each ? nothingKnown() : known }, file),
  );
}

export interface Options {
  readonly policy?: Policy;
  /** What was applied before, in its order. */
  readonly history?: readonly SqlFile[];
  /** Nothing but these files has made the schema: what they do not make is not there. */
  readonly whole?: boolean;
  /** Statements that make procedures which are live, and which no file makes. */
  readonly procedures?: readonly string[];
  /** Every file is a change set of its own, and those before it are its history. */
  readonly each?: boolean;
}

interface Judging extends ChangeSet {
  readonly commits: CommitsInside;
  /** The file is a change set of its own. */
  readonly alone: boolean;
}

function judgeFile(set: Judging, file: SqlFile): Judged {
  const judged = judgeText(set, file);
  set.catalog.end(file.text);
  set.zone.end(set.alone);
  return judged;
}

function judgeText(set: Judging, file: SqlFile): Judged {
  const { path } = file;
  const unread = zeroByte(file) ?? tooLarge(file);
  if (unread) set.catalog.unsure();
  if (unread) return { path, pieces: [], updates: [], findings: [unread] };
  const split = splitFile(set.parser, file.text);
  if ("message" in split) set.catalog.unread(file.text);
  if ("message" in split) return { path, pieces: [], updates: [], findings: [syntaxFinding(file, split)] };
  const execution = executionOf(split, set.commits);
  const copies = split.statements.filter(({ node }) => isCopyFromStdin(node));
  const { found, updates } = judgeRuns(set, file, split);
  const findings = [
    ...("rule" in execution ? [findingAt(file, execution.statement, execution.rule, execution.thing)] : []),
    ...copies.map((statement) => findingAt(file, statement, "psql-only", "COPY FROM stdin")),
    ...withWaivers(file, split, [...found, ...checkPlaceholders(set, file, split)]),
  ]
    .filter(({ severity }) => severity !== "off")
    .sort((a, b) => a.line - b.line || a.column - b.column);
  return { path, pieces: split.pieces, updates, findings, ...("rule" in execution ? {} : { execution }) };
}

function withWaivers(file: SqlFile, split: SplitFile, found: readonly Found[]): readonly Finding[] {
  const { waivers, problems } = waiversOf(split);
  const findings = found.map(({ statement, finding }) => {
    const waiver = waivers.find((one) => one.statement === statement && one.rule === finding.rule);
    return waiver ? { ...finding, waived: waiver.reason } : finding;
  });
  const shown = waivers.filter(({ rule }) => isFromShadow(rule) || isFromLive(rule));
  const unused = waivers.filter(
    (waiver) =>
      !shown.includes(waiver) &&
      !found.some(({ statement, finding }) => statement === waiver.statement && finding.rule === waiver.rule),
  );
  const wrong: readonly WaiverProblem[] = [
    ...problems,
    ...unused.map(({ comment, rule }) => ({ comment, problem: `the statement below does not hit ${rule}` })),
  ];
  return [
    ...findings,
    ...shown.map(({ rule, statement, reason }) => ({
      ...findingAt(
        file,
        statement,
        rule,
        isFromLive(rule) ? "what only the live database shows" : "what its replay shows",
      ),
      waived: reason,
    })),
    ...wrong.map(({ comment, problem }) =>
      findingAt(file, { ...split.text.place(comment.start), sql: comment.text }, "waiver", problem),
    ),
  ];
}

function isCopyFromStdin(node: Statement["node"]): boolean {
  const copy = as(node, "CopyStmt");
  return copy?.is_from === true && copy.filename === undefined;
}
