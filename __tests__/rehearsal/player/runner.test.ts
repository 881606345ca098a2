import { expect, test } from "@jest/globals";
import { annotated, nodeAction, steps, tell } from "./stage.ts";

test("a step sees what a runner gives it and nothing of the player's own environment", async () => {
  process.env["PLAYER_TEST_LEAK"] = "leaked";
  const played = await steps("- run: env", "env: { OWN: mine }");
  delete process.env["PLAYER_TEST_LEAK"];
  const env = Object.fromEntries(
    played.log.map((one) => [one.split("=")[0], one.slice(one.indexOf("=") + 1)]),
  );
  expect(env["PLAYER_TEST_LEAK"]).toBeUndefined();
  expect(env["NODE_OPTIONS"]).toBeUndefined();
  expect(env).toMatchObject({
    CI: "true",
    OWN: "mine",
    GITHUB_ACTIONS: "true",
    GITHUB_ACTOR: "ada",
    GITHUB_API_URL: "http://127.0.0.1:1/api",
    GITHUB_EVENT_NAME: "push",
    GITHUB_JOB: "one",
    GITHUB_REF: "refs/heads/main",
    GITHUB_REF_NAME: "main",
    GITHUB_REF_TYPE: "branch",
    GITHUB_REPOSITORY: "acme/prism",
    GITHUB_REPOSITORY_OWNER: "acme",
    GITHUB_RUN_ATTEMPT: "1",
    GITHUB_RUN_ID: "71",
    GITHUB_RUN_NUMBER: "3",
    GITHUB_SERVER_URL: "http://127.0.0.1:1",
    GITHUB_SHA: "a".repeat(40),
    GITHUB_WORKFLOW: "One",
    GITHUB_WORKFLOW_REF: "acme/prism/.github/workflows/release.yml@refs/heads/main",
    RUNNER_OS: "Linux",
  });
  expect(env["GITHUB_WORKSPACE"]).toMatch(/\/prism\/prism$/);
  expect(env["GITHUB_TOKEN"]).toBeUndefined();
});

test("inputs reach an action upper-cased, hyphens and all, defaults evaluated; its identity is its own", async () => {
  const files = nodeAction(
    "show",
    `const e = process.env; console.log([e["INPUT_WAIT-SECONDS"], e["INPUT_A_B"], e.INPUT_TOKEN ? "token" : "", e.INPUT_ABSENT, e.GITHUB_ACTION_REPOSITORY, e.GITHUB_ACTION_REF].join("|"))`,
    {
      inputs: `{ wait-seconds: {}, "a b": { default: x }, token: { default: "\${{ github.token }}" }, absent: {} }`,
    },
  );
  const played = await steps(
    "- { uses: OWNER/prism-rollout/actions/show@v1, with: { Wait-Seconds: 3 } }",
    "",
    {},
    files,
  );
  expect(played.log).toEqual(["3|x|token||OWNER/prism-rollout|v1"]);
});

test("what a step writes to its files reaches the next: outputs, variables, the path", async () => {
  const played = await steps(`
- id: one
  run: |
    echo "a=1" >> "$GITHUB_OUTPUT"
    printf 'b<<END\\nx=1\\ny\\nEND\\n' >> "$GITHUB_OUTPUT"
    echo "LATER=yes" >> "$GITHUB_ENV"
    mkdir bin && printf '#!/bin/sh\\necho mine' > bin/own && chmod +x bin/own && echo "$PWD/bin" >> "$GITHUB_PATH"
- run: own && echo "$LATER \${{ env.LATER }} \${{ steps.one.outputs.a }}" '\${{ toJSON(steps.one.outputs.b) }}'
- run: echo "$LATER $GITHUB_JOB"
  env: { LATER: mine, GITHUB_JOB: not mine }`);
  expect(played.log).toEqual(["mine", 'yes yes 1 "x=1\\ny"', "mine one"]);
});

test.each([
  ["GITHUB_ENV", "NODE_OPTIONS=--x", "NODE_OPTIONS cannot be set"],
  ["GITHUB_OUTPUT", "nothing", 'Invalid format "nothing"'],
  ["GITHUB_OUTPUT", "a<<END", 'Matching delimiter not found "END"'],
])("what is malformed in %s fails the step: %s", async (file, line, message) => {
  const played = await steps(`- run: echo '${line}' >> "$${file}"`);
  expect(played.results).toEqual({ one: "failure" });
  expect(annotated(played)).toContain(message);
});

test("a secret is masked in every form that a log may show, and an output that holds one is dropped", async () => {
  const played = await steps(
    `
- id: s
  env: { S: "\${{ secrets.S }}" }
  run: |
    echo "plain $S"; printf '%s' "xx$S" | base64; echo "::error::it was $S"; echo "::add-mask::later-one"; echo later-one
    echo "kept=fine" >> "$GITHUB_OUTPUT"; echo "lost=a-$S-b" >> "$GITHUB_OUTPUT"; echo "also=later-one" >> "$GITHUB_OUTPUT"
    echo "in the summary: $S" >> "$GITHUB_STEP_SUMMARY"
- run: echo "here \${{ steps.s.outputs.lost }}"`,
    'outputs: { kept: "${{ steps.s.outputs.kept }}", lost: "${{ steps.s.outputs.lost }}", also: "${{ steps.s.outputs.also }}" }',
    { secrets: { S: "correct horse battery" } },
  );
  const all = JSON.stringify(played.events);
  expect(all).not.toContain("correct horse battery");
  expect(all).not.toContain(Buffer.from("correct horse battery").toString("base64").slice(0, 24));
  expect(played.log).toContain("plain ***");
  expect(played.log).toContain("***");
  expect(played.result.jobs[0]?.outputs).toEqual({ kept: "fine" });
  expect(annotated(played)).toContain("Skip output 'lost' since it may contain secret.");
  expect(played.events.find((one) => one.kind === "summary")).toMatchObject({
    markdown: "in the summary: ***\n",
  });
});

test("workflow commands become annotations, groups and debug lines; between stop-commands they are text", async () => {
  const played = await steps(`
- run: |
    echo "::warning file=a.ts,line=3,title=x%2Cy::one%0Atwo"
    echo "::group::inside"; echo "::debug::quiet"; echo "::endgroup::"
    echo "::stop-commands::3f2a"; echo "::error::no"; echo "::3f2a::"; echo "::notice::yes"
    echo "::set-output name=a::b"; echo "::nothing::known"`);
  const found = played.events.filter((one) => one.kind === "annotation");
  expect(found.map(({ level, message, properties }) => [level, message, properties])).toEqual([
    ["warning", "one\ntwo", { file: "a.ts", line: "3", title: "x,y" }],
    ["notice", "yes", {}],
    [
      "error",
      'The command "set-output" is no longer obeyed: write to the file that GITHUB_OUTPUT names.',
      {},
    ],
  ]);
  expect(played.log).toEqual(["quiet", "::error::no", "::nothing::known"]);
  expect(played.events.flatMap((one) => (one.kind === "group" ? [one.title] : []))).toEqual([
    "inside",
    undefined,
  ]);
});

test("only ten annotations of a level are shown a step", async () => {
  const played = await steps('- run: for i in $(seq 13); do echo "::error::$i"; done');
  expect(played.annotations).toHaveLength(10);
  expect(played.log).toContain("error: 13");
});

test("a variable above 128 KiB cannot be given to a process, as on Linux", async () => {
  const files = {
    ...nodeAction("big", `${tell} set("big", "x".repeat(131072 - 10));`, { outputs: "{ big: {} }" }),
    ...nodeAction("take", "console.log(process.env.INPUT_IT.length)", { inputs: "{ it: {} }" }),
  };
  const take = (it: string): string => `- { id: b, uses: OWNER/prism-rollout/actions/big@v1 }
- { uses: OWNER/prism-rollout/actions/take@v1, with: { it: "${it}\${{ steps.b.outputs.big }}" } }`;
  expect((await steps(take(""), "", {}, files)).log).toEqual(["131062"]);
  const played = await steps(take("1"), "", {}, files);
  expect(annotated(played)).toContain(
    "Argument list too long: the environment variable INPUT_IT has 131073 bytes, and Linux takes 131072 at most.",
  );
});
