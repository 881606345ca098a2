import { expect, test } from "@jest/globals";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { root } from "./workflow-files.ts";

const page = readFileSync(join(root, "docs/architecture.md"), "utf8");

/** `[`name`](../file)`, as the page names what is in the code. */
const named = [...page.matchAll(/\[`([\w.]+)`\]\(\.\.\/([^)#]+)\)/g)].map(([, name = "", file = ""]) => ({
  name,
  file,
}));

test("every name that the walk links to is still declared in that file", () => {
  expect(named.length).toBeGreaterThan(60);
  const gone = named.filter(({ name, file }) => {
    if (!existsSync(join(root, file))) return true;
    if (file.endsWith(`/${name}`)) return false;
    const text = readFileSync(join(root, file), "utf8");
    return !new RegExp(`(?:function|const|interface|type|class) ${name}\\b`).test(text);
  });
  expect(gone).toEqual([]);
});

test("every folder of the kit stands in the table of the house", () => {
  const folders = readdirSync(join(root, "kit"), { withFileTypes: true })
    .filter((one) => one.isDirectory())
    .map(({ name }) => `kit/${name}/`);
  expect(folders.filter((folder) => !page.includes(`\`${folder}\``))).toEqual([]);
});
