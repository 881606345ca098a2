import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { generatedFiles } from "./generate/generated-files.ts";

/** Writes every generated file; with `--check` it writes nothing and fails when one is stale. */
const root = fileURLToPath(new URL("../..", import.meta.url));
const check = process.argv.includes("--check");

const files = generatedFiles(read);
const stale = [...files].filter(([file, text]) => read(file) !== text);
if (check && stale.length > 0) {
  console.error(`Stale: ${stale.map(([file]) => file).join(", ")}. Run \`npm run generate\` and commit.`);
  process.exitCode = 1;
} else if (!check) {
  for (const [file, text] of stale) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), text);
  }
}
console.log(`${files.size - stale.length} of ${files.size} generated files ${check ? "are" : "were"} fresh`);

function read(file: string): string | undefined {
  const path = join(root, file);
  return existsSync(path) ? readFileSync(path, "utf8") : undefined;
}
