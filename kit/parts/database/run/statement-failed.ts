import { describe } from "../../../errors/user-error.ts";
import type { Segment } from "../../../judge/execution.ts";
import type { Statement } from "../../../judge/split.ts";

/** A statement that did not run. Nothing of its segment is there, unless it is one that runs alone. */
export class StatementFailed extends Error {
  readonly statement: Statement | undefined;
  readonly segment: Segment;

  constructor(cause: unknown, statement: Statement | undefined, segment: Segment) {
    super(describe(cause), { cause });
    this.statement = statement;
    this.segment = segment;
  }
}
