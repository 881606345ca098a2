import { expect, test } from "@jest/globals";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readInputs } from "../../kit/action/read-inputs.ts";
import { parseConfig } from "../../kit/config/config.ts";
import { specs } from "../../scripts/specs.ts";
import { kindOf } from "./docs/yaml-snippets.ts";
import { snippets } from "./snippets.ts";
import { root } from "./workflow-files.ts";

const read = (file: string): string => readFileSync(join(root, file), "utf8");
const linesOf = (text: string): number => text.trim().split("\n").length;
const yamlOf = (page: string) => snippets(page).filter(({ language }) => language === "yaml");

test("the README's two commands are what CI and a newcomer run", () => {
  const commands = snippets("README.md")
    .filter(({ language }) => language === "sh")
    .map(({ text }) => text.trim());
  expect(commands).toEqual(["npm ci && npm run rehearse", "npm ci && npm test"]);
  expect(read(".ci/run")).toContain("npm test");
});

test("the README's caller and rollout.yml are the two that it has, of ten lines or so", () => {
  const both = yamlOf("README.md");
  expect(both.map(({ text }) => kindOf(text))).toEqual(["workflow", "rollout.yml"]);
  for (const { text } of both) expect(linesOf(text)).toBeLessThanOrEqual(13);
});

test.each(["README.md", "docs/getting-started.md"])(
  "each phase finds all that it needs in the whole rollout.yml of %s, for each of its targets",
  (page) => {
    const [whole] = yamlOf(page).filter(({ text }) => /^targets:/m.test(text));
    const text = whole?.text ?? "";
    const { targets } = parseConfig(text, page, "", specs);
    expect(targets).toContain("production");
    for (const target of targets) {
      const config = parseConfig(text, page, target, specs);
      expect(config.sections.length).toBeGreaterThan(6);
      for (const name of config.sections) {
        const inputs = specs.find((spec) => spec.name === name)?.inputs ?? {};
        const given = (input: string): string =>
          inputs[input]?.secret && inputs[input].required ? "given" : "";
        expect(() => readInputs(name, inputs, given, config)).not.toThrow();
      }
    }
  },
);
