import { expect, test } from "@jest/globals";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { actRefuses, adaptForAct } from "../../../rehearsal/act/adapt.ts";
import { root, workflowFiles } from "../../contract/workflow-files.ts";

const suite = "prism-rollout/prism-rollout";
const adapt = (text: string): ReturnType<typeof adaptForAct> => adaptForAct(text, suite, "v1");

const actionFiles = [
  "action.yml",
  ...readdirSync(join(root, "actions")).map((name) => `actions/${name}/action.yml`),
];
const files = [
  ...workflowFiles().map(({ path, text }) => [path, text] as const),
  ...actionFiles.map((path) => [path, readFileSync(join(root, path), "utf8")] as const),
];

test("$/ is the same repository at the ref that the caller named, in steps, jobs and composite actions", () => {
  const { text } = adapt(`jobs:
  one: { steps: [{ uses: $/actions/plan }, { run: 'echo "uses: $/actions/plan"' }] }
  two: { uses: $/.github/workflows/rollout.yml }
runs: { steps: [{ uses: $/actions/build }, { uses: ./here }] }
`);
  expect(parse(text)).toEqual({
    jobs: {
      one: { steps: [{ uses: `${suite}/actions/plan@v1` }, { run: 'echo "uses: $/actions/plan"' }] },
      two: { uses: `${suite}/.github/workflows/rollout.yml@v1` },
    },
    runs: { steps: [{ uses: `${suite}/actions/build@v1` }, { uses: "./here" }] },
  });
});

test("what is left out is told by its key, and only what act refuses is", () => {
  const { text, dropped } = adapt(`jobs:
  gate: { environment: { name: production, deployment: false, url: https://x }, deployment: kept }
`);
  expect(dropped).toEqual(["jobs.gate.environment.deployment"]);
  expect(parse(text)).toEqual({
    jobs: { gate: { environment: { name: "production", url: "https://x" }, deployment: "kept" } },
  });
});

test.each(files)("act plays all that %s says but what is listed", (_, text) => {
  const mended = text
    .replaceAll(/uses: \$\/(\S+)/g, `uses: ${suite}/$1@v1`)
    .replaceAll(/^ +deployment: (true|false)\n/gm, "");
  expect(parse(adapt(text).text)).toEqual(parse(mended));
});

test("everything on the list is still met in the chain: what act has learned meanwhile comes off it", () => {
  const chain = readFileSync(join(root, ".github/workflows/rollout.yml"), "utf8");
  const met = new Set(adapt(chain).dropped.map((key) => key.replace(/^jobs\.[^.]+\./, "jobs.*.")));
  expect([...met]).toEqual(actRefuses.map(({ keys }) => keys.join(".")));
});

test("the third-party actions of a file are told, each once, the suite's own among them", () => {
  const { uses } = adapt(`jobs:
  a: { steps: [{ uses: actions/checkout@abc }, { uses: actions/checkout@abc }, { uses: $/actions/plan }] }
  b: { uses: ${suite}/.github/workflows/rollout.yml@v1 }
`);
  expect(uses).toEqual(["actions/checkout@abc", `${suite}/.github/workflows/rollout.yml@v1`]);
});

test("conformance/README.md lists what is left out, with the same reasons", () => {
  const readme = readFileSync(join(root, "conformance/README.md"), "utf8");
  const rows = [...readme.matchAll(/^\| `(jobs[^`]*)` \| (.*) \|$/gm)].map(([, key, because]) => [
    key,
    because,
  ]);
  expect(rows).toEqual(actRefuses.map(({ keys, because }) => [keys.join("."), because]));
});
