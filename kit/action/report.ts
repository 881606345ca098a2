import { type Room, type Section, fit, sizeOf } from "./fit.ts";
import { joinLines } from "../errors/join-lines.ts";
import { fenced, folded, prose, table } from "./markdown.ts";
import type { VerdictWord } from "../release/verdict.ts";

/** A table of the job summary. */
export interface Table {
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/**
 * What an action tells a person: verdict, reason and next step come first, then evidence («x of n …»), then
 * tables and folded texts. `next` is what the reader does now, or «Nothing to do.».
 */
export interface Report {
  readonly verdict: VerdictWord;
  readonly reason: string;
  readonly next: string;
  readonly evidence?: readonly string[];
  /** The job ends green though the verdict is open, with a warning: it is looked again. */
  readonly green?: true;
  /** Markdown between evidence and tables, in which nothing from outside can be markup; kept or left out whole. */
  readonly sections?: readonly Section[];
  readonly tables?: readonly Table[];
  readonly folded?: readonly { readonly title: string; readonly text: string }[];
}

/** GitHub takes 1 MiB a step. */
const summary: Room = {
  most: 1_000_000,
  unit: "bytes",
  because: "GitHub takes 1 MiB a summary",
  whole: "The artifacts of this run have all of it.",
};

/** The report as Markdown, in the room that there is (a job summary's), with a line that says what was left out. */
export function renderReport(title: string, report: Report, room: Room = summary): string {
  const head = [
    `## ${title}: ${report.verdict}`,
    report.reason.trim() === "" ? "" : `**${prose(report.reason)}**`,
    `Next: ${prose(report.next)}`,
    (report.evidence ?? []).map((line) => `- ${prose(line)}`).join("\n"),
  ];
  const tail = [
    ...(report.tables ?? []).map(renderTable),
    ...(report.folded ?? []).map(({ title: heading, text }) => folded(heading, fenced(text, ""))),
  ];
  const most = room.most - sizeOf(joined([...head, ...tail]), room) - cutLine.length;
  const whole = joined([...head, fit(report.sections ?? [], { ...room, most }), ...tail]);
  return sizeOf(whole, room) <= room.most ? `${whole}\n` : cut(whole, room);
}

function joined(parts: readonly string[]): string {
  return parts.filter((part) => part !== "").join("\n\n");
}

const cutLine = "\n\n(The rest was cut: GitHub takes no more.)\n";

function cut(text: string, { most, unit }: Room): string {
  const kept = most - cutLine.length;
  return (
    (unit === "bytes" ? Buffer.from(text).subarray(0, kept).toString("utf8") : text.slice(0, kept)) + cutLine
  );
}

function renderTable({ title, columns, rows }: Table): string {
  const cells = rows.map((row) => row.map(cell));
  return `### ${prose(title)}\n\n${table(columns.map(cell), cells)}`;
}

function cell(text: string): string {
  return joinLines(prose(text), "<br>");
}
