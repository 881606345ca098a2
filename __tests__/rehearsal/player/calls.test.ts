import { expect, test } from "@jest/globals";
import type { World } from "../../../rehearsal/player/player.ts";
import { annotated, gates, type Played, playText, stage } from "./stage.ts";

const uses = "uses: OWNER/prism-rollout/.github/workflows/r.yml@v1";

/** Plays a job that calls a workflow. */
function call(
  called: string,
  more: string,
  {
    head = "",
    files = {},
    ...overrides
  }: { head?: string; files?: Record<string, string> } & Partial<World> = {},
): Promise<Played> {
  const text = `on: push\n${head}\njobs:\n  r:\n    ${uses}\n${more.replace(/^(?=.)/gm, "    ")}\n`;
  return playText(stage({ ".github/workflows/r.yml": called, ...files }, overrides), text);
}

const echo = (what: string): string => `jobs: { a: { runs-on: u, steps: [{ run: "echo '${what}'" }] } }\n`;

test("inputs have their declared types, defaults with expressions included", async () => {
  const called = `on:
  workflow_call:
    inputs:
      n: { type: number, default: 5 }
      given: { type: number, default: 1 }
      flag: { type: boolean }
      word: { type: string, default: "run \${{ github.run_id }}" }
      none: { type: string }
${echo("${{ toJSON(inputs) == '' }} ${{ inputs.n + 0 == 5 || inputs.n == 5 }} ${{ inputs.given > 6 }} ${{ inputs.flag == false }} ${{ inputs.word }} [${{ inputs.none }}]").replace("inputs.n + 0 == 5 || ", "")}`;
  const played = await call(called, "with: { given: 7 }");
  expect(annotated(played)).toBe("");
  expect(played.log).toEqual(["false true true true run 71 []"]);
});

test("a value of another type fails the call", async () => {
  const called = `on: { workflow_call: { inputs: { flag: { type: boolean } } } }\n${echo("x")}`;
  const played = await call(called, 'with: { flag: "${{ github.sha }}" }');
  expect(played.results).toEqual({ r: "failure" });
  expect(annotated(played)).toContain('The input "flag" must be a boolean');
});

test("a call within a call: inputs, outputs and results travel through both", async () => {
  const files = {
    ".github/workflows/inner.yml": `on:
  workflow_call:
    inputs: { x: { type: string } }
    outputs: { y: { value: "\${{ jobs.a.outputs.y }}-\${{ jobs.a.result }}" } }
jobs: { a: { runs-on: u, outputs: { y: "\${{ steps.s.outputs.y }}" }, steps: [{ id: s, run: "echo 'y=\${{ inputs.x }}' >> $GITHUB_OUTPUT" }] } }
`,
  };
  const called = `on:
  workflow_call:
    inputs: { x: { type: string } }
    outputs: { z: { value: "\${{ jobs.inner.outputs.y }}" } }
jobs: { inner: { uses: ./.github/workflows/inner.yml, with: { x: "(\${{ inputs.x }})" } } }
`;
  const played = await call(called, "with: { x: hello }", { files });
  expect(annotated(played)).toBe("");
  expect(played.output("r", "z")).toBe("(hello)-success");
  expect(played.results).toEqual({ r: "success", "r/inner": "success", "r/inner/a": "success" });
  expect(played.result.jobs[0]?.jobs[0]?.jobs[0]?.name).toBe("r / inner / a");
});

const secretive = `on: { workflow_call: { secrets: { A: {}, B: {}, C: {} } } }
jobs:
  a: { runs-on: u, environment: prod, steps: [{ run: 'echo "[$A][$B][$C]" | rev', env: { A: "\${{ secrets.A }}", B: "\${{ secrets.B }}", C: "\${{ secrets.C }}" } }] }
`;
const environment = gates(() => ({
  approved: true,
  secrets: { A: "env-a", C: "env-c", D: "env-d" },
  vars: {},
}));
const rev = (text: string): string => text.split("").toReversed().join("");

test("an environment's secret wins where the caller mapped its name, even to nothing; else it does not get through", async () => {
  const world = { secrets: { A: "repo-a", B: "repo-b" }, gatekeeper: environment };
  const map = 'secrets: { A: "${{ secrets.A }}", B: "${{ secrets.B }}" }';
  const mapped = await call(secretive, map, world);
  expect(mapped.log).toEqual([rev("[env-a][repo-b][]")]);
  const empty = await call(secretive, 'secrets: { C: "${{ secrets.NONE }}" }', world);
  expect(empty.log).toEqual([rev("[][][env-c]")]);
  const inherited = await call(secretive, "secrets: inherit", world);
  expect(inherited.log).toEqual([rev("[env-a][repo-b][env-c]")]);
});

test("a required secret that is empty fails the call", async () => {
  const called = `on: { workflow_call: { secrets: { A: { required: true } } } }\n${echo("x")}`;
  const played = await call(called, 'secrets: { A: "${{ secrets.NONE }}" }');
  expect(annotated(played)).toContain("Secret A is required, but not provided while calling");
});

test("a job's token is made for its own permissions, never more than the caller's", async () => {
  const asked = new Map<string, unknown>();
  const tokenFor: World["tokenFor"] = (job, permissions) => {
    asked.set(job, permissions);
    return "ghs_secret";
  };
  const called = `on: workflow_call
permissions: {}
jobs:
  a: { runs-on: u, steps: [{ run: 'echo "\${{ github.token }}"' }] }
  b: { runs-on: u, permissions: { deployments: write }, steps: [{ run: 'echo "\${{ secrets.GITHUB_TOKEN }}"' }] }
`;
  const played = await call(called, "permissions: { contents: read, deployments: write }", { tokenFor });
  expect(played.log).toEqual(["***", "***"]);
  expect(Object.fromEntries(asked)).toEqual({ "r/a": {}, "r/b": { deployments: "write" } });
});

test("the caller's variables are not inherited, the repository's and the environment's vars are", async () => {
  const called = `on: workflow_call
jobs: { a: { runs-on: u, environment: prod, steps: [{ run: 'echo "[$FROM_CALLER] \${{ vars.ONE }} \${{ vars.TWO }}"' }] } }
`;
  const gatekeeper = gates(() => ({ approved: true, secrets: {}, vars: { TWO: "2" } }));
  const played = await call(called, "", {
    head: "env: { FROM_CALLER: x }",
    vars: { ONE: "1", TWO: "1" },
    gatekeeper,
  });
  expect(played.log).toEqual(["[] 1 2"]);
});

test("job.workflow_ is the file that defines the job, github. is the caller's", async () => {
  const played = await call(
    `on: workflow_call\n${echo("${{ job.workflow_repository }} ${{ job.workflow_sha }} ${{ github.workflow_sha }}")}`,
    "",
  );
  expect(played.log).toEqual([`OWNER/prism-rollout ${"5".repeat(40)} ${"a".repeat(40)}`]);
});

test("a group that the caller holds already is a deadlock", async () => {
  const called = `on: workflow_call\nconcurrency: { group: "Rollout-\${{ github.ref_name }}" }\n${echo("x")}`;
  const played = await call(called, "", { head: "concurrency: rollout-main" });
  expect(played.results).toEqual({ r: "cancelled" });
  expect(annotated(played)).toContain("a deadlock was detected");
  expect(played.result.concurrency).toEqual({
    group: "rollout-main",
    cancelInProgress: false,
    queue: "single",
  });
});

const dispatch = `on:
  workflow_dispatch:
    inputs:
      target: { type: choice, options: [staging, production], default: staging }
      dry: { type: boolean }
      to: { required: true }
jobs: { a: { runs-on: u, steps: [{ run: "echo '\${{ toJSON(inputs.dry) }} \${{ inputs.target }} \${{ inputs.to }}'" }] } }
`;

test("a dispatched run has what was given, by the declared types", async () => {
  const played = await playText(stage({}), dispatch, {
    event: "workflow_dispatch",
    inputs: { to: "x", dry: "true" },
  });
  expect(played.log).toEqual(["true staging x"]);
});

test.each([
  [{ to: "x", target: "moon" }, 'The input "target" must be one of staging, production.'],
  [{}, 'The input "to" is required'],
  [{ to: "x", dry: "maybe" }, 'The input "dry" must be a boolean'],
  [{ to: "x", other: 1 }, 'has no input "other"'],
])("a dispatch with %j is refused", async (inputs, message) => {
  await expect(playText(stage({}), dispatch, { event: "workflow_dispatch", inputs })).rejects.toThrow(
    message,
  );
});

test("an environment's name may be an expression; an empty one is none", async () => {
  const names: string[] = [];
  const gatekeeper = gates(({ environment: name, deployment }) => {
    names.push(`${name} ${deployment}`);
    return { approved: true, secrets: {}, vars: {} };
  });
  const job = (id: string, name: string, more = ""): string =>
    `  ${id}: { runs-on: u, environment: { name: "${name}"${more} }, steps: [{ run: 'true' }] }\n`;
  const text = `on: push\njobs:\n${job("a", "${{ github.ref_name }}-x", ", url: 'http://x/${{ github.job }}'")}${job("b", "${{ github.none }}")}${job("c", "y", ", deployment: false")}`;
  const played = await playText(stage({}, { gatekeeper }), text);
  expect(names.sort()).toEqual(["main-x true", "y false"]);
  expect(played.result.jobs[0]).toMatchObject({ environment: "main-x", environmentUrl: "http://x/a" });
});
