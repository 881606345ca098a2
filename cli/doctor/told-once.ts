import type { ErrorCode } from "../../kit/errors/codes.ts";
import { type Told, notAsked } from "./check.ts";
import type { Row } from "./run.ts";

/** What the repository's files are refused for: migrations, and sources of functions. */
const ofFiles: ReadonlySet<ErrorCode> = new Set(["PR105", "PR416", "PR430", "PR424", "PR443"]);

/**
 * Files that stop several questions are told with the first: a folder that is not there is one thing to mend, not
 * three. The others say which one that was.
 */
export function toldOnce(rows: readonly Row[]): readonly Row[] {
  const first = new Map<string, string>();
  return rows.map(({ group, told }) => ({ group, told: told.map((one) => once(first, group, one)) }));
}

function once(first: Map<string, string>, group: string, told: Told): Told {
  const { code, what, says } = told;
  if (code === undefined || !ofFiles.has(code)) return told;
  const key = JSON.stringify([group, code, says]);
  const before = first.get(key);
  if (before !== undefined && before !== what) return notAsked(what, `not before ${before} is mended`);
  first.set(key, what);
  return told;
}
