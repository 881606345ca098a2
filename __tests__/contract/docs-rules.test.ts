import { expect, test } from "@jest/globals";
import { specs } from "../../scripts/specs.ts";
import { type Tree, brokenLinks } from "./docs/broken-links.ts";
import { load } from "./docs/load-snippet.ts";
import { anchorsIn, fencesIn, linksIn, raggedIn, spansIn } from "./docs/markdown.ts";
import { type Known, unknownCommands } from "./docs/unknown-commands.ts";
import { type Keys, unknownInputs } from "./docs/unknown-inputs.ts";
import { asWorkflow, kindOf, wrongConfig, wrongYaml } from "./docs/yaml-snippets.ts";

const tree: Tree = {
  exists: (path) => ["docs/a.md", "docs/b.md", "docs/x.png"].includes(path),
  read: () => "# Two words\n\n## Two words\n",
};
const known: Known = {
  scripts: new Set(["rehearse", "check"]),
  help: new Map([
    ["rehearse", "--fail <phases>  --approve all"],
    ["judge", "--applied <version>"],
  ]),
  exists: (path) => path === "bench/run.mjs",
};
const keys: Keys = {
  sections: new Set(["smoke", "plan"]),
  inputs: new Set(["install", "release-refs"]),
  of: (section) => new Set(section === "smoke" ? ["install"] : ["release-refs"]),
};
const sh = (line: string): readonly string[] => unknownCommands("p.md", `\`\`\`sh\n${line}\n\`\`\`\n`, known);

test.each([
  ["[x](b.md#two-words-1)", "[x](c.md)", "no such file"],
  ["[x](b.md#two-words)", "[x](b.md#three-words)", "no such anchor"],
  ["[x](#here-i-am)", "[x](#there)", "no such anchor"],
  ['<img src="x.png">', '<img src="y.png">', "no such file"],
  ['<source srcset="x.png">', '<source srcset="y.png">', "no such file"],
  ["![x](x.png)", "![x](../../x.png)", "leads out"],
  [
    "[x](https://github.com/prism-rollout/prism-rollout/blob/main/docs/b.md#two-words)",
    "[x](https://github.com/prism-rollout/prism-rollout/blob/main/docs/c.md)",
    "no such file",
  ],
])("the link %s is whole, and %s is told as %s", (good, bad, why) => {
  const page = (link: string): string => `# Here I am\n\n${link}\n`;
  expect(brokenLinks("docs/a.md", page(good), tree)).toEqual([]);
  expect(brokenLinks("docs/a.md", page(bad), tree)).toEqual([expect.stringContaining(why)]);
  expect(brokenLinks("docs/a.md", page(bad), tree)[0]).toMatch(/^docs\/a\.md:3: /);
});

test("headings have the anchors that GitHub gives them, and those in a block are none", () => {
  const page = "# `judge`: what's new?\n\n```sh\n# no heading\n```\n\n## Größe & [link](x.md)\n";
  expect(anchorsIn(page)).toEqual(["judge-whats-new", "größe--link"]);
});

test("a block keeps its line, and what is in one is neither prose nor a link", () => {
  const page = "a\n\n```yaml\nb: [c](d.md)\n```\n\n`e`\n";
  expect(fencesIn(page)).toEqual([{ language: "yaml", text: "b: [c](d.md)\n", line: 4 }]);
  expect(linksIn(page)).toEqual([]);
  expect(spansIn(page)).toEqual([{ text: "e", line: 7 }]);
});

test("a row with other cells than its head is told; a bar that is escaped parts nothing", () => {
  expect(raggedIn("| a | b |\n| --- | --- |\n| c \\| d | e |\n\n| f |\n")).toEqual([]);
  expect(raggedIn("# x\n\n| a | b |\n| --- | --- |\n| c | d | e |\n")).toEqual([5]);
});

test.each([
  ["npm ci && npm run check", "npm run chekc", "no script chekc"],
  ["npm run rehearse -- --fail smoke", "npm run rehearse -- --fial smoke", "rehearse has no --fial"],
  ["npx prism-rollout judge supabase/migrations", "npx prism-rollout jugde x", "no command jugde"],
  ["npx prism-rollout@0.1.0 judge x --applied 1", "npx prism-rollout judge x --app 1", "judge has no --app"],
  ["TOKEN=x npx prism-rollout judge x", "cd app && npx prism-rollout judge --nope x", "judge has no --nope"],
  ["node bench/run.mjs", "node bench/walk.mjs", "no bench/walk.mjs"],
  ["supabase migration list", "supabase migrations list", "not among what was looked up"],
  ["npx --yes supabase@3.1.0 db push", "npx supabase@3.1.0 db pusch", "not among what was looked up"],
  ["git clone x | cd y # then look", "brew install x", "nobody knows brew"],
  [
    "npm run rehearse -- \\\n  --fail smoke",
    "npm run rehearse -- \\\n  --fial smoke",
    "rehearse has no --fial",
  ],
])("the command %s is known, and %s is told: %s", (good, bad, why) => {
  expect(sh(good)).toEqual([]);
  expect(sh(bad)).toEqual([expect.stringContaining(why)]);
});

test("a block without a language that begins with a program is shell; a drawing is none", () => {
  const told = (block: string): readonly string[] =>
    unknownCommands("p.md", `\`\`\`\n${block}\n\`\`\`\n`, known);
  expect(told("npm run check\nnpm run chekc # x")).toEqual([
    "p.md:3: npm run chekc: there is no script chekc",
  ]);
  expect(told("build ─> plan")).toEqual([]);
});

test("a command in a sentence is held to the same; a name is none", () => {
  const told = (text: string): readonly string[] => unknownCommands("p.md", text, known);
  expect(told("Run `npm run check`, `supabase db push`, or `vercel`. `gh` is a name.")).toEqual([]);
  expect(told("Run `npm run chekc`.")).toHaveLength(1);
  expect(told("Run `supabase db pull-up`.")).toHaveLength(1);
});

test.each([
  ["`smoke.install`", "`smoke.instal`"],
  ["`smoke: { install: none }`", "`smoke: { instal: none }`"],
  ["`release-refs: [main]`", "`release-ref: [main]`"],
  ["`contents: read`, `needs: [a]`, `rollback.yml`, `id: 5`", "`content: read`"],
])("the input in %s is known, that in %s is told", (good, bad) => {
  expect(unknownInputs("p.md", good, keys)).toEqual([]);
  expect(unknownInputs("p.md", bad, keys)).toHaveLength(1);
});

test.each([
  ["on: push\njobs: { a: { runs-on: x } }\n", "workflow"],
  ["a: { runs-on: x, steps: [] }\n", "jobs"],
  ["- uses: x/y@v1\n", "steps"],
  ["migrate: { directory: x }\n", "rollout.yml"],
  ["jbos: 1\n", "rollout.yml"],
])("%j is taken for %s", (text, kind) => {
  expect(kindOf(text)).toBe(kind);
});

test("a piece of rollout.yml with a key that nobody knows is told with its line", () => {
  expect(wrongConfig("migrate: { directory: x }\n", specs)).toEqual([]);
  expect(wrongConfig("migrate:\n  directroy: x\n", specs)[0]).toMatch(/rollout\.yml:2:.*directroy/);
  expect(wrongConfig("- a\n", specs)[0]).toContain("expected a mapping");
  expect(wrongYaml("a: [b\n")).not.toEqual([]);
});

const step = (input: string): string =>
  `- uses: prism-rollout/prism-rollout/actions/migrate@v1\n  with: { ${input}: production }\n`;
const job = (input: string): string =>
  `after:\n  needs: [rollout]\n  uses: prism-rollout/prism-rollout/.github/workflows/rollout.yml@v1\n  permissions: { contents: read, actions: read, deployments: write, issues: write, checks: read, statuses: read }\n  with: { ${input}: production }\n`;

test.each([
  ["a step", step("target"), step("traget")],
  ["a job", job("target"), job("traget")],
  [
    "a step that needs another job",
    "- run: echo ${{ needs.plan.outputs.release }}\n",
    "- run: echo ${{ needs.pla\n",
  ],
])(
  "%s with an input that does not exist, or an expression that is none, is no workflow",
  async (_, good, bad) => {
    await expect(load(asWorkflow(good) ?? "", "p.md:1")).resolves.toBeDefined();
    await expect(load(asWorkflow(bad) ?? "", "p.md:1")).rejects.toThrow("p.md:1");
  },
);
