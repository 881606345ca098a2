import type { Finding, SqlFile } from "../../kit/judge/finding.ts";
import type { SqlParser } from "../../kit/judge/parser.ts";
import { disprovedIn } from "../../kit/shadow/disprove.ts";
import { judgeFacts } from "../../kit/shadow/judge-facts.ts";
import type { NoShadow, Shadow } from "../../kit/shadow/shadow.ts";

export interface FromReplay {
  /** What is left of what the text tells. */
  readonly left: readonly Finding[];
  readonly found: readonly Finding[];
  readonly unverified: readonly string[];
}

/** What the replay adds to and takes from what the text tells of one file. */
export function fromReplay(
  parser: SqlParser,
  file: SqlFile,
  replayed: Shadow | NoShadow,
  index: number,
  findings: readonly Finding[],
): FromReplay {
  if ("because" in replayed) {
    const why = `nothing was replayed: ${replayed.because}, so effects are judged from the text`;
    return { left: findings, found: [], unverified: [why] };
  }
  const seen = replayed.files[index];
  if (!seen) return { left: findings, found: [], unverified: [] };
  if ("unverified" in seen)
    return { left: findings, found: [], unverified: [`not replayed: ${seen.unverified}`] };
  // The folder is all there is, as long as all of it runs by itself.
  const isAll = replayed.history.length + replayed.assumed.length + seen.doubted.length === 0;
  const none = isAll ? disprovedIn(parser, file, seen, findings) : [];
  const left = findings.filter((finding) => !none.includes(finding));
  return {
    left,
    found: judgeFacts(parser, file, seen, left),
    unverified: [
      ...replayed.limits,
      ...replayed.history,
      // Told once.
      ...(index === 0 ? replayed.assumed : []),
      ...seen.assumed,
      ...seen.stubbed.map((what) => `in the replay ${what}`),
    ],
  };
}
