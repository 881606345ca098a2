import { type EnvironmentChange, isNothing } from "./change.ts";

/** The difference as a person reads it before saying yes. */
export function sayDifference(target: string, changes: readonly EnvironmentChange[]): readonly string[] {
  const width = Math.max(...changes.map(({ name }) => name.length));
  const lines = changes.flatMap((change) => {
    const name = change.name.padEnd(width);
    const says = isNothing(change) ? ["is as it should be"] : change.says;
    const keeps = change.keeps.map((what) => `  kept: ${what} (--prune takes it away)`);
    const notes = change.notes.map((what) => `  note: ${what}`);
    return [...says, ...keeps, ...notes].map(
      (line, index) => `  ${index === 0 ? name : " ".repeat(width)}  ${line}`,
    );
  });
  return [`${target}:`, ...lines];
}

/** How much there is to do, in words. */
export function sayCount(changes: readonly EnvironmentChange[]): string {
  const some = changes.filter((one) => !isNothing(one)).length;
  return some === 0
    ? `Nothing to change: ${changes.length} of ${changes.length} environments are as they should be.`
    : `${some} of ${changes.length} environments differ.`;
}
