import { type Expression, textOf, type Template } from "../expressions/template.ts";
import { asksForStatus } from "../expressions/walk.ts";
import type { Reading } from "./reading.ts";

/**
 * Reads an `if`, with or without `${{ }}`. Without a status function `success() &&` is put before it, as
 * GitHub does. Text around `${{ }}` makes a string, which always holds: that is a problem.
 */
export function readCondition(template: Template | undefined, problem: Reading["problem"]): Expression {
  const line = template?.line ?? 1;
  const read = (expression: string): Expression => ({ kind: "expression", expression, mixed: false, line });
  const written = template?.kind === "expression" ? template.expression : (textOf(template) ?? "").trim();
  if (written === "") return read("success()");
  if (template?.kind === "expression" && template.mixed) {
    problem(line, "This condition always holds: text stands around ${{ }}. Write it without ${{ }}.");
    return read(written);
  }
  try {
    return read(asksForStatus(written) ? written : `success() && (${written})`);
  } catch (error) {
    problem(line, `The condition cannot be read: ${error instanceof Error ? error.message : String(error)}`);
    return read("success()");
  }
}
