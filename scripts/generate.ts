import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { specs } from "./entries.ts";
import { actionYml } from "./generate/action-yml.ts";
import { errorsPage } from "./generate/errors-page.ts";
import { readmeWithTables } from "./generate/readme-tables.ts";
import { rolloutSchema } from "./generate/rollout-schema.ts";

/**
 * Writes every generated file; with `--check` it writes nothing and fails when one is stale. The texts of
 * README.md outside of the markers are kept.
 */
const root = fileURLToPath(new URL("../..", import.meta.url));
const check = process.argv.includes("--check");

const files = new Map<string, string>([
  ["schemas/rollout.schema.json", `${JSON.stringify(rolloutSchema(specs), null, 2)}\n`],
  ["docs/errors.md", errorsPage()],
]);
for (const spec of specs) {
  const readme = join("actions", spec.name, "README.md");
  files.set(join("actions", spec.name, "action.yml"), actionYml(spec));
  files.set(readme, readmeWithTables(spec, read(readme)));
}

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
