import { expect, test } from "@jest/globals";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { generatedFiles } from "../../scripts/generate/generated-files.ts";

const root = resolve(import.meta.dirname, "../..");
const read = (file: string): string | undefined =>
  existsSync(join(root, file)) ? readFileSync(join(root, file), "utf8") : undefined;
const files = generatedFiles(read);

test("every generated file is what its declaration says, byte by byte; else run `npm run generate`", () => {
  const stale = [...files].filter(([file, text]) => read(file) !== text).map(([file]) => file);
  expect({ "run `npm run generate` for": stale }).toEqual({ "run `npm run generate` for": [] });
});

test("every folder of an action that has its declaration is among them", () => {
  const declared = readdirSync(join(root, "actions")).filter((name) =>
    files.has(`actions/${name}/action.yml`),
  );
  const built = readdirSync(join(root, "actions")).filter((name) =>
    existsSync(join(root, "dist", `${name}.js`)),
  );
  expect(declared).toEqual(expect.arrayContaining(built));
});

test("a reader's own words in a README stay where they are", () => {
  const readme = "actions/migrate/README.md";
  const mine = `Words before.\n\n${read(readme) ?? ""}\nWords after.\n`;
  const made = generatedFiles((file) => (file === readme ? mine : read(file))).get(readme);
  expect(made).toBe(mine);
});
