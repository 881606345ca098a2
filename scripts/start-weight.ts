import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";

/** Bytes that every action loads before its own code: the entry, and the chunks that all of them share. */
export function startWeight(dist: string): number {
  const entry = readFileSync(join(dist, "index.js"), "utf8");
  const imports = [...entry.matchAll(/\(\) => Promise\.all\(\/\* import\(\) \*\/\[(.*?)\]\)/g)];
  if (imports.length === 0)
    throw new Error("dist/index.js has no lazy chunks: was it built by another bundler?");
  const chunks = imports.map(([, list = ""]) => [...list.matchAll(/\.e\((\d+)\)/g)].map(([, id = ""]) => id));
  const shared = (chunks[0] ?? []).filter((id) => chunks.every((all) => all.includes(id)));
  const sizes = ["index.js", ...shared.map((id) => `${id}.index.js`)].map(
    (file) => statSync(join(dist, file)).size,
  );
  return sizes.reduce((sum, size) => sum + size, 0);
}
