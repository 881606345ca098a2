import type { CallTable } from "../../release/count-calls.ts";
import { duration } from "../duration.ts";
import type { ReleaseReport } from "../model.ts";
import { markup, type Markup } from "./markup.ts";

/** What was asked while no phase ran is between them. */
export function nameOf(phase: string): string {
  return phase === "" ? "(between phases)" : phase;
}

/** How often a phase has asked APIs; what was asked while two ran counts for both. */
export function callsOf(calls: CallTable | undefined, phase: string): number {
  return sum(rowsOf(calls).flatMap(({ phases, asked }) => (phases.includes(phase) ? asked : [])));
}

/** How often each vendor's API was asked, by phase, and by which routes. Undefined where nobody counted. */
export function callsTable({ calls, phases }: Pick<ReleaseReport, "calls" | "phases">): Markup | undefined {
  const rows = rowsOf(calls).filter(({ asked }) => asked.length > 0);
  if (rows.length === 0) return undefined;
  const order = phases.map(({ name }) => name);
  const sorted = rows.toSorted((a, b) => order.indexOf(a.phases[0] ?? "") - order.indexOf(b.phases[0] ?? ""));
  const workedOf = (names: readonly string[]): number =>
    phases.reduce((all, { name, worked }) => all + (names.includes(name) ? worked : 0), 0);
  const vendors = [...new Set(rows.flatMap(({ asked }) => asked.map(({ vendor }) => vendor)))].sort();
  const head = ["Phase", "Worked", ...vendors, "In all"].map(
    (word, index) => markup`<th scope="col"${index === 0 ? "" : numbered}>${word}</th>`,
  );
  const all = rows.flatMap(({ asked }) => asked);
  return markup`
<div class="wide" tabindex="0" role="group" aria-label="API calls by phase">
<table class="calls">
<caption>${sum(all)} calls of ${vendors.length} APIs.</caption>
<thead><tr>${head}</tr></thead>
<tbody>${sorted.map(({ name, asked, phases: own }) => line(name, asked, vendors, workedOf(own)))}</tbody>
<tfoot>${line("In all", all, vendors, workedOf(order))}</tfoot>
</table>
</div>
<details><summary>Every route, by phase</summary>${sorted.map(routes)}</details>`;
}

export const numbered = markup` class="number"`;

interface Asked {
  readonly vendor: string;
  readonly route: string;
  readonly count: number;
}

interface Row {
  readonly name: string;
  readonly phases: readonly string[];
  readonly asked: readonly Asked[];
}

function rowsOf(calls: CallTable = {}): readonly Row[] {
  return Object.entries(calls).map(([name, own]) => ({
    name: nameOf(name),
    phases: name.split("+"),
    asked: Object.entries(own).map(([call, count]) => {
      const [vendor = "", ...route] = call.split(" ");
      return { vendor, route: route.join(" "), count };
    }),
  }));
}

function line(name: string, asked: readonly Asked[], vendors: readonly string[], worked: number): Markup {
  const counts = vendors.map((vendor) => sum(asked.filter((one) => one.vendor === vendor)));
  const cells = [...counts, sum(asked)].map(
    (count) => markup`<td class="number">${count === 0 ? markup`<span class="none">0</span>` : count}</td>`,
  );
  return markup`<tr><th scope="row">${name}</th><td class="number">${worked > 0 && duration(worked)}</td>${cells}</tr>`;
}

function routes({ name, asked }: Row): Markup {
  const items = asked.map(
    ({ vendor, route, count }) => markup`<li><b>${count}</b> ${vendor} <code>${route}</code></li>`,
  );
  return markup`<p class="group">${name}</p><ul class="routes">${items}</ul>`;
}

function sum(asked: readonly Asked[]): number {
  return asked.reduce((all, { count }) => all + count, 0);
}
