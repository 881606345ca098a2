import { duration } from "../duration.ts";
import type { CallTable } from "../../release/count-calls.ts";
import type { Block } from "../markdown.ts";
import type { Drawing, PhaseReport, ReleaseReport } from "../model.ts";
import { mainHead, readSummary, type Head } from "../summary.ts";
import { callsOf } from "./calls.ts";
import { drawings, withoutDiagrams } from "./drawing.ts";
import { icon, resultLooks } from "./icons.ts";
import { linkId } from "./link-id.ts";
import { markup, type Markup } from "./markup.ts";
import { annotationList, evidenceList } from "./evidence.ts";
import { heading, inline, renderedMarkdown } from "./rendered-markdown.ts";
import { gateWords } from "./timeline.ts";
import { resultWord } from "./words.ts";

type Told = Pick<ReleaseReport, "outcome" | "phases" | "drawing" | "calls">;

/** What each phase that ran has to say, at heading level `level`; those that did not run are named together. */
export function phaseSections(report: Told, release: number, level: number): Markup {
  const { phases, drawing, calls, outcome } = report;
  const ran = phases.map((phase, index) =>
    phase.result === "skipped"
      ? undefined
      : section(phase, {
          id: linkId(release, "phase", index),
          level,
          drawing: phase.name === "observe" ? drawing : undefined,
          calls,
          open: phase.result !== "success" || (phase.name === "rollback" && outcome !== "released"),
        }),
  );
  const others = phases.filter(({ result }) => result === "skipped").map(({ name }) => name);
  const rest =
    others.length > 0 ? markup`<p class="calm others">Not run: ${others.join(", ")}.</p>` : undefined;
  return markup`${ran}${rest}`;
}

/** Where and how a phase is told. `open`: somebody will want to read all of it. */
interface Placed {
  readonly id: string;
  readonly level: number;
  readonly drawing: Drawing | undefined;
  readonly calls: CallTable | undefined;
  readonly open: boolean;
}

function section(phase: PhaseReport, placed: Placed): Markup {
  const { name, result, evidence, summary, log } = phase;
  const { id, level, drawing, open } = placed;
  const { heads, rest: all } = readSummary(summary, evidence);
  const rest = drawing ? withoutDiagrams(all) : all;
  const head = mainHead({ heads }, name);
  return markup`
<article class="phase ${resultLooks[result].tone}" aria-labelledby="${id}">
<div class="bill">${heading(level, markup`${icon(resultLooks[result])} ${name}`, id)}<p>${facts(phase, placed)}</p></div>
${head && headLines(head)}
${phase.because === undefined ? undefined : markup`<p class="because"><b>Ended because:</b> ${phase.because}.</p>`}
${evidenceList(evidence)}
${annotationList(phase, head)}
${drawing && drawings(drawing)}
${reportOf(name, rest, level + 1, open)}
${log.length > 0 ? logOf(name, log) : undefined}
</article>`;
}

/** All that the phase wrote beside: folded where all went well, since nobody reads on there. */
function reportOf(name: string, rest: readonly Block[], level: number, open: boolean): Markup | undefined {
  if (rest.length === 0) return undefined;
  const inside = markup`<summary>Report of ${name}</summary><div class="told">${renderedMarkdown(rest, level)}</div>`;
  return open
    ? markup`<details class="report" open="">${inside}</details>`
    : markup`<details class="report">${inside}</details>`;
}

function facts(phase: PhaseReport, { calls }: Placed): Markup {
  const { name, result, waited, worked } = phase;
  const gate = gateWords(phase);
  const asked = callsOf(calls, name);
  const parts = [
    markup`${resultWord(result)}`,
    ...(waited >= 50 ? [markup`waited ${duration(waited)}`] : []),
    ...(worked > 0 ? [markup`worked ${duration(worked)}`] : []),
    ...(asked > 0 ? [markup`${asked} API ${asked === 1 ? "call" : "calls"}`] : []),
    ...(gate ? [gate] : []),
  ];
  return markup`${parts.map((part, index) => (index === 0 ? part : markup` · ${part}`))}`;
}

function headLines({ verdict, next, marked }: Head): Markup {
  const todo =
    next === "Nothing to do."
      ? undefined
      : markup`<p class="next lines"><b>Next:</b> ${inline(marked.next)}</p>`;
  return markup`<p class="reason lines"><b>Verdict ${verdict}:</b> ${inline(marked.reason)}</p>${todo}`;
}

const longest = 4000;

/** The end of a log tells most: a log that is too long loses its middle. */
function logOf(name: string, log: readonly string[]): Markup {
  const kept =
    log.length <= longest
      ? log
      : [
          ...log.slice(0, longest / 4),
          `… ${log.length - longest} lines are left out here …`,
          ...log.slice(-(longest * 3) / 4),
        ];
  const count = log.length === 1 ? "1 line" : `${log.length} lines`;
  return markup`<details class="log"><summary>Log of ${name}, ${count}</summary><pre tabindex="0" role="group" aria-label="Log of ${name}">${kept.join("\n")}</pre></details>`;
}
