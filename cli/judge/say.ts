import type { Advisory } from "../../kit/advisors/look.ts";
import { type Finding, isRefused, thingSaid } from "../../kit/judge/finding.ts";
import { ruleOf } from "../../kit/judge/rules.ts";
import type { Paint } from "../paint.ts";
import { type Advised, adviceJson, adviceText } from "./advice.ts";

/** What is said of one file. */
export interface FileVerdict {
  readonly file: string;
  readonly findings: readonly Finding[];
  readonly advice: readonly Advisory[];
  readonly unverified: readonly string[];
  /** It could not be read at all. */
  readonly problem: boolean;
}

/** What `judge --json` prints; schemas/judge.schema.json is made from it. */
export interface JudgeDocument {
  readonly schema: "prism-rollout/judge@1";
  readonly files: readonly JudgedFile[];
  /** Why `migrate` would not take the folder as it is. */
  readonly issues: readonly string[];
}

export interface JudgedFile {
  readonly file: string;
  readonly findings: readonly JudgedStatement[];
  readonly advice: readonly Advised[];
  readonly unverified: readonly string[];
}

/** A finding on one axis. */
export interface JudgedStatement extends Pick<Finding, "rule" | "severity" | "line" | "column"> {
  readonly axis: Finding["axes"][number];
  readonly statement: string;
  readonly message: string;
  readonly mayFailOnData: boolean;
  /** The reason that the comment above it gives. */
  readonly waived: string | null;
}

/** For programs: a finding on two axes is there twice, so that each axis can be counted. */
export function asJson(verdicts: readonly FileVerdict[], issues: readonly string[]): string {
  const files = verdicts.map(({ file, findings, advice, unverified }) => ({
    file,
    findings: findings.flatMap((finding) =>
      finding.axes.map((axis) => ({
        rule: finding.rule,
        axis,
        severity: finding.severity,
        line: finding.line,
        column: finding.column,
        statement: finding.excerpt,
        message: `${finding.thing ? `${thingSaid(finding)}: ` : ""}${finding.why}. ${finding.safe}`,
        mayFailOnData: ruleOf(finding.rule).mayFailOnData ?? false,
        waived: finding.waived ?? null,
      })),
    ),
    advice: adviceJson(advice),
    unverified,
  }));
  const document: JudgeDocument = { schema: "prism-rollout/judge@1", files, issues };
  return `${JSON.stringify(document, undefined, 2)}\n`;
}

/** For people: verdict, reasons, what to do next. */
export function asText(
  verdicts: readonly FileVerdict[],
  issues: readonly string[],
  { summary, paint }: { readonly summary: readonly string[]; readonly paint: Paint },
): string {
  const findings = verdicts.flatMap((verdict) => verdict.findings);
  const refused = findings.filter(isRefused);
  const stops = refused.length;
  const unread = verdicts.filter(({ problem }) => problem).length;
  const bad = stops + issues.length + unread;
  const warned = findings.filter(
    ({ severity, waived }) => severity === "warn" && waived === undefined,
  ).length;
  const allowed = findings.filter(({ waived }) => waived !== undefined).length;
  const counts = `${count(verdicts.length, "file")}: ${stops} refused, ${count(warned, "warning")}, ${allowed} allowed by a comment`;
  const lines = [
    `${bad === 0 ? paint("green", "pass") : paint("red", "refused")}: ${counts}`,
    bad === 0 ? "Nothing to do." : whatToDo(refused),
    ...issues.map((issue) => `  - ${issue}`),
    ...verdicts.flatMap(({ file, unverified, problem }) =>
      problem ? [`  - ${file}: ${unverified[0]}`] : [],
    ),
    ...findings.map((finding) => sayFinding(finding, paint)),
    ...verdicts.flatMap(({ file, advice }) => adviceText(file, advice)),
    ...summary,
    ...new Set(verdicts.flatMap(({ unverified, problem }) => unverified.slice(problem ? 1 : 0))),
  ];
  return `${lines.join("\n")}\n`;
}

/** No comment allows what nobody can read. */
function whatToDo(refused: readonly Finding[]): string {
  return refused.every(({ axes }) => axes.includes("invalid"))
    ? "Correct what is named below, then run it again."
    : "Change what is refused, or allow a statement by a comment directly above it: -- rollout-allow: <rule> <reason>";
}

function sayFinding(finding: Finding, paint: Paint): string {
  const { file, line, column, rule, axes, severity, excerpt, why, safe, waived } = finding;
  const told = paint(severity === "fail" ? "red" : "yellow", severity);
  const verdict = waived === undefined ? told : `allowed by «${waived}»`;
  return [
    `${file}:${line}:${column} ${verdict} ${rule} (${axes.join(", ")})`,
    `    ${thingSaid(finding)}${excerpt ? ` in \`${excerpt}\`` : ""}: ${why}.`,
    `    ${safe}`,
  ].join("\n");
}

function count(number: number, what: string): string {
  return `${number} ${what}${number === 1 ? "" : "s"}`;
}
