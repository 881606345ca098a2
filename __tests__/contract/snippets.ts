import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { root } from "./workflow-files.ts";

/** A fenced block of a Markdown file: its language, its text, and the line on which the text begins. */
export interface Snippet {
  readonly language: string;
  readonly text: string;
  readonly line: number;
}

/** Every Markdown file that a reader of the repository may open, as its path. */
export function pages(): readonly string[] {
  const folders = ["actions", "conformance", "docs", "examples", "kit", "rehearsal"];
  const top = readdirSync(root).filter((name) => name.endsWith(".md"));
  const below = folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
      .filter((name) => name.endsWith(".md") && !/(^|\/)(node_modules|dist)\//.test(name))
      .map((name) => join(folder, name)),
  );
  return [...top, ...below].sort();
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
