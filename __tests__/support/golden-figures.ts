import { readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { type Figures, grown } from "../../scripts/performance/grown.ts";

const folder = resolve(import.meta.dirname, "../golden");

/**
 * What of these figures is more than the golden ones, by what each is let through; under a key that says what to do.
 * With `UPDATE_GOLDEN=1` they become the golden ones.
 */
export function grownBeyond(
  file: string,
  is: Figures,
  allowed: Readonly<Record<string, number>>,
): Readonly<Record<string, readonly string[]>> {
  const path = join(folder, file);
  if (process.env["UPDATE_GOLDEN"] === "1") writeFileSync(path, `${JSON.stringify(is, null, 2)}\n`);
  const was = JSON.parse(readFileSync(path, "utf8")) as Figures;
  return { [`meant? npm run golden, and commit __tests__/golden/${file}`]: grown(was, is, allowed) };
}

/** That nothing of a file has grown. */
export function nothingGrown(file: string): Readonly<Record<string, readonly string[]>> {
  return { [`meant? npm run golden, and commit __tests__/golden/${file}`]: [] };
}
