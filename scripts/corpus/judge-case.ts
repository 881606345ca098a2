import { fromReplay } from "../../cli/judge/from-replay.ts";
import { judge, type Judged as TextJudged } from "../../kit/judge/judge.ts";
import type { SqlFile, Finding as Told } from "../../kit/judge/finding.ts";
import type { SqlParser } from "../../kit/judge/parser.ts";
import type { Concern } from "../../kit/judge/rule.ts";
import type { EngineChoice, EngineWorld } from "../../kit/shadow/engines/choose.ts";
import { replayOnShadow } from "../../kit/shadow/shadow.ts";
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
export function judgeCase(parser: SqlParser, of: CorpusCase): Judged {
  return verdictOf(told(parser, of).flatMap(({ findings }) => findings));
}

/** The same with a replay as the second witness; `unverified` is why it could not be one. */
export async function judgeCaseOn(
  shadow: CaseShadow,
  parser: SqlParser,
  of: CorpusCase,
): Promise<Judged & { readonly unverified: readonly string[] }> {
  const { history, pending } = filesOf(of);
  const replayed = await replayOnShadow(parser, { history, pending }, shadow.world, undefined, shadow.choice);
  const files = told(parser, of).map(({ findings }, index) => {
    const file = pending[index] ?? { path: "", text: "" };
    return fromReplay(parser, file, replayed, index, findings);
  });
  return {
    ...verdictOf(files.flatMap(({ left, found }) => [...left, ...found])),
    unverified: files.flatMap(({ unverified }) => unverified),
  };
}

export interface CaseShadow {
  readonly world: EngineWorld;
  readonly choice: EngineChoice;
}

function told(parser: SqlParser, of: CorpusCase): readonly TextJudged[] {
  const { history, pending } = filesOf(of);
  return judge(parser, pending, { history, whole: true });
}

function filesOf({ history, pending }: CorpusCase) {
  const file = (text: string, at: number): SqlFile => ({ path: `000${at + 1}_case.sql`, text });
  return { history: [file(history, 0)], pending: pending.map((text, at) => file(text, at + 1)) };
}

function verdictOf(all: readonly Told[]): Judged {
  const waived = all.flatMap(({ rule, waived: reason }) => (reason === undefined ? [] : [rule]));
  return { findings: all.flatMap(byAxis), waived };
}

/** A finding on two axes counts on each. */
function byAxis({ rule, axes, line, severity, waived }: Told): readonly Finding[] {
  if (waived !== undefined || severity === "off") return [];
  return axes.map((axis) => ({ rule, axis, line }));
}
