/** A block of a PL/pgSQL body, as libpg-query gives it. */
interface Block {
  readonly body?: readonly unknown[];
  readonly exceptions?: unknown;
}

/** By these a block is left before its end. */
const leaves = /^PLpgSQL_stmt_(?:return|exit)/;

/** PostgreSQL's number for an error, which RAISE alone is, too. */
const error = 21;

/**
 * Whether a block that handles exceptions always ends in one of its own making, as a trial does that is to leave nothing
 * behind: what it has run is undone before a handler runs, and where none takes it, all of the file is.
 */
export function isUndone({ body = [], exceptions }: Block): boolean {
  if (exceptions === undefined) return false;
  const end = body.findIndex(isError);
  return end !== -1 && !leavesEarly(body.slice(0, end));
}

/** What stays although the block is undone: it is done by another session. */
export function isElsewhere({ said }: { readonly said: string }): boolean {
  return /\bdblink/i.test(said);
}

function isError(statement: unknown): boolean {
  const raise = (statement as Readonly<Record<string, { readonly elog_level?: number } | undefined>>)[
    "PLpgSQL_stmt_raise"
  ];
  return raise?.elog_level === error;
}

function leavesEarly(tree: unknown): boolean {
  if (Array.isArray(tree)) return tree.some(leavesEarly);
  if (typeof tree !== "object" || tree === null) return false;
  return Object.entries(tree).some(([key, value]) => leaves.test(key) || leavesEarly(value));
}
