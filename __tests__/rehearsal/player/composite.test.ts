import { expect, test } from "@jest/globals";
import { annotated, nodeAction, type Played, playText, stage, tell } from "./stage.ts";

const phase = (
  name: string,
): string => `${tell} console.log("${name} " + (process.env.INPUT_TARGET || "") + " " + process.env.GITHUB_ACTION_REPOSITORY);
set("done", "${name}"); if ((process.env.FAIL || "") === "${name}") process.exit(1);
if (process.env.HANG === "${name}") { process.on("SIGINT", () => process.exit(1)); setInterval(() => {}, 1000); console.log("hanging"); }`;
const declared = { inputs: "{ target: {} }", outputs: "{ done: {} }" };

const files = {
  ...nodeAction("migrate", phase("migrate"), declared),
  ...nodeAction("web", phase("web"), declared),
  ...nodeAction("rollback", phase("rollback"), declared),
  "action.yml": `name: prism-rollout
description: the chain in one job
inputs:
  target: { required: true }
  suffix: { default: "-\${{ github.run_id }}" }
outputs:
  web: { value: "\${{ steps.web.outputs.done }}" }
runs:
  using: composite
  steps:
    - { id: migrate, uses: $/actions/migrate, with: { target: "\${{ inputs.target }}\${{ inputs.suffix }}" } }
    - { id: web, uses: $/actions/web, with: { target: "\${{ inputs.target }}" } }
    - run: echo "path $(basename "$GITHUB_ACTION_PATH") [$SECRET]"
      shell: bash
      env: { SECRET: "\${{ env.OUTER }}" }
    - if: always() && (steps.migrate.outcome == 'failure' || steps.web.outcome != 'success')
      uses: $/actions/rollback
      with: { target: "\${{ job.status }}" }
`,
};

const caller = (version = "v1"): string => `on: push
jobs:
  one:
    runs-on: u
    outputs: { web: "\${{ steps.chain.outputs.web }}" }
    steps:
      - { id: chain, uses: OWNER/prism-rollout@${version}, with: { target: production }, env: { OUTER: outer } }
      - { if: failure(), run: "echo chain \${{ steps.chain.outcome }}" }
`;

function run(env: Record<string, string> = {}, during?: Parameters<typeof playText>[2]): Promise<Played> {
  const on = stage(files);
  return playText({ ...on, world: { ...on.world, env: { ...on.world.env, ...env } } }, caller(), during);
}

test("the chain in one job: inner steps have their own inputs, steps and repository", async () => {
  const played = await run();
  expect(annotated(played)).toBe("");
  expect(played.log).toEqual([
    "migrate production-71 OWNER/prism-rollout",
    "web production OWNER/prism-rollout",
    "path suite [outer]",
  ]);
  expect(played.output("one", "web")).toBe("web");
});

test("after a failure inside, an always() step inside runs, and the outer step has failed", async () => {
  const played = await run({ FAIL: "web" });
  expect(played.results).toEqual({ one: "failure" });
  expect(played.log.slice(1)).toEqual([
    "web production OWNER/prism-rollout",
    "rollback success OWNER/prism-rollout",
    "chain failure",
  ]);
});

test("after a cancel inside, an always() step inside still runs", async () => {
  const played = await run(
    { HANG: "web" },
    {
      during: (event, running) => {
        if (event.kind === "log" && event.line === "hanging") running.cancel();
      },
    },
  );
  expect(played.results).toEqual({ one: "cancelled" });
  expect(played.log).toContain("rollback cancelled OWNER/prism-rollout");
});

test("a composite action's names are checked too", async () => {
  const wrong = {
    "action.yml": `name: x
description: d
inputs: { a: {} }
runs:
  using: composite
  steps:
    - { run: "echo \${{ inputs.b }} \${{ steps.later.outcome }}", shell: bash }
    - { id: later, uses: $/actions/gone }
`,
  };
  await expect(stage(wrong).load(caller("v2"))).rejects.toThrow(
    [
      'action.yml:7: "inputs.b" is not declared; there is a.',
      'action.yml:7: "steps.later" does not exist here; there is none.',
      'action.yml:8: "$/actions/gone" has no action.yml at actions/gone of OWNER/prism-rollout.',
    ].join("\n"),
  );
});
