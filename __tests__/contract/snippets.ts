import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";

const root = resolve(import.meta.dirname, "../..");

/** A fenced block of a Markdown file: its language, its text, and the line on which the text begins. */
export interface Snippet {
  readonly language: string;
  readonly text: string;
  readonly line: number;
}

/** The fenced blocks of a Markdown file of the repository. */
export function snippets(file: string): readonly Snippet[] {
  const text = readFileSync(join(root, file), "utf8");
  return [...text.matchAll(/^ *```(\S*)\n([\s\S]*?)^ *```$/gm)].map((found) => ({
    language: found[1] ?? "",
    text: found[2] ?? "",
    line: text.slice(0, found.index).split("\n").length + 1,
  }));
}
