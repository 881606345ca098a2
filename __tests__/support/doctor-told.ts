import type { Told } from "./doctor-stage.ts";

/** The line of one question, and its fix where it has one. */
export function about(what: string, { out }: Pick<Told, "out">): string {
  const lines = out.split("\n");
  const at = lines.findIndex((line) => line.includes(`  ${what}: `));
  const fix = lines[at + 1]?.includes("  fix: ") ? [lines[at + 1]] : [];
  return [lines[at], ...fix].join("\n");
}
