import { duration } from "../duration.ts";
import type { Drawing, PhaseReport, ReleaseReport } from "../model.ts";
import { mainHead, readSummary, type Head } from "../summary.ts";
import { drawings } from "./drawing.ts";
import { icon, resultLooks } from "./icons.ts";
import { linkId } from "./link-id.ts";
import { markup, type Markup } from "./markup.ts";
import { heading, renderedMarkdown } from "./rendered-markdown.ts";
import { gateWords } from "./timeline.ts";
import { resultWord } from "./words.ts";

/** What each phase that ran has to say, at heading level `level`; those that did not run are named together. */
export function phaseSections(
  { phases, drawing }: Pick<ReleaseReport, "phases" | "drawing">,
  release: number,
  level: number,
): Markup {
  const ran = phases.map((phase, index) =>
    phase.result === "skipped"
      ? undefined
      : section(
          phase,
          linkId(release, "phase", index),
          level,
          phase.name === "observe" ? drawing : undefined,
        ),
  );
  const others = phases.filter(({ result }) => result === "skipped").map(({ name }) => name);
  const rest =
    others.length > 0 ? markup`<p class="calm others">Not run: ${others.join(", ")}.</p>` : undefined;
  return markup`${ran}${rest}`;
}

function section(phase: PhaseReport, id: string, level: number, drawing: Drawing | undefined): Markup {
  const { name, result, evidence, summary, log } = phase;
  const { heads, rest: told } = readSummary(summary, evidence);
  // GitHub draws a diagram of the summary; here its picture stands in its place.
  const rest = drawing ? told.filter((block) => !(block.kind === "fence" && block.diagram)) : told;
  const head = mainHead({ heads });
  return markup`
<section class="phase ${resultLooks[result].tone}" aria-labelledby="${id}">
<div class="bill">${heading(level, markup`${icon(resultLooks[result])} ${name}`, id)}<p>${facts(phase)}</p></div>
${heads.length === 1 && head ? headLines(head) : undefined}
${phase.because === undefined ? undefined : markup`<p class="because"><b>Ended because:</b> ${phase.because}.</p>`}
${evidenceList(evidence)}
${annotations(phase, head)}
${drawing && drawings(drawing)}
${rest.length > 0 ? markup`<div class="told">${renderedMarkdown(rest, level + 1)}</div>` : undefined}
${log.length > 0 ? logOf(name, log) : undefined}
</section>`;
}

function facts(phase: PhaseReport): Markup {
  const { result, waited, worked } = phase;
  const gate = gateWords(phase);
  const parts = [
    markup`${resultWord(result)}`,
    ...(waited >= 50 ? [markup`waited ${duration(waited)}`] : []),
    ...(worked > 0 ? [markup`worked ${duration(worked)}`] : []),
    ...(gate ? [gate] : []),
  ];
  return markup`${parts.map((part, index) => (index === 0 ? part : markup` · ${part}`))}`;
}

function headLines({ verdict, reason, next }: Head): Markup {
  const todo = next === "Nothing to do." ? undefined : markup`<p class="next lines"><b>Next:</b> ${next}</p>`;
  return markup`<p class="reason lines"><b>Verdict ${verdict}:</b> ${reason}</p>${todo}`;
}

function evidenceList(evidence: readonly string[]): Markup | undefined {
  if (evidence.length === 0) return undefined;
  const items = evidence.map((line) => {
    const [, count, what] = /^(\d+ of \d+)([\s\S]*)$/.exec(line) ?? [];
    return count === undefined ? markup`<li>${line}</li>` : markup`<li><b>${count}</b>${what}</li>`;
  });
  return markup`<ul class="evidence" aria-label="Evidence">${items}</ul>`;
}

/** An error that only repeats reason and next step of the report is not told twice. */
function annotations({ annotations: all }: PhaseReport, head: Head | undefined): Markup | undefined {
  const told = head && `${head.reason} ${head.next}`;
  const others = all.filter(({ message }) => message !== told);
  if (others.length === 0) return undefined;
  const items = others.map(
    ({ level, message }) => markup`<li class="${level} lines"><b>${level}:</b> ${message}</li>`,
  );
  return markup`<ul class="annotations" aria-label="Annotations">${items}</ul>`;
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
  return markup`<details class="log"><summary>Log of ${name}, ${count}</summary><pre tabindex="0" role="region" aria-label="Log of ${name}">${kept.join("\n")}</pre></details>`;
}
