import type { Node } from "libpg-query";
import { partsOf } from "../names.ts";
import { as } from "../walk.ts";

/** `<>`, and what NOT LIKE, NOT ILIKE and NOT SIMILAR TO are for the parser, as well as their own names. */
const negated: ReadonlySet<string> = new Set(["<>", "!~~", "!~~*", "!~", "!~*"]);

/** What compares with a value, a pattern, a key or a part. */
const matches: ReadonlySet<string> = new Set(["=", "~~", "~~*", "~", "~*", "?", "?|", "?&", "@>", "&&"]);

/**
 * `c <> 'a'`, `c NOT IN ('a')`, `c IS DISTINCT FROM v`, `c NOT LIKE 'a%'`, `NOT (c ? 'a')`: a value chooses the few
 * that are left out.
 */
export function leavesFewOut(arm: Node): boolean {
  const { boolop, args = [] } = as(arm, "BoolExpr") ?? {};
  const inner = boolop === "NOT_EXPR" ? args[0] : undefined;
  if (inner) return operatorOn(inner, (operator) => matches.has(operator));
  const { kind, lexpr } = as(arm, "A_Expr") ?? {};
  if (kind === "AEXPR_DISTINCT") return as(lexpr, "ColumnRef") !== undefined;
  return operatorOn(arm, (operator) => negated.has(operator));
}

/** Whether it is a test of a column whose operator is such a one. */
function operatorOn(node: Node, isSuch: (operator: string) => boolean): boolean {
  const { kind = "", name, lexpr } = as(node, "A_Expr") ?? {};
  if (as(lexpr, "ColumnRef") === undefined) return false;
  const compares = ["AEXPR_OP", "AEXPR_IN", "AEXPR_LIKE", "AEXPR_ILIKE", "AEXPR_SIMILAR"].includes(kind);
  const ofList = kind === "AEXPR_OP_ALL" || kind === "AEXPR_OP_ANY";
  return (compares || ofList) && isSuch(partsOf(name).at(-1) ?? "");
}
