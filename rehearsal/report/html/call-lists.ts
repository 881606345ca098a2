import type { AskedCall } from "../../release/count-calls.ts";
import type { ReleaseReport } from "../model.ts";
import { spanOf } from "./bar.ts";
import { nameOf, numbered } from "./calls.ts";
import { markup, type Markup } from "./markup.ts";

/** Every call of each phase, folded: when, what, how it was answered, after how long. */
export function callLists(report: ReleaseReport): Markup | undefined {
  const { asked = [], phases } = report;
  if (asked.length === 0) return undefined;
  const { from } = spanOf(report);
  const order = phases.map(({ name }) => name);
  const place = (phase: string): number => order.indexOf(phase.split("+")[0] ?? "");
  const names = [...new Set(asked.map(({ phase }) => phase))].sort((a, b) => place(a) - place(b));
  const lists = names.map((name) => {
    const own = asked.filter(({ phase }) => phase === name);
    return list(nameOf(name), withTries(own), from);
  });
  return markup`
<p class="calm">Every call, by phase. Its time is what the stand-in took to answer: a vendor, and the way there, take longer.</p>
${lists}`;
}

/** A call, and how often the same was refused for now just before it: by its address, since no body is kept. */
interface Tried extends AskedCall {
  readonly refusals: number;
}

/** The vendor is busy or broken: whoever asks the same again tries again. Everything else is an answer. */
function isRefusedForNow(status: number): boolean {
  return status === 429 || status >= 500;
}

function withTries(calls: readonly AskedCall[]): readonly Tried[] {
  const refused = new Map<string, { readonly times: number; readonly answeredAt: number }>();
  return calls.map((call) => {
    const key = [call.vendor, call.method, call.path].join(" ");
    const before = refused.get(key);
    // Who asked before that answer came did not know of it.
    const refusals = before !== undefined && call.at >= before.answeredAt ? before.times : 0;
    if (isRefusedForNow(call.status))
      refused.set(key, { times: refusals + 1, answeredAt: Math.floor(call.at + call.milliseconds) });
    else refused.delete(key);
    return { ...call, refusals };
  });
}

/** More rows than this help nobody: the beginning and the end are kept. */
const longest = 300;

function list(name: string, calls: readonly Tried[], from: number): Markup {
  const head = ["API", "Question", "Answer", "Took", "At"].map(
    (word, index) => markup`<th scope="col" role="columnheader"${index > 2 && numbered}>${word}</th>`,
  );
  const left = calls.length - longest;
  const rows = (some: readonly Tried[]): readonly Markup[] => some.map((call) => row(call, from));
  const kept =
    left <= 0
      ? rows(calls)
      : [
          ...rows(calls.slice(0, longest / 3)),
          markup`<tr role="row"><td role="cell" colspan="5" class="left-out">… ${left} calls are left out here …</td></tr>`,
          ...rows(calls.slice((-longest * 2) / 3)),
        ];
  return markup`
<details class="asked"><summary>Calls of ${name}: ${inAll(calls)}</summary>
<table class="asked" role="table" aria-label="Calls of ${name}">
<thead role="rowgroup"><tr role="row">${head}</tr></thead>
<tbody role="rowgroup">${kept}</tbody>
</table></details>`;
}

function inAll(calls: readonly Tried[]): string {
  const slowest = Math.max(...calls.map(({ milliseconds }) => milliseconds));
  const again = calls.filter(({ refusals }) => refusals > 0).length;
  const count = calls.length === 1 ? "1," : `${calls.length}, the slowest`;
  return `${count} ${took(slowest)}${again === 0 ? "" : `, ${again} tried again`}`;
}

function row({ vendor, method, path, status, milliseconds, at, refusals }: Tried, from: number): Markup {
  const tries = refusals > 0 && markup` <span class="calm">try ${refusals + 1}</span>`;
  const answer = isRefusedForNow(status) ? markup`<span class="refused">${status}</span>` : status;
  const after = `${(Math.max(0, at - from) / 1000).toFixed(2)} s`;
  return markup`<tr role="row"><td role="cell">${vendor}</td><td role="cell" class="question"><code>${method} ${path}</code></td><td role="cell">${answer}${tries}</td><td role="cell" class="number">${took(milliseconds)}</td><td role="cell" class="number"><span class="narrow">at </span>${after}</td></tr>
`;
}

/** A call is short: seconds with one decimal would be 0.0 for most of them. */
function took(milliseconds: number): string {
  if (milliseconds < 0.5) return "under 1 ms";
  return milliseconds < 10_000 ? `${Math.round(milliseconds)} ms` : `${(milliseconds / 1000).toFixed(1)} s`;
}
