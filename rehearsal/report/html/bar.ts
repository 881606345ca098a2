import type { PhaseReport, ReleaseReport } from "../model.ts";
import { resultLooks } from "./icons.ts";
import { markup, type Markup } from "./markup.ts";

/** The time that a timeline shows, in ms: from the release's begin to the end of all. */
export interface Span {
  readonly from: number;
  readonly length: number;
}

export function spanOf({ startedAt, milliseconds, phases }: ReleaseReport): Span {
  const starts = phases.flatMap(({ readyAt }) => readyAt ?? []);
  const ends = phases.flatMap(({ endedAt }) => endedAt ?? []);
  const from = Math.min(startedAt, ...starts);
  return { from, length: Math.max(1, startedAt + milliseconds - from, ...ends.map((end) => end - from)) };
}

/** A phase as waits and work on the scale of the whole release; only the scale for one that did not run. */
export function bar(phase: PhaseReport, span: Span): Markup {
  const guides = ticksOf(span.length).map((tick) => {
    const left = percent(tick, span);
    return markup`<line x1="${left}" x2="${left}" y1="0" y2="100%"/>`;
  });
  return markup`<svg class="bar" aria-hidden="true" width="100%" height="22">${guides}${pieces(phase, span)}</svg>`;
}

function pieces({ readyAt, waited, worked, result }: PhaseReport, span: Span): readonly Markup[] {
  if (readyAt === undefined) return [];
  const begin = readyAt - span.from;
  const work = Math.max(worked, waited === 0 ? 1 : 0);
  return [
    ...(waited > 0 ? [piece("wait", begin, waited, span)] : []),
    ...(work > 0 ? [piece(`work ${resultLooks[result].tone}`, begin + waited, work, span)] : []),
  ];
}

/** A piece too short to be seen is drawn a little longer. */
function piece(kind: string, start: number, length: number, span: Span): Markup {
  const width = Math.max(0.6, (100 * length) / span.length);
  const left = Math.min(100 - width, Math.max(0, (100 * start) / span.length));
  return markup`<rect class="${kind}" x="${left.toFixed(2)}%" y="4" width="${width.toFixed(2)}%" height="14" rx="1.5"/>`;
}

/** The scale's words, for above the bars. */
export function axis(span: Span): Markup {
  const ticks = ticksOf(span.length).map(
    (tick) => markup`<span style="left:${percent(tick, span)}">${tickWords(tick)}</span>`,
  );
  return markup`<span class="ticks" aria-hidden="true">${ticks}</span>`;
}

/** Round times, at most five of them, none so near the end that its words would not fit. */
function ticksOf(length: number): readonly number[] {
  const steps = [100, 200, 500, 1e3, 2e3, 5e3, 1e4, 2e4, 3e4, 6e4, 12e4, 3e5, 6e5, 12e5, 18e5, 36e5];
  const step = steps.find((one) => length / one <= 5) ?? 36e5 * Math.ceil(length / (5 * 36e5));
  const count = Math.floor((length * 0.82) / step) + 1;
  return Array.from({ length: count }, (_, index) => index * step);
}

function tickWords(milliseconds: number): string {
  if (milliseconds < 60_000) return `${milliseconds / 1000} s`;
  return `${milliseconds / 60_000} min`;
}

function percent(milliseconds: number, span: Span): string {
  return `${((100 * milliseconds) / span.length).toFixed(2)}%`;
}
