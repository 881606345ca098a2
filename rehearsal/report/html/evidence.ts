import type { PhaseReport } from "../model.ts";
import type { Head } from "../summary.ts";
import { markup, type Markup } from "./markup.ts";
import { linked } from "./rendered-markdown.ts";

/** «x of n …» lines, the counts below each other. */
export function evidenceList(evidence: readonly string[]): Markup | undefined {
  if (evidence.length === 0) return undefined;
  const items = evidence.map((line) => {
    const [, count, what] = /^(\d+ of \d+)([\s\S]*)$/.exec(line) ?? [];
    return count === undefined ? markup`<li>${line}</li>` : markup`<li><b>${count}</b>${what}</li>`;
  });
  return markup`<ul class="evidence" aria-label="Evidence">${items}</ul>`;
}

/** What a runner says of every step that failed: it tells nothing beside another error. */
const exited = /^Process completed with exit code \d+\.$/;

/** Errors, warnings and notices. One that only repeats reason and next step of the report is not told twice. */
export function annotationList(
  { annotations: all }: PhaseReport,
  head: Head | undefined,
): Markup | undefined {
  const told = head && `${head.reason} ${head.next}`;
  const fresh = all.filter(({ message }) => plain(message) !== told);
  const explained = told !== undefined || fresh.some(({ message }) => !exited.test(message));
  const others = fresh.filter(({ message }) => !explained || !exited.test(message));
  if (others.length === 0) return undefined;
  const items = others.map(
    ({ level, message }) => markup`<li class="${level}"><b>${level}:</b> ${body(message)}</li>`,
  );
  return markup`<ul class="annotations" aria-label="Annotations">${items}</ul>`;
}

/** The report's own words are compared as a person reads them. */
function plain(message: string): string {
  return message.replaceAll("`", "");
}

/** What a test or a compiler says after its first line is laid out by its blanks. */
function body(message: string): Markup {
  const [first = "", ...more] = message.trimEnd().split(/\r\n|\r|\n/);
  if (more.every((line) => line.trim() === "")) return markup`${linked(first)}`;
  return markup`${linked(first)}<pre class="quote">${more
    .join("\n")
    .replace(/^\n+/, "")
    .replace(/\n{3,}/g, "\n\n")}</pre>`;
}
