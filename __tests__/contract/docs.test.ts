import { expect, test } from "@jest/globals";
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { errorCodes } from "../../kit/errors/codes.ts";
import { weaknesses } from "../../kit/release/environments/accept.ts";
import { loadParser } from "../../kit/judge/parser.ts";
import { specs } from "../../scripts/specs.ts";
import { brokenLinks } from "./docs/broken-links.ts";
import { anchorsIn, raggedIn } from "./docs/markdown.ts";
import { load } from "./docs/load-snippet.ts";
import { type Known, unknownCommands } from "./docs/unknown-commands.ts";
import { type Keys, unknownInputs } from "./docs/unknown-inputs.ts";
import { asWorkflow, kindOf, wrongConfig, wrongYaml } from "./docs/yaml-snippets.ts";
import { pages, snippets } from "./snippets.ts";
import { actionAt, root, workflowFiles } from "./workflow-files.ts";

const read = (file: string): string => readFileSync(join(root, file), "utf8");
const exists = (file: string): boolean => existsSync(join(root, file));
const all = pages().flatMap((page) => snippets(page).map((snippet) => ({ page, ...snippet })));
const yaml = all.filter(({ language }) => /^ya?ml$/.test(language));

const scripts = ["package.json", "examples/prism/package.json", "conformance/package.json"].flatMap((file) =>
  Object.keys((JSON.parse(read(file)) as { scripts?: object }).scripts ?? {}),
);
const commands = [...read("cli/prism-rollout.ts").matchAll(/prism-rollout ([a-z]+) --help/g)].map(
  ([, name = ""]) => name,
);
const help = (command: string): string =>
  spawnSync(process.execPath, [join(root, "lib/cli/prism-rollout.js"), command, "--help"], {
    encoding: "utf8",
  }).stdout;
const known: Known = {
  scripts: new Set(scripts),
  help: new Map(commands.map((command) => [command, help(command)])),
  exists,
};

const chain = workflowFiles().find(({ path }) => path === ".github/workflows/rollout.yml");
const keys: Keys = {
  sections: new Set(specs.map(({ name }) => name)),
  inputs: new Set([
    ...specs.flatMap(({ inputs }) => Object.keys(inputs)),
    ...Object.keys(chain?.call?.inputs ?? {}),
  ]),
  of: (section) => new Set(Object.keys(specs.find(({ name }) => name === section)?.inputs ?? {})),
};

test("every block of YAML, JSON and SQL parses", async () => {
  const { parse } = await loadParser();
  const wrong = all.flatMap(({ page, language, line, text }) => {
    const problems = /^ya?ml$/.test(language) ? [...wrongYaml(text)] : [];
    if (language === "json" && !isJson(text)) problems.push("is not JSON");
    const sql = language === "sql" ? parse(text) : [];
    if ("message" in sql) problems.push(sql.message);
    return problems.map((problem) => `${page}:${line}: ${problem}`);
  });
  expect(wrong).toEqual([]);
  expect(yaml.length).toBeGreaterThan(1);
});

test("every caller, job and step that a reader may copy is one as GitHub reads it", async () => {
  const written = yaml.flatMap(({ page, line, text }) => {
    const workflow = asWorkflow(text);
    return workflow === undefined ? [] : [{ path: `${page}:${line}`, text: workflow }];
  });
  expect(written.map(({ path }) => path.split(":")[0])).toContain("README.md");
  const callers = [...written, ...workflowFiles().filter(({ path }) => path.startsWith("examples/"))];
  const loaded = await Promise.allSettled(callers.map(({ path, text }) => load(text, path)));
  const wrong = loaded.flatMap((one) => (one.status === "rejected" ? [String(one.reason)] : []));
  expect(wrong).toEqual([]);
});

test("every piece of rollout.yml is read by the suite's own reader without a finding", () => {
  const written = yaml.filter(({ text }) => kindOf(text) === "rollout.yml");
  const wrong = written.flatMap(({ page, line, text }) =>
    wrongConfig(text, specs).map((issue) => `${page}:${line}: ${issue}`),
  );
  expect(wrong).toEqual([]);
  expect(written.map(({ page }) => page)).toEqual(expect.arrayContaining(["README.md", "docs/gates.md"]));
});

test("every command that a page names exists, with its options", () => {
  expect(known.help.get("rehearse")).toContain("--fail");
  expect(pages().flatMap((page) => unknownCommands(page, read(page), known))).toEqual([]);
});

test("every input that a page names in backticks is one of an action or of the called workflow", () => {
  const ofTheirDay = /^(CHANGELOG\.md|docs\/adr\/|conformance\/corpus\/)/;
  const now = pages().filter((page) => !ofTheirDay.test(page));
  expect(now.flatMap((page) => unknownInputs(page, read(page), keys))).toEqual([]);
});

test("every link inside of the repository leads somewhere, its anchor included", () => {
  expect(pages().flatMap((page) => brokenLinks(page, read(page), { exists, read }))).toEqual([]);
});

test("every row of a table has the cells of its head", () => {
  const wrong = pages().flatMap((page) => raggedIn(read(page)).map((line) => `${page}:${line}`));
  expect(wrong).toEqual([]);
});

test("every action that a page or a message tells to use exists", () => {
  const wrong = pages().flatMap((page) =>
    [...read(page).matchAll(/prism-rollout\/prism-rollout\/(actions\/[\w-]+)@/g)].flatMap(([, path = ""]) =>
      actionAt(path) ? [] : [`${page}: ${path}`],
    ),
  );
  expect(wrong).toEqual([]);
});

test("every error has its anchor, and a place among what a person sees", () => {
  const anchors = anchorsIn(read("docs/errors.md"));
  const symptoms = read("docs/troubleshooting.md");
  const lost = Object.keys(errorCodes).filter(
    (code) => !anchors.includes(code.toLowerCase()) || !symptoms.includes(`errors.md#${code.toLowerCase()})`),
  );
  expect(lost).toEqual([]);
});

test("every error that a page names is one", () => {
  const wrong = pages().flatMap((page) =>
    [...read(page).matchAll(/\bPR\d{3}\b/g)].flatMap(([code]) =>
      Object.hasOwn(errorCodes, code) ? [] : [`${page}: ${code}`],
    ),
  );
  expect(wrong).toEqual([]);
});

test("every page of docs stands in its index", () => {
  const index = read("docs/README.md");
  const lost = pages().filter(
    (page) => /^docs\/[\w-]+\.md$/.test(page) && page !== "docs/README.md" && !index.includes(page.slice(5)),
  );
  expect(lost).toEqual([]);
});

test("what no live service has seen has a probe that would settle it, and what happens if it is otherwise", () => {
  const rows = read("docs/unproven.md")
    .split("\n## ")
    .slice(1)
    .flatMap((section) =>
      section.split("\n").filter((line) => line.startsWith("| ") && !line.startsWith("| ---")),
    );
  expect(rows.length).toBeGreaterThan(50);
  const wanting = rows.filter((line) => {
    const cells = line.split(/(?<!\\)\|/).map((cell) => cell.trim());
    return cells.length !== 5 || cells.slice(1, 4).some((cell) => cell === "");
  });
  expect(wanting).toEqual([]);
});

test("every decision stands in the list of decisions", () => {
  const list = read("docs/adr/README.md");
  const lost = pages().filter((page) => /^docs\/adr\/\d/.test(page) && !list.includes(`](${page.slice(9)})`));
  expect({ "add to docs/adr/README.md": lost }).toEqual({ "add to docs/adr/README.md": [] });
});

test("the page about gates has every weakness that a team may choose, in the words of the audit", () => {
  const page = read("docs/gates.md");
  const rows = Object.entries(weaknesses).map(([word, what]) => `| \`${word}\` | ${what} |`);
  expect(rows.filter((row) => !page.includes(row))).toEqual([]);
});

test("every caller stands in the list of callers", () => {
  const list = read("examples/workflows/README.md");
  const lost = workflowFiles().filter(
    ({ path }) =>
      path.startsWith("examples/") && !list.includes(`](${path.replace("examples/workflows/", "")})`),
  );
  expect(lost.map(({ path }) => path)).toEqual([]);
});

test("nothing that is shipped names a path of one machine", () => {
  const wrong = pages().filter((page) => /(^|[\s("'`])\/(home|work|root|Users)\//.test(read(page)));
  expect(wrong).toEqual([]);
});

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
