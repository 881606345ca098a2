import { appendFile } from "node:fs/promises";
import { UserError, describe } from "../../kit/errors/user-error.ts";
import { plain, prose, table } from "../../kit/action/markdown.ts";
import type { ReleaseReport } from "../../rehearsal/report/model.ts";
import { seconds } from "../../rehearsal/report/duration.ts";
import { whyOf } from "../../rehearsal/report/why.ts";

/**
 * Adds what came of a rehearsal to a file, such as a job's summary: outcome, reason, next step, its phases, what was
 * not tried. Without a file nothing is done.
 * @throws {UserError} PR105 when it cannot be written.
 */
export async function addSummary(file: string | undefined, report: ReleaseReport): Promise<void> {
  if (file === undefined) return;
  try {
    await appendFile(file, summaryOf(report));
  } catch (error) {
    const what = `--summary: ${file} cannot be written: ${describe(error)}.`;
    throw new UserError("PR105", what, "Name a file in a folder that is there.", { cause: error });
  }
}

/** The summary as Markdown, a line break at its end. */
function summaryOf(report: ReleaseReport): string {
  const { outcome, target, milliseconds, phases, notes } = report;
  const { phase, reason, next } = whyOf(report);
  const cause = phase === undefined ? reason : `${phase}: ${reason}`;
  const rows = phases.map(({ name, result, worked, evidence }) => {
    return [name, result, `${seconds(worked)} s`, plain(evidence[0] ?? "")];
  });
  const lines = [
    `## Rehearsal of ${plain(target)}: ${outcome}`,
    ...(cause === undefined ? [] : [`**${prose(cause)}**`, `Next: ${prose(next)}`]),
    table(["phase", "result", "worked", "evidence"], rows),
    `In all ${seconds(milliseconds)} s. The rehearsal itself asked nothing of production, and changed nothing there.`,
    ...(notes.length === 0 ? [] : [folded(notes)]),
  ];
  return `${lines.join("\n\n")}\n`;
}

function folded(notes: readonly string[]): string {
  const items = notes.map((note) => `- ${prose(note)}`).join("\n");
  return `<details><summary>What stands in, and what was not tried: ${notes.length}</summary>\n\n${items}\n\n</details>`;
}
