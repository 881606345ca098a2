import { type Clock, systemClock } from "../../../kit/ports/clock.ts";
import type { PlayEvent, PlayResult } from "../../../rehearsal/player/player.ts";
import { gates, nodeAction, playText, stage, suite } from "../player/stage.ts";

const caller = `
on: push
jobs:
  before: { runs-on: u, steps: [{ run: 'true' }] }
  rollout: { needs: before, uses: ${suite}/.github/workflows/rollout.yml@v1 }
`;

const chain = `
on: workflow_call
jobs:
  plan:
    runs-on: u
    outputs: { evidence: "\${{ steps.it.outputs.evidence }}" }
    steps: [{ id: it, uses: $/actions/plan }]
  migrate:
    needs: plan
    runs-on: u
    environment: production-migrate
    outputs: { evidence: "\${{ steps.it.outputs.evidence }}" }
    steps:
      - run: printf '::group::Details\\nfirst\\n::endgroup::\\nsecond\\n::debug::hidden\\n'
      - { id: it, uses: $/actions/migrate }
  deploy-web:
    needs: migrate
    runs-on: u
    steps: [{ run: 'true' }]
  notify:
    needs: migrate
    if: always()
    runs-on: u
    environment: production-ungated
    continue-on-error: true
    steps: [{ run: 'exit 3' }]
`;

const program = (markdown: string, evidence: string, more = ""): string => `
const { appendFileSync } = require("node:fs");
appendFileSync(process.env.GITHUB_STEP_SUMMARY, ${JSON.stringify(markdown)});
appendFileSync(process.env.GITHUB_OUTPUT, "evidence=" + ${JSON.stringify(evidence)} + "\\n");
${more}`;

const outputs = "{ evidence: {} }";

const files = {
  ".github/workflows/rollout.yml": chain,
  ...nodeAction(
    "plan",
    program("## Plan: pass\n\n**Two things.**\n\nNext: Approve.\n", '["2 of 3 gates are there"]'),
    { outputs },
  ),
  ...nodeAction(
    "migrate",
    program(
      "## Migrate: fail\n\n**0009 failed.**\n\nNext: Mend it.\n",
      "not a list",
      'console.log("::error::0009 failed. Mend it."); process.exit(1);',
    ),
    { outputs },
  ),
};

/** Plays a small chain in which migrate waits three seconds (of its own clock) for ada and fails; tells every event. */
export async function playSmallChain(onEvent: (event: PlayEvent) => void): Promise<PlayResult> {
  let ahead = 0;
  const clock: Clock = {
    now: () => systemClock.now() + ahead,
    sleep: (ms, signal) => systemClock.sleep(ms, signal),
  };
  const gatekeeper = gates(({ environment }) => {
    if (environment === "production-ungated") return { approved: true, secrets: {}, vars: {} };
    ahead += 3000;
    return { approved: true, secrets: {}, vars: {}, by: "ada" };
  });
  const { result } = await playText(stage(files, { gatekeeper, clock }), caller, { during: onEvent });
  return result;
}
