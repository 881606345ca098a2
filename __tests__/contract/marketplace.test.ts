import { expect, test } from "@jest/globals";
import { readFileSync, readdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { parse } from "yaml";

const root = resolve(import.meta.dirname, "../..");

interface Described {
  readonly name: string;
  readonly description: string;
  readonly branding?: { readonly icon: string; readonly color: string };
  readonly inputs?: Readonly<Record<string, { readonly description: string }>>;
  readonly outputs?: Readonly<Record<string, { readonly description: string }>>;
}

function read(file: string): Described {
  return parse(readFileSync(join(root, file), "utf8")) as Described;
}

const folders = readdirSync(join(root, "actions"), { withFileTypes: true }).filter((one) =>
  one.isDirectory(),
);
const files = ["action.yml", ...folders.map(({ name }) => `actions/${name}/action.yml`)];

test("the Marketplace takes the root action: a description that is shown whole, an icon, a colour", () => {
  const { name, description, branding } = read("action.yml");
  expect(name).toBe("prism-rollout");
  expect(description.length).toBeLessThanOrEqual(125);
  expect(branding?.icon).toMatch(/^[a-z-]+$/);
  expect(["white", "yellow", "blue", "green", "orange", "red", "purple", "gray-dark"]).toContain(
    branding?.color,
  );
});

test.each(files)("%s: every text is a sentence or a list of words that a person would write", (file) => {
  const { description, inputs = {}, outputs = {} } = read(file);
  const texts = [
    description,
    ...[...Object.values(inputs), ...Object.values(outputs)].map((one) => one.description),
  ];
  for (const text of texts) {
    expect(text).not.toMatch(/\bA (?:`|true)|\.\.(?![./])|\bundefined\b| {2}/);
    expect(text.trim()).toBe(text);
    expect(text.length).toBeGreaterThan(10);
  }
});
