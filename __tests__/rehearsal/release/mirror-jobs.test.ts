import { expect, test } from "@jest/globals";
import { mirrorJobs } from "../../../rehearsal/release/mirror-jobs.ts";
import { playText, stage } from "../player/stage.ts";
import { openRun, repository, withGithub } from "../stand-ins/github/world.ts";

const called = `on: workflow_call
jobs:
  a:
    runs-on: u
    steps: [{ run: "true" }]
`;
const caller = `on: push
jobs:
  x: { uses: OWNER/prism-rollout/.github/workflows/r.yml@v1 }
  y: { if: false, uses: OWNER/prism-rollout/.github/workflows/r.yml@v1 }
`;

test("a job that calls a workflow is none of the run's jobs while it does: those that it calls are", async () => {
  await withGithub(repository(), async (github) => {
    const run = openRun(github);
    const seen: (readonly string[])[] = [];
    const mirror = mirrorJobs(github, run);
    await playText(stage({ ".github/workflows/r.yml": called }), caller, {
      during: (event) => {
        mirror(event);
        seen.push(github.runs.find(run).jobs.map(({ name }) => name));
      },
    });
    expect(new Set(seen.flat())).toEqual(new Set(["x / a", "y"]));
    expect(github.runs.find(run).jobs).toMatchObject(
      expect.arrayContaining([
        expect.objectContaining({ name: "x / a", conclusion: "success" }),
        expect.objectContaining({ name: "y", conclusion: "skipped" }),
      ]),
    );
  });
});

const failing = `on: push
jobs:
  a:
    runs-on: u
    steps:
      - { name: fine, run: "true" }
      - { name: broken, run: "false" }
      - { name: left out, run: "true" }
`;

test("what became of each step is told as the list of a run's jobs tells it", async () => {
  await withGithub(repository(), async (github) => {
    const run = openRun(github);
    await playText(stage({}), failing, { during: mirrorJobs(github, run) });
    expect(github.runs.find(run).jobs).toMatchObject([
      {
        steps: [
          { name: "fine", conclusion: "success" },
          { name: "broken", conclusion: "failure" },
          { name: "left out", conclusion: "skipped" },
        ],
      },
    ]);
  });
});
