import type { RawStatement, SyntaxProblem } from "./parser.ts";
import { codePoints } from "./placeholder.ts";

/** Nobody opens as many comments without a letter between them, nor has a number as many signs. */
const most = { opened: 100, pluses: 1_000 };

/**
 * At each sign that opens a comment, and at each plus, PostgreSQL's lexer reads all signs of operators behind it before it
 * takes two of them, or one: where such a run is made of these, their number squared (120,000 letters took 21 s). Such a
 * text is not given to it.
 */
export function tangledSigns(sql: string): SyntaxProblem | undefined {
  for (const { 0: run, index } of sql.matchAll(/\+{100,}|\/\*[~!@#^&|`?+\-*/%<>=]*/g)) {
    const [count, limit, what] = run.startsWith("/")
      ? ([run.split("/*").length - 1, most.opened, "comments are opened"] as const)
      : ([run.length, most.pluses, "signs follow each other"] as const);
    if (count <= limit) continue;
    const message = `more than ${limit} ${what} here with nothing between them`;
    return { message, at: codePoints(sql.slice(0, index)) };
  }
  return undefined;
}

/** Levels of a syntax tree, of which an operator takes two and a NOT four. A stack of 1 MB holds about twice as many. */
const deepest = 5_000;

export const tooDeep = "this is nested too deep to be read: fewer operators, or more statements";

/** A letter makes no more than one level, so that a short text is never too deep. */
export function tangledTree(sql: string, statements: readonly RawStatement[]): SyntaxProblem | undefined {
  if (sql.length < deepest) return undefined;
  const deep = statements.find(({ node }) => isDeep(node));
  if (deep === undefined) return undefined;
  const before = Buffer.from(sql).subarray(0, deep.start).toString();
  return { message: tooDeep, at: codePoints(before) };
}

/** Level by level: a walk that calls itself would end as those do that come after it. */
function isDeep(root: object): boolean {
  let level: readonly object[] = [root];
  for (let depth = 0; depth < deepest; depth += 1) {
    const next: object[] = [];
    for (const one of level)
      for (const inner of Object.values(one) as readonly unknown[])
        if (typeof inner === "object" && inner !== null) next.push(inner);
    if (next.length === 0) return false;
    level = next;
  }
  return true;
}
