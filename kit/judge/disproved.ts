import type { Finding } from "./finding.ts";

/**
 * A finding of the text that a replay has shown to be none. Those who approve see it, and whoever has no replay of his
 * own takes it from what was approved.
 */
export interface Disproved {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly rule: string;
  readonly thing: string;
}

export function asDisproved({ file, line, column, rule, thing }: Finding): Disproved {
  return { file, line, column, rule, thing };
}

export function isDisproved(finding: Finding, disproved: readonly Disproved[]): boolean {
  return disproved.some(
    ({ file, line, column, rule, thing }) =>
      file === finding.file &&
      line === finding.line &&
      column === finding.column &&
      rule === finding.rule &&
      thing === finding.thing,
  );
}
