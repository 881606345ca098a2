import type { Files } from "./stage.ts";
import { nodeAction, tell } from "./stage.ts";

/** A chain of the shape that the suite ships: two gates, a rollback that is asked for after any end. */
const rollout = `
on:
  workflow_call:
    outputs: { release: { value: "\${{ jobs.plan.outputs.release }}" } }
jobs:
  plan:
    runs-on: ubuntu-latest
    outputs: { release: "\${{ steps.s.outputs.release }}" }
    steps: [{ id: s, uses: $/actions/plan }]
  migrate:
    needs: plan
    runs-on: ubuntu-latest
    environment: { name: production-migrate, deployment: false }
    outputs: { started: "\${{ steps.s.outputs.started }}" }
    steps: [{ id: s, uses: $/actions/migrate }]
  deploy-web:
    needs: [plan, migrate]
    runs-on: ubuntu-latest
    environment: { name: production-web, deployment: false }
    outputs: { started: "\${{ steps.s.outputs.started }}" }
    steps: [{ id: s, uses: $/actions/deploy-web }]
  observe:
    needs: [plan, deploy-web]
    runs-on: ubuntu-latest
    steps: [{ uses: $/actions/observe }]
  rollback:
    needs: [plan, migrate, deploy-web, observe]
    if: >-
      \${{ always() && needs.plan.result == 'success'
          && (needs.migrate.outputs.started == 'true'
          || needs.deploy-web.outputs.started == 'true')
          && needs.observe.result != 'success' }}
    runs-on: ubuntu-latest
    environment: { name: production-rollback, deployment: false }
    steps: [{ uses: $/actions/rollback, with: { needs: "\${{ toJSON(needs) }}" } }]
`;

export const caller = `
name: Merge to main
on: push
jobs:
  rollout: { uses: OWNER/prism-rollout/.github/workflows/rollout.yml@v1 }
  after:
    needs: rollout
    if: always()
    runs-on: ubuntu-latest
    steps: [{ run: 'echo "after \${{ needs.rollout.result }}"' }]
`;

/** Tells what it started, then fails, waits for a signal, or ends, as FAIL and HANG say. */
const phase = (name: string): string => `${tell}
set("started", "true");
console.log("working: ${name}");
if ((process.env.FAIL || "").split(",").includes("${name}")) process.exit(1);
if (process.env.HANG === "${name}") {
  process.on("SIGINT", () => { set("note", "interrupted"); process.exit(1); });
  setInterval(() => {}, 1000);
  console.log("hanging: ${name}");
}
`;

const outputs = { outputs: "{ started: {}, note: {}, release: {} }" };

export const chain: Files = {
  ".github/workflows/rollout.yml": rollout,
  ...nodeAction("plan", `${phase("plan")} set("release", "r1");`, outputs),
  ...nodeAction("migrate", phase("migrate"), outputs),
  ...nodeAction("deploy-web", phase("deploy-web"), outputs),
  ...nodeAction("observe", phase("observe"), outputs),
  ...nodeAction(
    "rollback",
    `${phase("rollback")} console.log("needs: " + Object.keys(JSON.parse(process.env.INPUT_NEEDS)));`,
    {
      inputs: "{ needs: {} }",
    },
  ),
};
