import { appendFileSync } from "node:fs";
import type { WalkRow } from "../../../scripts/reliability/walk-row.ts";

/** Adds it to the file that `KEEP_ROWS` names, of which `scripts/reliability/walks.ts` makes what is kept. */
export function keepRow(row: WalkRow): void {
  const path = process.env["KEEP_ROWS"];
  if (path !== undefined) appendFileSync(path, `${JSON.stringify(row)}\n`);
}
