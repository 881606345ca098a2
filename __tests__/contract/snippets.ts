import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { type Fence, fencesIn } from "./docs/markdown.ts";
import { root } from "./workflow-files.ts";

/** Every Markdown file that a reader of the repository may open, as its path. */
export function pages(): readonly string[] {
  const folders = ["__tests__", "actions", "bench", "conformance", "docs", "examples", "kit", "rehearsal"];
  const top = readdirSync(root).filter((name) => name.endsWith(".md"));
  const below = folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
      .filter((name) => name.endsWith(".md") && !/(^|\/)(node_modules|dist)\//.test(name))
      .map((name) => join(folder, name)),
  );
  return [...top, ...below].sort();
}

/** The fenced blocks of a Markdown file of the repository. */
export function snippets(file: string): readonly Fence[] {
  return fencesIn(readFileSync(join(root, file), "utf8"));
}
