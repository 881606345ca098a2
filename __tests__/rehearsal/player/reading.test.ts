import { expect, test } from "@jest/globals";
import { type Files, nodeAction, stage } from "./stage.ts";
import { WorkflowError } from "../../../rehearsal/player/player.ts";

const sha = "c".repeat(40);

/** The problems of a caller's workflow, as `file:line: message`. */
async function problems(text: string, files: Files = {}): Promise<readonly string[]> {
  try {
    await stage(files).load(text, "w.yml");
    return [];
  } catch (error) {
    if (!(error instanceof WorkflowError)) throw error;
    return error.message.split("\n");
  }
}

const jobs = (text: string): string => `on: push\njobs:\n${text}`;
const simple = "  a:\n    runs-on: u\n    outputs: { x: '1' }\n    steps: [{ run: 'true' }]\n";
const b = (more: string): string => `${simple}  b:\n    needs: a\n    runs-on: u\n${more}`;

test("a workflow that is right has no problems", async () => {
  const text = b(
    "    if: always() && needs.a.outputs.x == '1'\n    steps: [{ run: 'echo ${{ needs.a.result }}' }]\n",
  );
  expect(await problems(jobs(text))).toEqual([]);
});

test("GitHub's own schema is told with the line as it was written, below a string of several lines too", async () => {
  const text = jobs(
    "  a:\n    runs-on: u\n    if: >-\n      true &&\n      true\n    steps:\n      - run: |\n          one\n          two\n      - rum: x\n",
  );
  const found = await problems(text);
  expect(found.join("\n")).toMatch(/^w\.yml:12: .*rum/m);
});

test("an unknown job in needs", async () => {
  expect(
    await problems(jobs("  a:\n    runs-on: u\n    needs: [z]\n    steps: [{ run: 'true' }]\n")),
  ).toContain("w.yml:5: Job 'a' depends on unknown job 'z'.");
});

test("jobs that wait for each other", async () => {
  const found = await problems(
    jobs(
      `${simple}  b: { runs-on: u, needs: c, steps: [{ run: x }] }\n  c: { runs-on: u, needs: b, steps: [{ run: x }] }\n`,
    ),
  );
  expect(found.join()).toContain("cycle");
});

test.each([
  ["a job that does not exist", "needs.zzz.result", 'w.yml:10: "needs.zzz" does not exist here; there is a.'],
  [
    "an output that is not declared",
    "needs.a.outputs.y",
    'w.yml:10: "needs.a" has no output "y"; there is x.',
  ],
  [
    "a part that no job has",
    "needs.a.output.x",
    'w.yml:10: "needs.a" has no "output"; there is outputs, result.',
  ],
  ["by index", "needs['zzz'].result", 'w.yml:10: "needs.zzz" does not exist here; there is a.'],
  [
    "deep in a function",
    "contains(format('{0}', !needs.zzz.result), 'x')",
    'w.yml:10: "needs.zzz" does not exist here; there is a.',
  ],
  ["an input", "inputs.target", 'w.yml:10: "inputs.target" is not declared; there is none.'],
])("a condition that names what does not exist: %s", async (_, condition, message) => {
  expect(await problems(jobs(b(`    if: ${condition}\n    steps: [{ run: 'true' }]\n`)))).toEqual([message]);
});

test("a job can only name what it needs, however far back others are", async () => {
  const text = `${b("    steps: [{ run: 'true' }]\n")}  c:\n    needs: b\n    runs-on: u\n    steps: [{ run: 'echo \${{ needs.a.result }}' }]\n`;
  expect(await problems(jobs(text))).toEqual(['w.yml:14: "needs.a" does not exist here; there is b.']);
});

test("a step can only name earlier steps, and only outputs that their action has", async () => {
  const files = nodeAction("plan", "", { outputs: "{ release: {} }" });
  const text = `  a:
    runs-on: u
    outputs: { x: "\${{ steps.later.outcome }}", y: "\${{ steps.nobody.outcome }}" }
    steps:
      - run: echo \${{ steps.later.outputs.any }}
      - { id: plan, uses: "OWNER/prism-rollout/actions/plan@v1" }
      - { id: later, run: "echo \${{ steps.plan.outputs.release }} \${{ steps.plan.outputs.relase }}" }
      - run: echo \${{ steps.later.outputs.any }}
`;
  expect(await problems(jobs(text), files)).toEqual([
    'w.yml:5: "steps.nobody" does not exist here; there is later, plan.',
    'w.yml:7: "steps.later" does not exist here; there is none.',
    'w.yml:9: "steps.plan" has no output "relase"; there is release.',
  ]);
});

test.each([
  ["third-party, not pinned", "actions/checkout@v7", "is third-party: pin it to a full commit"],
  ["third-party, unknown", `some/thing@${sha}`, "cannot be played"],
  [
    "no such action",
    "OWNER/prism-rollout/actions/gone@v1",
    "has no action.yml at actions/gone of OWNER/prism-rollout",
  ],
  ["a container", "docker://alpine", "plays no containers"],
  ["nothing that is one", "checkout", "is not OWNER/NAME"],
  ["own repository with a ref", "$/actions/plan@v1", "takes no @ref"],
  ["own repository, not there", "$/actions/gone", "has no action.yml at actions/gone of acme/prism"],
])("a step that cannot be played: %s", async (_, uses, message) => {
  const found = await problems(jobs(`  a:\n    runs-on: u\n    steps:\n      - uses: ${uses}\n`));
  expect(found).toHaveLength(1);
  expect(found[0]).toContain(`w.yml:6: `);
  expect(found[0]).toContain(message);
});

test("no other problems follow from what could not be read", async () => {
  const text = `  a:
    runs-on: u
    outputs: { x: "\${{ steps.s.outputs.any }}" }
    steps: [{ id: s, uses: $/gone }]
  b: { uses: ./gone.yml }
  c: { runs-on: u, needs: b, steps: [{ run: "echo \${{ needs.b.outputs.any }}" }] }
`;
  expect(await problems(jobs(text))).toEqual([
    'w.yml:6: "$/gone" has no action.yml at gone of acme/prism.',
    'w.yml:7: "./gone.yml" does not exist: acme/prism has no gone.yml.',
  ]);
});

test("an action's inputs, its program and its kind are looked at", async () => {
  const files = {
    ...nodeAction("plan", "", { inputs: "{ target: {} }" }),
    "actions/unbuilt/action.yml":
      "name: u\ndescription: d\nruns: { using: node24, main: ../../dist/none.js }\n",
    "actions/docker/action.yml": "name: u\ndescription: d\nruns: { using: docker, image: alpine }\n",
  };
  const uses = (name: string, more = ""): string =>
    `      - { uses: OWNER/prism-rollout/actions/${name}@v1${more} }\n`;
  const steps = uses("plan", ", with: { taget: x }") + uses("unbuilt") + uses("docker");
  const found = (await problems(jobs(`  a:\n    runs-on: u\n    steps:\n${steps}`), files)).join("\n");
  expect(found).toContain(
    'w.yml:6: "OWNER/prism-rollout/actions/plan@v1" has no input "taget"; it has target.',
  );
  expect(found).toMatch(/^actions\/unbuilt\/action\.yml:3: .*none\.js does not exist: build it first\.$/m);
  expect(found).toMatch(/^actions\/docker\/action\.yml:3: "using: docker" cannot be played/m);
});

test("a call gives what is declared: inputs, secrets, permissions", async () => {
  const called = `on:
  workflow_call:
    inputs: { target: { type: string, required: true } }
    secrets: { TOKEN: { required: true } }
permissions: {}
jobs:
  a:
    permissions: { contents: read, deployments: write }
    runs-on: u
    steps: [{ run: "echo \${{ secrets.OTHER }}" }]
`;
  const text = `on: push
permissions: { contents: read }
jobs:
  r:
    uses: OWNER/prism-rollout/.github/workflows/r.yml@v1
    with: { targt: x }
    secrets: { TOKN: x }
`;
  const found = await problems(text, { ".github/workflows/r.yml": called });
  const uses = '"OWNER/prism-rollout/.github/workflows/r.yml@v1"';
  expect(found).toEqual([
    '.github/workflows/r.yml:10: "secrets.OTHER" is not declared; there is github_token, token.'.replace(
      "OTHER",
      "other",
    ),
    `w.yml:5: ${uses} requires the input "target".`,
    `w.yml:5: ${uses} requires the secret "TOKEN".`,
    `w.yml:5: The job "a" of ${uses} asks for deployments: write: grant it here, in "permissions".`,
    `w.yml:6: ${uses} has no input "targt"; it has target.`,
    `w.yml:7: ${uses} has no secret "TOKN"; it has TOKEN.`,
  ]);
});

test("a workflow that calls itself ends after ten", async () => {
  const files = { "r.yml": "on: workflow_call\njobs: { a: { uses: ./r.yml } }\n" };
  expect(
    (await problems("on: push\njobs: { a: { uses: OWNER/prism-rollout/r.yml@v1 } }\n", files)).join(),
  ).toContain("r.yml:2: Workflows call each other more than 10 deep.");
});

test("in a called workflow a step's ./ would be looked for at the caller", async () => {
  const files = {
    "r.yml": "on: workflow_call\njobs: { a: { runs-on: u, steps: [{ uses: ./actions/plan }] } }\n",
  };
  expect(await problems("on: push\njobs: { a: { uses: OWNER/prism-rollout/r.yml@v1 } }\n", files)).toEqual([
    'r.yml:2: "./actions/plan" is looked for in the files of whoever calls this. Write "$/actions/plan".',
  ]);
});

test("what is not played is said", async () => {
  const text =
    "  a:\n    runs-on: u\n    strategy: { matrix: { x: [1] } }\n    container: alpine\n    steps: [{ run: 'true' }]\n";
  expect(await problems(jobs(text))).toEqual([
    'w.yml:5: The rehearsal does not play "strategy".',
    'w.yml:6: The rehearsal does not play "container".',
  ]);
});

test("a queue and the cancelling of what runs exclude each other", async () => {
  const text = `on: push\nconcurrency: { group: g, queue: max, cancel-in-progress: true }\njobs:\n${simple}`;
  expect(await problems(text)).toEqual([
    'w.yml:2: "queue: max" and "cancel-in-progress: true" cannot be combined.',
  ]);
});

test("YAML that is none is told with its line", async () => {
  expect((await problems("on: push\njobs:\n  a: [\n")).join()).toMatch(/w\.yml:\d+: /);
});
