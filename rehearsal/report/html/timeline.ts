import { duration } from "../duration.ts";
import type { PhaseReport, ReleaseReport } from "../model.ts";
import { axis, bar, type Span, spanOf } from "./bar.ts";
import { icon, resultLooks } from "./icons.ts";
import { markup, type Markup } from "./markup.ts";
import { linkId } from "./link-id.ts";
import { resultWord } from "./words.ts";

/** A row a phase: when it waited and when it worked, as a bar and in words, and who answered at its gate. */
export function timeline(report: ReleaseReport, release: number): Markup {
  const { phases } = report;
  const span = spanOf(report);
  const rows = phases.map((phase, index) => row(phase, span, linkId(release, "phase", index)));
  return markup`
<table class="timeline" role="table">
<caption><span class="key">${swatch("wait")} waited at a gate</span> <span class="key">${swatch("work")} worked</span>${phases.some(({ result }) => result === "failure") && markup` <span class="key">${swatch("work bad")} failed</span>`} <span class="key">from 0 to ${duration(span.length)}</span></caption>
<thead role="rowgroup"><tr role="row">
<th scope="col" role="columnheader">Phase</th><th scope="col" role="columnheader">Result</th>
<th scope="col" role="columnheader" class="axis"><span class="unseen">When</span>${axis(span)}</th>
<th scope="col" role="columnheader" class="number">Waited</th><th scope="col" role="columnheader" class="number">Worked</th>
<th scope="col" role="columnheader" class="gate">Gate</th></tr></thead>
<tbody role="rowgroup">${rows}</tbody>
</table>`;
}

/** A piece of a bar beside its meaning. */
function swatch(kind: string): Markup {
  return markup`<svg class="bar swatch" aria-hidden="true" width="26" height="12"><rect class="${kind}" x="1" y="1" width="24" height="10" rx="1.5"/></svg>`;
}

function row(phase: PhaseReport, span: Span, id: string): Markup {
  const { name, result, waited, worked } = phase;
  const skipped = result === "skipped";
  const label = skipped ? name : markup`<a href="#${id}">${name}</a>`;
  const time = (what: string, milliseconds: number): Markup =>
    milliseconds >= 50
      ? markup`<span class="narrow">${what} </span>${duration(milliseconds)}`
      : markup`<span class="narrow unseen">${what} </span><span class="none">–</span>`;
  return markup`<tr role="row" class="${result}"><th scope="row" role="rowheader">${label}</th>
<td role="cell" class="result">${icon(resultLooks[result])} ${resultWord(result)}</td>
<td role="cell" class="track">${bar(phase, span)}</td>
<td role="cell" class="number">${time("waited", waited)}</td><td role="cell" class="number">${time("worked", worked)}</td>
<td role="cell" class="gate">${gateWords(phase)}</td></tr>
`;
}

/** Where a phase waited and who answered; undefined for a phase without a gate. */
export function gateWords({ gate, waited }: PhaseReport): Markup | undefined {
  if (!gate) return undefined;
  const { environment, answer, by } = gate;
  if (answer === "approved" && by === undefined && waited < 50)
    return markup`<span class="calm">passed <code>${environment}</code>, nobody asked</span>`;
  return markup`${answer}${by === undefined ? "" : markup` by <strong>${by}</strong>`} at <code>${environment}</code>`;
}
