import { expect, test } from "@jest/globals";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { parseDocument } from "yaml";
import { systemClock } from "../../kit/ports/clock.ts";
import { rehearseUsage } from "../../cli/rehearse/options.ts";
import { createBuiltins } from "../../rehearsal/player/builtins/builtins.ts";
import { openArtifactStore } from "../../rehearsal/player/builtins/artifact-store.ts";
import { type Workflow, loadWorkflow } from "../../rehearsal/player/player.ts";
import { pages, snippets } from "./snippets.ts";
import { actionAt, root, workflowFiles } from "./workflow-files.ts";

const read = (file: string): string => readFileSync(join(root, file), "utf8");
const all = pages().flatMap((page) => snippets(page).map((snippet) => ({ page, ...snippet })));
const suite = "prism-rollout/prism-rollout";

/** Reads a caller as GitHub would: with the chain, its actions, their inputs and permissions. */
function load(text: string, path: string): Promise<Workflow> {
  const home = { name: "acme/app", ref: "refs/heads/main", sha: "a".repeat(40), folder: root };
  const builtins = createBuiltins({
    clock: systemClock,
    artifacts: openArtifactStore(join(root, ".none")),
    sources: () => ({ folder: root, commit: home.sha, links: {}, env: {} }),
  });
  return loadWorkflow(
    { text, path, home },
    {
      builtins,
      find: (name, ref) => (name === suite ? { name, ref, sha: "0".repeat(40), folder: root } : undefined),
    },
  );
}

test("every block of YAML and JSON parses", () => {
  const blocks = all.filter(({ language }) => /^(ya?ml|json)$/.test(language));
  expect(blocks.length).toBeGreaterThan(1);
  const wrong = blocks.flatMap(({ page, line, text }) =>
    parseDocument(text).errors.map(({ message }) => `${page}:${line}: ${message}`),
  );
  expect(wrong).toEqual([]);
});

test("every caller that a reader may copy is a workflow as GitHub reads it", async () => {
  const written = all.filter(({ language, text }) => language === "yaml" && /^jobs:/m.test(text));
  expect(written.map(({ page }) => page)).toContain("README.md");
  const callers = [
    ...written.map(({ page, line, text }) => ({ path: `${page}:${line}`, text })),
    ...workflowFiles().filter(({ path }) => path.startsWith("examples/")),
  ];
  for (const { path, text } of callers) {
    const { jobs } = await load(text, path);
    expect(jobs.size).toBeGreaterThan(0);
  }
});

test("every npm script that is named exists", () => {
  const scripts = ["package.json", "examples/prism/package.json", "conformance/package.json"].flatMap(
    (file) => Object.keys((JSON.parse(read(file)) as { scripts?: object }).scripts ?? {}),
  );
  const wrong = pages().flatMap((page) =>
    [...read(page).matchAll(/\bnpm run ([\w:-]+)/g)].flatMap(([, name = ""]) =>
      scripts.includes(name) ? [] : [`${page}: npm run ${name}`],
    ),
  );
  expect(wrong).toEqual([]);
});

test("every option of rehearse that a page names is one that the command line knows", () => {
  const wrong = pages().flatMap((page) =>
    [...read(page).matchAll(/\bnpm run rehearse -- ([^`\n]+)/g)].flatMap(([, args = ""]) =>
      [...args.matchAll(/--[a-z-]+/g)]
        .map(([option]) => option)
        .filter((option) => !rehearseUsage.includes(`  ${option}`))
        .map((option) => `${page}: ${option}`),
    ),
  );
  expect(wrong).toEqual([]);
});

test("every link inside of the repository leads somewhere, its anchor included", () => {
  const wrong = pages().flatMap((page) =>
    [...read(page).matchAll(/\]\(([^)\s]+)\)/g)].flatMap(([, link = ""]) => {
      if (/^[a-z]+:/.test(link)) return [];
      const [path = "", anchor] = link.split("#");
      const file = path === "" ? page : join(dirname(page), path);
      if (!existsSync(join(root, file))) return [`${page}: ${link}`];
      return anchor === undefined || anchors(file).includes(anchor)
        ? []
        : [`${page}: ${link}: no such anchor`];
    }),
  );
  expect(wrong).toEqual([]);
});

function anchors(file: string): readonly string[] {
  return [...read(file).matchAll(/^#+ (.+)$/gm)].map(([, title = ""]) =>
    title
      .toLowerCase()
      .replace(/[^\w\s-]/g, "")
      .trim()
      .replace(/\s/g, "-"),
  );
}

test("every action that a page or a message tells to use exists", () => {
  const wrong = pages().flatMap((page) =>
    [...read(page).matchAll(/prism-rollout\/prism-rollout\/(actions\/[\w-]+)@/g)].flatMap(([, path = ""]) =>
      actionAt(path) ? [] : [`${page}: ${path}`],
    ),
  );
  expect(wrong).toEqual([]);
});

test("the README's two commands are what CI and a newcomer run", () => {
  const commands = snippets("README.md")
    .filter(({ language }) => language === "sh")
    .map(({ text }) => text.trim());
  expect(commands).toEqual(["npm ci && npm run rehearse", "npm ci && npm test"]);
  expect(read(".ci/run")).toContain("npm test");
});

test("nothing that is shipped names a path of one machine", () => {
  const wrong = pages().filter((page) => /(^|[\s("'`])\/(home|work|root|Users)\//.test(read(page)));
  expect(wrong).toEqual([]);
});
