import { expect, test } from "@jest/globals";
import { nodeAction, playText, stage, tell } from "./stage.ts";

const caller = `
name: Merge to main
on: { push: { branches: [main] } }
permissions: { contents: read }
jobs:
  rollout:
    uses: OWNER/prism-rollout/.github/workflows/rollout.yml@v1
    permissions: { contents: read }
    with: { target: production, wait: 3 }
  after:
    needs: rollout
    if: always()
    runs-on: ubuntu-latest
    steps: [{ run: 'echo "rollout was \${{ needs.rollout.result }} with \${{ needs.rollout.outputs.release }}"' }]
`;

const rollout = `
on:
  workflow_call:
    inputs:
      target: { type: string, required: true }
      wait: { type: number, default: 5 }
      suffix: { type: string, default: "-\${{ github.run_id }}" }
    outputs:
      release: { value: "\${{ jobs.plan.outputs.release }}" }
jobs:
  plan:
    runs-on: ubuntu-latest
    outputs: { release: "\${{ steps.plan.outputs.release }}" }
    steps:
      - id: plan
        uses: $/actions/plan
        with: { target: "\${{ inputs.target }}", wait-seconds: "\${{ inputs.wait }}", suffix: "\${{ inputs.suffix }}" }
  migrate:
    needs: plan
    runs-on: ubuntu-latest
    environment: { name: "\${{ inputs.target }}-migrate", deployment: false }
    outputs: { started: "\${{ steps.migrate.outputs.started }}" }
    steps:
      - { id: migrate, uses: $/actions/migrate, with: { release: "\${{ needs.plan.outputs.release }}" } }
  web:
    needs: [plan, migrate]
    runs-on: ubuntu-latest
    steps: [{ run: 'echo web of "$GITHUB_JOB"' }]
  rollback:
    needs: [plan, migrate, web]
    if: >-
      always() && needs.migrate.outputs.started == 'true'
      && needs.web.result != 'success'
    runs-on: ubuntu-latest
    steps: [{ run: 'echo rolled back' }]
`;

const files = {
  ".github/workflows/rollout.yml": rollout,
  ...nodeAction(
    "plan",
    `${tell} set("release", process.env.INPUT_TARGET + process.env.INPUT_SUFFIX + "-" + process.env["INPUT_WAIT-SECONDS"])`,
    {
      inputs: "{ target: {}, wait-seconds: {}, suffix: {} }",
      outputs: "{ release: {} }",
    },
  ),
  ...nodeAction(
    "migrate",
    `${tell} set("started", "true"); console.log("migrating " + process.env.INPUT_RELEASE); if (process.env.FAIL) process.exit(1)`,
    {
      inputs: "{ release: {} }",
      outputs: "{ started: {} }",
    },
  ),
};

test("a caller's chain runs through the called workflow to the jobs after it", async () => {
  const played = await playText(stage(files), caller);
  expect(played.annotations).toEqual([]);
  expect(played.results).toEqual({
    rollout: "success",
    "rollout/plan": "success",
    "rollout/migrate": "success",
    "rollout/web": "success",
    "rollout/rollback": "skipped",
    after: "success",
  });
  expect(played.output("rollout", "release")).toBe("production-71-3");
  expect(played.log).toContain("migrating production-71-3");
  expect(played.log).toContain("rollout was success with production-71-3");
});

test("after a failure the rollback runs, with the outputs of the job that failed", async () => {
  const on = stage(files);
  const played = await playText(
    { ...on, world: { ...on.world, env: { ...on.world.env, FAIL: "1" } } },
    caller,
  );
  expect(played.results).toMatchObject({
    rollout: "failure",
    "rollout/migrate": "failure",
    "rollout/web": "skipped",
    "rollout/rollback": "success",
  });
  expect(played.log).toContain("rollout was failure with production-71-3");
});
