import { textOf, type Template } from "../expressions/template.ts";
import { asksForStatus } from "../expressions/walk.ts";

/** A condition that was read: `expression` always asks for a status. */
export interface Condition {
  readonly expression: string;
  readonly problem?: string;
}

/**
 * Reads an `if`, with or without `${{ }}`. Without a status function `success() &&` is put before it, as
 * GitHub does. Text around `${{ }}` makes a string, which always holds: that is a problem.
 */
export function readCondition(template: Template | undefined): Condition {
  const written = template?.kind === "expression" ? template.expression : (textOf(template) ?? "").trim();
  if (written === "") return { expression: "success()" };
  if (template?.kind === "expression" && template.mixed) {
    const problem = "This condition always holds: text stands around ${{ }}. Write it without ${{ }}.";
    return { expression: written, problem };
  }
  try {
    return { expression: asksForStatus(written) ? written : `success() && (${written})` };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { expression: "success()", problem: `The condition cannot be read: ${reason}` };
  }
}
