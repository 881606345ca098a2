import { setFlagsFromString } from "node:v8";

/**
 * How a Node.js is started that lives for a second or two: without the compilers that optimise what runs for long. On two
 * cores they were a fifth of the processor time of a release, and what they made was hardly used.
 */
const withoutOptimising = ["--no-opt", "--liftoff-only"];

/** The same, and no collection of what would be gone with the process anyway. */
const options = [...withoutOptimising, "--min-semi-space-size=16", "--max-semi-space-size=32"];

/** The options for a version of Node.js: one that nobody has tried might not know them, and would not start. */
export function briefly(version: string = process.versions.node): readonly string[] {
  return Number(version.split(".")[0]) <= 24 ? options : [];
}

/** Makes this process such a one; all of it, so only a program says so, at its beginning. */
export function runBriefly(): void {
  for (const flag of withoutOptimising) setFlagsFromString(flag);
}
