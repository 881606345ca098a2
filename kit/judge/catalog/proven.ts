import type { Node } from "libpg-query";
import { constraintNamed } from "./constraint-names.ts";
import { as } from "../walk.ts";

interface Check {
  /** Those that it says to have values. */
  readonly columns: readonly string[];
  valid: boolean;
}

/** By their names, `public.t.name`. */
export type Checks = Map<string, Check>;

/** A CHECK, however it was made. */
export function noteCheck(checks: Checks, name: string, node: Node): void {
  const constraint = constraintNamed(node, name);
  const columns = notNullIn(constraint?.raw_expr);
  // In a new table there is nothing to be valid of.
  const valid = !constraint?.skip_validation || as(node, "CreateStmt") !== undefined;
  if (constraint?.contype === "CONSTR_CHECK") checks.set(name, { columns, valid });
}

function notNullIn(expression: Node | undefined): readonly string[] {
  const both = as(expression, "BoolExpr");
  if (both?.boolop === "AND_EXPR") return (both.args ?? []).flatMap(notNullIn);
  const test = as(expression, "NullTest");
  const name = as(as(test?.arg, "ColumnRef")?.fields?.at(-1), "String")?.sval;
  return test?.nulltesttype === "IS_NOT_NULL" && name !== undefined ? [name] : [];
}

export function forgetChecks(checks: Checks, table: string, which: (check: Check) => boolean): void {
  for (const [key, check] of checks) if (key.startsWith(`${table}.`) && which(check)) checks.delete(key);
}

export function renameChecks(checks: Checks, old: string, name: string): void {
  for (const [key, check] of Array.from(checks)) {
    if (!key.startsWith(`${old}.`)) continue;
    checks.delete(key);
    checks.set(`${name}${key.slice(old.length)}`, check);
  }
}
