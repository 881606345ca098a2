import { duration } from "../duration.ts";
import type { PhaseReport } from "../model.ts";
import { oneLine } from "../printable.ts";
import { reasonOf } from "../why.ts";
import { columnsOf, padded, wrapped } from "./columns.ts";
import type { Paint, Tone } from "./paint.ts";

export const tones: Readonly<Record<PhaseReport["result"], Tone>> = {
  success: "good",
  failure: "bad",
  cancelled: "open",
  skipped: "dim",
};

/** The phases as a table no wider than `width`: name, result, waited, worked, evidence. */
export function phaseTable(
  phases: readonly PhaseReport[],
  { paint, width }: { readonly paint: Paint; readonly width: number },
): readonly string[] {
  const rows = phases.map(cellsOf);
  const titles = ["phase", "result", "waited", "worked"];
  const widths = titles.map((title, index) =>
    Math.max(columnsOf(title), ...rows.map(({ cells }) => columnsOf(cells[index] ?? ""))),
  );
  const line = (cells: readonly string[]): readonly string[] =>
    cells.map((cell, index) => padded(cell, widths[index] ?? 0, index < 2 ? "right" : "left"));
  const before = widths.reduce((sum, one) => sum + one + 2, 0);
  const rest = Math.max(16, width - before);
  const head = paint("dim", [...line(titles), "evidence"].join("  "));
  return [head, ...rows.flatMap(({ cells, tone, evidence }) => row(line(cells), tone, evidence))];

  function row(cells: readonly string[], tone: Tone, evidence: readonly string[]): readonly string[] {
    const [name = "", result = "", ...times] = cells;
    const [first = "", ...others] = evidence.flatMap((text) => wrapped(text, rest));
    const start = [tone === "dim" ? paint("dim", name) : name, paint(tone, result), ...times, first].join(
      "  ",
    );
    return [start.trimEnd(), ...others.map((text) => " ".repeat(before) + text)];
  }
}

interface Row {
  readonly cells: readonly string[];
  readonly tone: Tone;
  readonly evidence: readonly string[];
}

function cellsOf(phase: PhaseReport): Row {
  const { name, result, waited, worked } = phase;
  const ran = result !== "skipped";
  const times = [ran && waited >= 50 ? duration(waited) : "", ran && worked > 0 ? duration(worked) : ""];
  return { cells: [oneLine(name), result, ...times], tone: tones[result], evidence: evidenceOf(phase) };
}

/** All of it for a phase that did not go well, and why; the first line and how many more for the others. */
function evidenceOf(phase: PhaseReport): readonly string[] {
  const lines = phase.evidence.map(oneLine);
  if (phase.result === "skipped") return [];
  if (phase.result !== "success") return lines.length > 0 ? lines : [oneLine(reasonOf(phase))];
  const [first, ...more] = lines;
  if (first === undefined) return [];
  return [more.length === 0 ? first : `${first}\u00A0(+${more.length})`];
}
