import { existsSync, readFileSync, writeFileSync } from "node:fs";
import type { Told } from "../rehearsal/release/told-by.ts";

/** What our player made of a release that `npm run outcomes` has played, for `npm run act` to compare with. */
export interface ToldRow {
  readonly flags: string;
  /** What of the app's own was left out; null where nothing was. */
  readonly skip: string | null;
  readonly told: Told;
}

/** The words of a command line without `option` and its value, and that value. */
export function optionIn(
  words: readonly string[],
  option: string,
): { readonly value: string | undefined; readonly words: readonly string[] } {
  const at = words.indexOf(option);
  if (at < 0) return { value: undefined, words };
  return { value: words[at + 1], words: words.filter((_, index) => index !== at && index !== at + 1) };
}

export function writeTold(file: string, rows: readonly ToldRow[]): void {
  writeFileSync(file, JSON.stringify(rows));
}

/** A file that nobody wrote tells nothing: then whoever asks plays for themselves. */
export function readTold(file: string | undefined): readonly ToldRow[] {
  if (file === undefined || !existsSync(file)) return [];
  return JSON.parse(readFileSync(file, "utf8")) as readonly ToldRow[];
}
