import { judge } from "../../kit/judge/judge.ts";
import type { Finding as Told } from "../../kit/judge/finding.ts";
import type { SqlParser } from "../../kit/judge/parser.ts";
import type { Concern } from "../../kit/judge/rule.ts";
import type { CorpusCase } from "./read-case.ts";

export interface Finding {
  readonly rule: string;
  readonly axis: Concern;
  readonly line: number;
}

/** What counts against the pending files: what is waived or switched off does not. */
export interface Judged {
  readonly findings: readonly Finding[];
  /** Rules that were hit and are allowed. */
  readonly waived: readonly string[];
}

/** Judges a case as `prism-rollout judge --applied` does: its history as applied, its pending files as one change set. */
export function judgeCase(parser: SqlParser, { history, pending }: CorpusCase): Judged {
  const file = (text: string, at: number) => ({ path: `000${at + 1}_case.sql`, text });
  const judged = judge(
    parser,
    pending.map((text, at) => file(text, at + 1)),
    { history: [file(history, 0)], whole: true },
  );
  return verdictOf(judged.flatMap(({ findings }) => findings));
}

export function verdictOf(told: readonly Told[]): Judged {
  const waived = told.flatMap(({ rule, waived: reason }) => (reason === undefined ? [] : [rule]));
  return { findings: told.flatMap(byAxis), waived };
}

/** A finding on two axes counts on each. */
function byAxis({ rule, axes, line, severity, waived }: Told): readonly Finding[] {
  if (waived !== undefined || severity === "off") return [];
  return axes.map((axis) => ({ rule, axis, line }));
}
