import { type Explainable, describe, sentence } from "../../kit/errors/user-error.ts";
import type { ErrorCode } from "../../kit/errors/codes.ts";
import { jsonOnOneLine } from "../../rehearsal/report/json.ts";

/** The last line of `rehearse --json` where nothing could be played. */
export interface NotPlayed {
  readonly schema: "prism-rollout/rehearsal@1";
  readonly outcome: "not-played";
  /** Null where it is a bug of this suite. */
  readonly code: ErrorCode | null;
  readonly reason: string;
  readonly next: string;
  readonly phases: readonly never[];
}

const issues = "https://github.com/prism-rollout/prism-rollout/issues";
const reportIt = `This is a bug of prism-rollout: please report it with what stands above, at ${issues}.`;

/** Why nothing could be played, and what to do, as one line of JSON. `known` is what the user can mend. */
export function notPlayedLine(error: unknown, known: Explainable | undefined): string {
  const line: NotPlayed = {
    schema: "prism-rollout/rehearsal@1",
    outcome: "not-played",
    code: known?.code ?? null,
    reason: known === undefined ? describe(error) : sentence(known.message),
    next: known?.fix ?? reportIt,
    phases: [],
  };
  return jsonOnOneLine(line);
}

/** A bug of ours, for people: what was thrown, and where to report it. */
export function bug(error: unknown): string {
  return `${describe(error)}\n${reportIt}\n`;
}
