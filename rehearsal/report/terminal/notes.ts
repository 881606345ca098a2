import { oneLine } from "../printable.ts";
import type { ReleaseReport } from "../model.ts";
import { wrapped } from "./columns.ts";

/** What stands in, and what a rehearsal has not tried, a paragraph each; a line break at the end. */
export function notesOf({ notes }: Pick<ReleaseReport, "notes">, width: number): string {
  if (notes.length === 0) return "";
  const lines = notes.flatMap((note) => {
    const [first = "", ...more] = wrapped(oneLine(note), Math.max(40, width) - 2);
    return [`- ${first}`, ...more.map((line) => `  ${line}`)];
  });
  return ["", "What stands in, and what was not tried:", ...lines, ""].join("\n");
}
