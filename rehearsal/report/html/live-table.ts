import { type Change, changesOf, putBack, type Value } from "../changes.ts";
import type { ReleaseReport } from "../model.ts";
import { sorted } from "../sorted.ts";
import { markup, type Markup } from "./markup.ts";

/** What was live before, just before an undo, and after, with what changed in words. */
export function liveTable(report: ReleaseReport): Markup {
  const { before, peak, after } = report;
  const changes = changesOf(before, peak, after);
  const columns = ["Component", "Before", ...(peak ? ["Peak"] : []), "After", "What changed"];
  const head = columns.map((column) => markup`<th scope="col" role="columnheader">${column}</th>`);
  const rows = changes.map((change) => row(change, peak !== undefined));
  return markup`
<table class="live" role="table">
<caption>${summaryOf(report)}${peak && " Peak is what was live just before the undo."}</caption>
<thead role="rowgroup"><tr role="row">${head}</tr></thead>
<tbody role="rowgroup">${rows}</tbody>
</table>`;
}

function row(change: Change, undone: boolean): Markup {
  const { kind, name, before, peak, after, changed, words } = change;
  const cell = (label: string, value: Value | undefined): Markup =>
    markup`<td role="cell" class="value ${label}"><span class="narrow">${label} </span>${valueOf(change, value)}</td>`;
  // Bold is what stands now; what was put back is told without weight.
  const standing = changed && !words.endsWith(putBack);
  return markup`<tr role="row" class="${changed ? "changed" : "same"}">
<th scope="row" role="rowheader"><span class="kind">${kindWords[kind]}</span> ${name === "" ? undefined : markup`<span class="name">${name}</span>`}</th>
${cell("before", before)}${undone ? cell("peak", peak) : undefined}${cell("after", after)}
<td role="cell" class="words">${standing ? markup`<strong>${words}</strong>` : words} ${common(change)}</td></tr>
`;
}

const kindWords: Readonly<Record<Change["kind"], string>> = {
  function: "function",
  web: "web deployment",
  served: "served at",
  ledger: "ledger head",
};

function valueOf(change: Change, value: Value | undefined): Markup {
  if (!value) return markup`<span class="none">none</span>`;
  const { before, peak, after } = change;
  const all = [before, peak, after].flatMap((one) => one?.identity ?? []);
  const short = shortened(value.identity, all);
  const code =
    short === value.identity
      ? markup`<code>${short}</code>`
      : markup`<code title="${value.identity}">${short}…</code>`;
  return settingsOf(change).length > 1 ? markup`${code}${settingsLine(settingsWords(value.settings))}` : code;
}

/** The settings of all moments, if they are the same: told once, beside what changed. */
function common(change: Change): Markup | undefined {
  const [all, ...others] = settingsOf(change);
  return all === undefined || others.length > 0 ? undefined : settingsLine(all);
}

function settingsOf({ before, peak, after }: Change): readonly string[] {
  const all = [before, peak, after].map((value) => settingsWords(value?.settings));
  return [...new Set(all)].filter((words) => words !== "");
}

function settingsLine(words: string): Markup | undefined {
  return words === "" ? undefined : markup`<span class="settings">${words}</span>`;
}

/** The first twelve characters of a digest, or all of it where that would make two of them look the same. */
function shortened(identity: string, all: readonly string[]): string {
  const [, scheme = "", hex] = /^(sha256:)?([0-9a-f]{24,})$/.exec(identity) ?? [];
  if (hex === undefined) return identity;
  const short = hex.slice(0, 12);
  const alike = all.some((other) => other !== identity && other.startsWith(`${scheme}${short}`));
  return alike ? identity : short;
}

function settingsWords(settings: unknown): string {
  if (settings === undefined) return "";
  if (typeof settings !== "object" || settings === null) return JSON.stringify(settings);
  return Object.entries(settings)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, value]) => `${key}: ${typeof value === "string" ? value : JSON.stringify(sorted(value))}`)
    .join(", ");
}

/** How many components changed, and how many were put back, in a sentence. */
export function summaryOf({ before, peak, after }: ReleaseReport): string {
  const changes = changesOf(before, peak, after);
  const changed = changes.filter((change) => change.changed);
  const count = `${changed.length} of ${changes.length} components`;
  if (!peak) return `${count} changed.`;
  const left = changed.filter(({ words }) => !words.endsWith(putBack));
  const names = left.map(({ kind, name }) => `${kindWords[kind]} ${name}`.trim()).join(", ");
  const rest = left.length > 0 ? `, all but: ${names}` : "";
  return `${count} had changed; ${changed.length - left.length} of ${changed.length} were put back${rest}.`;
}
