import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { globToRegExp } from "../files/glob.ts";

/** `hashFiles(…)` over a workspace: one digest of all files that match; '' when none does. Links are not followed. */
export function workspaceHash(workspace: string): (patterns: readonly string[]) => string {
  return (patterns) => {
    const wanted = patterns.filter((pattern) => !pattern.startsWith("!")).map(globToRegExp);
    const unwanted = patterns
      .filter((pattern) => pattern.startsWith("!"))
      .map((one) => globToRegExp(one.slice(1)));
    const files = filesBelow(workspace).filter(
      (file) => wanted.some((one) => one.test(file)) && !unwanted.some((one) => one.test(file)),
    );
    if (files.length === 0) return "";
    const all = createHash("sha256");
    for (const file of files)
      all.update(
        createHash("sha256")
          .update(readFileSync(join(workspace, file)))
          .digest(),
      );
    return all.digest("hex");
  };
}

function filesBelow(root: string, folder = ""): readonly string[] {
  return readdirSync(join(root, folder), { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = folder === "" ? entry.name : `${folder}/${entry.name}`;
      if (entry.isDirectory()) return filesBelow(root, path);
      return entry.isFile() ? [path] : [];
    });
}
