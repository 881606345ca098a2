import { duration, seconds } from "../duration.ts";
import type { ReleaseReport } from "../model.ts";
import { whyOf } from "../why.ts";
import { callLists } from "./call-lists.ts";
import { callsTable } from "./calls.ts";
import { icon, outcomeLooks } from "./icons.ts";
import { linkId } from "./link-id.ts";
import { liveTable, summaryOf } from "./live-table.ts";
import { markup, type Markup } from "./markup.ts";
import { peopleOf } from "./people.ts";
import { phaseSections } from "./phase.ts";
import { heading, inline } from "./rendered-markdown.ts";
import { timeline } from "./timeline.ts";
import { outcomeMeanings, outcomeTitles } from "./words.ts";

/** One release as a section of the page: what became of it, when, by which phases, and what is live now. */
export function releaseSection(report: ReleaseReport, index: number): Markup {
  const id = linkId(index, "release");
  const calls = callsTable(report);
  return markup`
<section class="release" aria-labelledby="${id}">
${hero(report, index, id)}
${heading(3, "Timeline", linkId(index, "timeline"))}
${timeline(report, index)}
${heading(3, "Phases", linkId(index, "phases"))}
${phaseSections(report, index, 4)}
${heading(3, "What is live", linkId(index, "live"))}
${liveTable(report)}
${calls && markup`${heading(3, "API calls", linkId(index, "calls"))}${calls}${callLists(report)}`}
${notes(report.notes, linkId(index, "notes"))}
</section>`;
}

function hero(report: ReleaseReport, index: number, id: string): Markup {
  const { outcome, release, target, commit, startedAt, milliseconds } = report;
  const { phase, reason, marked } = whyOf(report);
  const people = peopleOf(report.phases);
  const look = outcomeLooks[outcome];
  const link = report.phases.findIndex(({ name }) => name === phase);
  const culprit =
    phase === undefined ? undefined : markup`<a href="#${linkId(index, "phase", link)}">${phase}</a>: `;
  return markup`
<div class="hero ${look.tone}">
${heading(2, markup`${icon(look)} ${outcomeTitles[outcome]} <span class="in">${outcome === "released" ? "in" : "after"} ${seconds(milliseconds)} s</span>`, id)}
<p class="id"><code>${release === "" ? "(it ended before it had an id)" : release}</code></p>
<p class="meaning">${outcomeMeanings[outcome]}</p>
<dl>
${reason === undefined ? undefined : markup`<div><dt>Reason</dt><dd class="lines">${culprit}${inline(marked.reason ?? "")}</dd></div>`}
<div><dt>Next</dt><dd class="lines">${inline(marked.next)}</dd></div>
${people && markup`<div><dt>Gates</dt><dd class="less">${people}</dd></div>`}
<div><dt>Live</dt><dd class="less"><a href="#${linkId(index, "live")}">${summaryOf(report)}</a></dd></div>
</dl>
<p class="facts">${facts(report, { target, commit, startedAt })}</p>
${contents(report, index)}
</div>`;
}

function facts(
  { phases }: ReleaseReport,
  { target, commit, startedAt }: Pick<ReleaseReport, "target" | "commit" | "startedAt">,
): Markup {
  const waited = phases.reduce((sum, phase) => sum + phase.waited, 0);
  const worked = phases.reduce((sum, phase) => sum + phase.worked, 0);
  const started = new Date(startedAt).toISOString();
  const when = `${started.slice(0, 10)} ${started.slice(11, 19)} UTC`;
  return markup`Target <b>${target}</b> · commit <code>${commit.slice(0, 12)}</code> · <time datetime="${started}">${when}</time> · ${waited >= 50 && `${duration(waited)} at gates, `}${duration(worked)} at work`;
}

/** What is below, to be jumped to. */
function contents({ calls, notes: lines }: ReleaseReport, index: number): Markup {
  const parts = [
    ["timeline", "Timeline"],
    ["phases", "Phases"],
    ["live", "What is live"],
    ...(calls === undefined ? [] : ([["calls", "API calls"]] as const)),
    ...(lines.length === 0 ? [] : ([["notes", "Not as in production"]] as const)),
  ] as const;
  const items = parts.map(([part, words]) => markup`<li><a href="#${linkId(index, part)}">${words}</a></li>`);
  return markup`<nav class="contents" aria-label="In this report, ${index + 1}"><ul>${items}</ul></nav>`;
}

function notes(lines: readonly string[], id: string): Markup | undefined {
  if (lines.length === 0) return undefined;
  return markup`${heading(3, "Not as in production", id)}<ul class="notes">${lines.map((line) => markup`<li>${line}</li>`)}</ul>`;
}
