import { expect, test } from "@jest/globals";
import type { PlayEvent } from "../../../rehearsal/player/player.ts";
import { collector } from "../../../rehearsal/report/collect.ts";
import type { PhaseReport } from "../../../rehearsal/report/model.ts";
import { unfolding } from "../../../rehearsal/report/unfold.ts";
import { gates, nodeAction, playText, stage, suite } from "../player/stage.ts";

const says = (name: string, more = ""): Readonly<Record<string, string>> =>
  nodeAction(
    name,
    `const { appendFileSync } = require("node:fs");
     appendFileSync(process.env.GITHUB_OUTPUT, 'evidence=["1 of 1 ${name}"]\\n');
     appendFileSync(process.env.GITHUB_STEP_SUMMARY, "## ${name}: pass\\n\\n**Well.**\\n\\nNext: Nothing to do.\\n");
     console.log("this is ${name}");${more}`,
    { outputs: "{ evidence: {} }" },
  );

const chain = `name: chain
description: in one job
runs:
  using: composite
  steps:
    - { id: build, uses: $/actions/build }
    - { id: quality, uses: $/actions/quality }
    - { id: plan, uses: $/actions/plan }
    - { id: migrate, uses: $/actions/migrate }
    - { id: deploy-web, uses: $/actions/deploy-web }
    - { id: rollback, if: always(), uses: $/actions/rollback }
`;

const files = (failing: string): Readonly<Record<string, string>> => ({
  "action.yml": chain,
  ...Object.assign(
    {},
    ...["build", "quality", "plan", "migrate", "deploy-web", "rollback"].map((name) =>
      says(name, name === failing ? "process.exitCode = 1;" : ""),
    ),
  ),
});

/** Plays the chain in one job behind a gate, some steps around it. */
async function played(failing: string, last = "true"): Promise<Told> {
  const heard = collector();
  const told: PlayEvent[] = [];
  const unfold = unfolding();
  const gatekeeper = gates(() => ({ approved: true, secrets: { S: "horse" }, vars: {}, by: "ada" }));
  const text = `on: push
jobs:
  release:
    runs-on: u
    environment: production
    steps: [{ run: 'true' }, { uses: "${suite}@v1" }, { if: always(), run: '${last}' }]
`;
  const { result } = await playText(stage(files(failing), { gatekeeper }), text, {
    during: (event) => {
      heard.event(event);
      told.push(...unfold.event(event));
    },
  });
  return { phases: heard.phases(result), told };
}

interface Told {
  readonly phases: readonly PhaseReport[];
  readonly told: readonly PlayEvent[];
}

const results = ({ phases }: Told): string =>
  phases.map(({ name, result }) => `${name} ${result}`).join(", ");

test("the chain in one job is told phase by phase, each with its own evidence, summary, log and time", async () => {
  const told = await played("migrate");
  expect(results(told)).toBe(
    "build success, plan success, migrate failure, deploy-web skipped, rollback success",
  );
  const [build, plan, migrate, web] = told.phases;
  expect(build).toMatchObject({ evidence: ["1 of 1 build"], gate: { environment: "production", by: "ada" } });
  expect(build?.summary).toContain("## quality: pass");
  expect(plan).toMatchObject({ evidence: ["1 of 1 plan"], gate: undefined });
  expect(plan?.summary).toBe("## plan: pass\n\n**Well.**\n\nNext: Nothing to do.");
  expect(plan?.log).toContain("  this is plan");
  expect(plan?.worked).toBeGreaterThan(0);
  expect(plan?.readyAt).toBeGreaterThanOrEqual(build?.endedAt ?? Infinity);
  expect(migrate?.annotations).toMatchObject([{ level: "error" }]);
  expect(web).toMatchObject({ worked: 0, readyAt: undefined, log: [] });
});

test("what fails beside the phases is a row of its own", async () => {
  expect(results(await played("", "exit 1"))).toBe(
    "build success, plan success, migrate success, deploy-web success, rollback success, release failure",
  );
});

test("a part of a phase that fails fails the phase", async () => {
  expect(results(await played("quality"))).toBe(
    "build failure, plan skipped, migrate skipped, deploy-web skipped, rollback success",
  );
});

test("every phase that is begun is ended, in order, before the job", async () => {
  const { told } = await played("migrate");
  const marks = told.flatMap((event) =>
    event.kind === "job-started" || event.kind === "job-finished" ? [`${event.job.id} ${event.kind}`] : [],
  );
  expect(marks).toEqual([
    "release job-started",
    ...["build", "plan", "migrate"].flatMap((name) => [`${name} job-started`, `${name} job-finished`]),
    "deploy-web job-finished",
    "rollback job-started",
    "rollback job-finished",
    "release job-finished",
  ]);
});

test("a composite action that is not the chain stays a step", async () => {
  const action = chain.replaceAll(/id: ([\w-]+)/g, "id: my-$1");
  const heard = collector();
  const text = `on: push\njobs: { release: { runs-on: u, steps: [{ uses: "${suite}@v1" }] } }\n`;
  const where = stage({ ...files(""), "action.yml": action });
  const { result } = await playText(where, text, { during: heard.event });
  expect(heard.phases(result).map(({ name }) => name)).toEqual(["release"]);
});
