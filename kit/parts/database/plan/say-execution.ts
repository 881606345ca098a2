import { type Execution, type Segment, wholeOf } from "../../../judge/execution.ts";

/** How a file runs, for who approves it. `pieces`: how many statements the ledger keeps of it. */
export function sayExecution(execution: Execution, pieces: number, finished = 0): readonly string[] {
  const statements = counted(pieces, "statement");
  const { segments } = execution;
  if (wholeOf(execution)) return [`${statements} in one transaction`];
  const asked = segments.some(isOnce) ? [askedIfCut] : [];
  if (segments.length === 1 && asked.length > 0) return [`${statements} outside of a transaction`, ...asked];
  if (segments.length === 1)
    return [
      `${statements} outside of a transaction: cut off, it is looked at, and done again where it has to be`,
    ];
  return [
    `${statements} in ${segments.length} segments: ${saySegments(segments)}`,
    "a segment that is done stays if a later one fails, and is not done again",
    ...asked,
    ...(finished > 0 ? [`an earlier run has done ${finished} of them: this one goes on behind`] : []),
  ];
}

const askedIfCut =
  "what commits as it goes is not run again if it is cut off: a person is asked how far it came";

/** PostgreSQL refuses nothing else of that kind in a transaction. */
function isOnce({ kind, statements: [first] }: Segment): boolean {
  return kind === "alone" && first !== undefined && ("DoStmt" in first.node || "CallStmt" in first.node);
}

/** In a table's cell. */
export function shortExecution(execution: Execution): string {
  if (wholeOf(execution)) return "one transaction";
  const { length } = execution.segments;
  return length === 1 ? "outside of a transaction" : `${length} segments`;
}

/** Where a file commits each of many statements by itself, that is said once. */
function saySegments(segments: readonly Segment[]): string {
  const isOne = ({ statements, end }: Segment): boolean => statements.length === 1 && end === "commit";
  return segments.length > many && segments.every(isOne)
    ? "each of one statement"
    : segments.map(sayOne).join("; ");
}

const many = 8;

function sayOne({ kind, statements, end }: Segment): string {
  if (kind === "alone") return "1 by itself";
  return `${statements.length} in one transaction${end === "rollback" ? ", rolled back as it says" : ""}`;
}

function counted(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? "" : "s"}`;
}
