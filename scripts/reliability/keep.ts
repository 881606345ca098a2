import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { format } from "prettier";
import type { Kept } from "../generate/reliability-page.ts";
import { machine } from "../machine.ts";

/**
 * Keeps what a proof gave for docs/reliability.md, which `npm run generate` makes of it: `<into>/<name>.json`, with the
 * day and the machine; npm runs a command at the root. Gives the file's path. Throws where a row has not a cell for each column.
 */
export async function keepReliability(
  name: string,
  result: Omit<Kept, "date" | "machine">,
  into = "docs/reliability",
): Promise<string> {
  const short = result.rows.find((cells) => cells.length !== result.columns.length);
  if (short !== undefined) throw new Error(`${name}: a row of ${short.length} cells: ${short.join(", ")}`);
  mkdirSync(into, { recursive: true });
  const path = join(into, `${name}.json`);
  const text = JSON.stringify({ ...result, ...machine() });
  writeFileSync(path, await format(text, { parser: "json", printWidth: 110 }));
  return path;
}
