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
  /** Markdown between evidence and tables, in which nothing from outside can be markup. */
  readonly body?: string;
  readonly tables?: readonly Table[];
  readonly folded?: readonly { readonly title: string; readonly text: string }[];
}

const maxSummary = 1_000_000;

/** The job summary as Markdown; cut to what GitHub takes (1 MiB a step), with a line that says so. */
export function renderReport(title: string, report: Report): string {
  const head = [
    `## ${title}: ${report.verdict}`,
    `**${escape(report.reason)}**`,
    `Next: ${escape(report.next)}`,
  ];
  const evidence = (report.evidence ?? []).map((line) => `- ${escape(line)}`).join("\n");
  const tables = (report.tables ?? []).map(renderTable);
  const folded = (report.folded ?? []).map(
    ({ title: heading, text }) =>
      `<details><summary>${escape(heading)}</summary>\n\n${fence(text)}\n\n</details>`,
  );
  const whole = [...head, evidence, report.body ?? "", ...tables, ...folded]
    .filter((part) => part !== "")
    .join("\n\n");
  if (Buffer.byteLength(whole) <= maxSummary) return `${whole}\n`;
  return `${Buffer.from(whole).subarray(0, maxSummary).toString("utf8")}\n\n(The rest was cut: GitHub takes 1 MiB a step.)\n`;
}

function renderTable({ title, columns, rows }: Table): string {
  const line = (cells: readonly string[]): string => `| ${cells.map(cell).join(" | ")} |`;
  return [`### ${escape(title)}`, "", line(columns), line(columns.map(() => "---")), ...rows.map(line)].join(
    "\n",
  );
}

function cell(text: string): string {
  return escape(text)
    .replaceAll("|", "\\|")
    .replace(/\s*\n\s*/g, "<br>");
}

/** File names and commit messages come from outside: none of them may become markup. */
function escape(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

function fence(text: string): string {
  const longest = Math.max(2, ...(text.match(/`+/g) ?? []).map((run) => run.length));
  const ticks = "`".repeat(longest + 1);
  return `${ticks}\n${text}\n${ticks}`;
}
