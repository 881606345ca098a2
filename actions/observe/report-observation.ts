import type { Section } from "../../kit/action/fit.ts";
import type { Report, Table } from "../../kit/action/report.ts";
import type { InputsOf } from "../../kit/action/spec.ts";
import type { Checked } from "../../kit/parts/observe/cross-check.ts";
import {
  type CounterLimits,
  counterFailsUpTo,
  counterPassesFrom,
} from "../../kit/parts/observe/counter-test.ts";
import type { Judging } from "../../kit/parts/observe/judging.ts";
import { evidenceOf } from "../../kit/parts/observe/say-tally.ts";
import { failingChecks, limitsOf } from "../../kit/parts/observe/question.ts";
import { percent } from "../../kit/parts/observe/rate.ts";
import { type Limits, failsUpTo, passesFrom } from "../../kit/parts/observe/sequential-test.ts";
import type { Since } from "../../kit/parts/observe/since.ts";
import { span } from "../../kit/parts/observe/span.ts";
import type { Watched } from "../../kit/parts/observe/watch-release.ts";
import { whereToLook } from "../../kit/parts/observe/where-to-look.ts";
import type { FunctionVersion, LogSource } from "../../kit/providers/logs/log-source.ts";
import type { Verdict } from "../../kit/release/verdict.ts";
import { type Drawn, drawnSections } from "./draw-observation.ts";
import { sayWatching } from "./say-watching.ts";
import type { spec } from "./spec.ts";

export interface Observed {
  readonly inputs: InputsOf<typeof spec>;
  readonly since: Since;
  readonly judging: Omit<Judging, "last" | "elapsed">;
  readonly watched: Watched;
  readonly checked: Checked;
  readonly drawn: Drawn;
  readonly versions: readonly FunctionVersion[];
  readonly source: LogSource;
  readonly links: { readonly board: string | undefined; readonly logs: string };
}

export function reportOf(observed: Observed): Report {
  const { inputs, judging, watched, checked, since } = observed;
  const head = headOf(observed);
  const alone = "Stands alone: no release was given, so nothing was read from a plan or a record";
  return {
    ...head,
    evidence: [
      ...(watched.tally ? evidenceOf(watched.tally, judging) : ["0 looks could be counted"]),
      ...checked.evidence,
      ...(watched.tally ? attributed(observed) : []),
      ...sharing(inputs),
      `${watched.looks.filter(({ error }) => error === undefined).length} of ${watched.looks.length} looks were answered`,
      `Counted from ${iso(since.at)} (${since.because}) to ${iso(watched.until)}`,
      ...(inputs.release === undefined ? [alone] : []),
    ],
    tables: [
      judging.counter ? times(judging.counter) : boundaries(judging.limits, "failures"),
      ...(judging.slow ? [boundaries(judging.slow, "slow attempts")] : []),
      ...(observed.versions.length === 0 ? [] : [functionsTable(observed)]),
    ],
    sections: [...drawnSections(observed.drawn), linksOf(observed)],
  };
}

/** Where a release is named, somebody looks again; alone, an open verdict is nobody's unless the job says so. */
function headOf({ inputs, checked, since }: Observed): ReturnType<typeof sayWatching> {
  const { verdict, reason, next } = asDeclared(checked.verdict, inputs.onInconclusive);
  return verdict === "inconclusive" && inputs.release !== undefined
    ? sayWatching({ verdict, reason, next }, iso(since.at))
    : { verdict, reason, next };
}

/** Inconclusive stays inconclusive unless it was declared to be something else; then that is said. */
function asDeclared(verdict: Verdict, onInconclusive: "watch" | "pass" | "fail"): Verdict {
  if (verdict.verdict !== "inconclusive" || onInconclusive === "watch") return verdict;
  return {
    ...verdict,
    verdict: onInconclusive,
    reason: `${verdict.reason} This is inconclusive, which \`on-inconclusive\` declares to be ${onInconclusive}.`,
  };
}

/** What is counted as this release's, where another source than the functions' own logs counts. */
function attributed({ inputs, source: { attributes, says = [] } }: Observed): readonly string[] {
  if (attributes === "function") return says;
  const what =
    attributes === "release"
      ? "what bears this release's name"
      : "all since it went live, whichever version it came from";
  return [`Counted by ${inputs.logSource}: ${what}`, ...says];
}

/** Said where more than one check can fail a release. */
function sharing(inputs: InputsOf<typeof spec>): readonly string[] {
  const checks = failingChecks(inputs);
  if (checks.length === 1) return [];
  const each = limitsOf(inputs).falseFail;
  return [
    `${checks.length} checks (${checks.join(", ")}) share ${percent(inputs.falseFail)}: each fails a good release at most ${percent(each)} of the time`,
  ];
}

/** The whole rule as a table: what each number of failures says at how many attempts. */
function boundaries(limits: Limits, what: string): Table {
  const { tolerable, unacceptable, falseFail, falsePass } = limits;
  const rows = [0, 1, 2, 3, 4, 5].map((x) => [
    String(x),
    String(failsUpTo(x, limits) ?? "–"),
    String(passesFrom(x, limits)),
  ]);
  return {
    title: `What decides (${percent(tolerable)} is fine, ${percent(unacceptable)} is not; wrong at most ${percent(falseFail)} and ${percent(falsePass)} of the time)`,
    columns: [what, "fail with at most … attempts", "pass with at least … attempts"],
    rows,
  };
}

/** The same where failures are judged by the hour. */
function times(counter: CounterLimits): Table {
  const { tolerable, unacceptable, falseFail, falsePass } = counter;
  const rows = [0, 1, 2, 3, 4, 5].map((x) => {
    const worst = counterFailsUpTo(x, counter);
    return [String(x), worst === undefined ? "–" : span(worst), span(counterPassesFrom(x, counter))];
  });
  return {
    title: `What decides (${tolerable} an hour is fine, ${unacceptable} is not; wrong at most ${percent(falseFail)} and ${percent(falsePass)} of the time)`,
    columns: ["failures", "fail within …", "pass after …"],
    rows,
  };
}

function functionsTable({ versions, inputs: { logSource } }: Observed): Table {
  const rows = versions.map(({ slug, version, id }) => [slug, String(version), id]);
  const title = logSource === "supabase" ? "Functions whose logs were counted" : "Functions that were live";
  return { title, columns: ["function", "version", "id"], rows };
}

function linksOf({ inputs, links: { board, logs } }: Observed): Section {
  const called = inputs.dashboard === "grafana" ? "dashboard" : "notebook";
  return whereToLook("Where to look", [
    ...(board === undefined ? [] : [["Saved queries", called, board] as const]),
    ["The query of the last look", inputs.logSource === "supabase" ? "log explorer" : inputs.logSource, logs],
  ]);
}

function iso(time: number): string {
  return new Date(time).toISOString();
}
