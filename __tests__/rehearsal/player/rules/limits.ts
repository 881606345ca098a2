import { type Files, nodeAction, tell } from "../stage.ts";
import { job, type Rule } from "./rule.ts";

const secret = "correct horse battery";
const encoded = Buffer.from(`xx${secret}`).toString("base64");
const echoes = (name: string, value: string): string =>
  `{ id: s, run: "echo '${name}=${value}' >> $GITHUB_OUTPUT" }`;
const one = (name: string): string => `outputs: { ${name}: '\${{ steps.s.outputs.${name} }}' }`;

/** An action whose output is so long. */
const big = (length: string): Files =>
  nodeAction("big", `${tell} set("o", "x".repeat(${length}));`, { outputs: "{ o: {} }" });
const runsBig = job("x", one("o"), "{ id: s, uses: OWNER/prism-rollout/actions/big@v1 }");

/** What does not get through: secrets, and what is too long. */
export const limitRules: readonly Rule[] = [
  {
    fact: "§3.5",
    says: "an output that holds a secret anywhere is dropped with a warning, and those behind it get nothing",
    world: { secrets: { S: secret } },
    jobs:
      job("x", one("o"), echoes("o", `before ${secret} after`)) +
      job("b", "needs: x", "{ run: \"echo '[${{ needs.x.outputs.o }}]'\" }"),
    results: { x: "success", b: "success" },
    log: ["[]"],
    outputs: { x: {} },
    annotation: "Skip output 'o' since it may contain secret.",
  },
  {
    fact: "§3.5, §4",
    says: "so is one that holds it as base64, wherever the secret stands in it",
    world: { secrets: { S: secret } },
    jobs: job("x", one("o"), echoes("o", encoded)),
    results: { x: "success" },
    outputs: { x: {} },
    annotation: "Skip output 'o' since it may contain secret.",
  },
  {
    fact: "§3.5",
    says: "a short secret drops every output that happens to hold it",
    world: { secrets: { S: "prod" } },
    jobs: job("x", one("o"), echoes("o", "https://app.production.example")),
    results: { x: "success" },
    outputs: { x: {} },
    annotation: "Skip output 'o' since it may contain secret.",
  },
  {
    fact: "§4",
    says: "what add-mask named is a secret from then on, each of its lines by itself",
    jobs: job(
      "x",
      "outputs: { o: '${{ steps.s.outputs.o }}', p: '${{ steps.s.outputs.p }}' }",
      "{ id: s, run: \"echo '::add-mask::first-line%0Asecond-line'; echo o=second-line >> $GITHUB_OUTPUT; echo p=fine >> $GITHUB_OUTPUT\" }",
    ),
    results: { x: "success" },
    outputs: { x: { p: "fine" } },
    annotation: "Skip output 'o' since it may contain secret.",
  },
  {
    fact: "§3.5",
    says: "empty outputs are dropped",
    jobs: job("x", `outputs: { o: '\${{ steps.s.outputs.o }}', p: '' }`, echoes("o", "")),
    results: { x: "success" },
    outputs: { x: {} },
  },
  {
    fact: "§3.5",
    says: "outputs of half a million characters are what a job may have: two bytes are reckoned for each",
    files: big("524288 - 1"),
    jobs: runsBig,
    results: { x: "success" },
  },
  {
    fact: "§3.5",
    says: "one character more, and the job has failed, without outputs",
    files: big("524288"),
    jobs: runsBig,
    results: { x: "failure" },
    outputs: { x: {} },
    annotation: "GitHub takes 1048576 at most",
  },
  {
    fact: "§3.5",
    says: "the outputs of all jobs of a run have a limit as well: the job that goes over it fails, without outputs",
    world: { outputLimits: { job: 100, run: 20 } },
    jobs:
      job("x", one("o"), echoes("o", "1234")) +
      job("b", `needs: x\n${one("o")}`, echoes("o", "1234")) +
      job("c", `needs: b\n${one("o")}`, echoes("o", "1")),
    results: { x: "success", b: "success", c: "failure" },
    outputs: { b: { o: "1234" }, c: {} },
    annotation: "The outputs of the run's jobs have more than 20 bytes together",
  },
  {
    fact: "§4",
    says: "a summary of 1 MiB is shown, a longer one is not, and its step goes on",
    jobs:
      job("x", "", "{ run: \"head -c 1048576 /dev/zero | tr '\\\\0' x > $GITHUB_STEP_SUMMARY\" }") +
      job("b", "", "{ run: \"head -c 1048577 /dev/zero | tr '\\\\0' x > $GITHUB_STEP_SUMMARY\" }"),
    results: { x: "success", b: "success" },
    annotation: "1024 KiB is the most",
  },
  {
    fact: "§2.1",
    says: "the address of an environment that holds a secret is dropped",
    world: { secrets: { S: secret } },
    jobs:
      job("x", `environment: { name: e, url: "https://x/\${{ github.job }}/${secret}" }`) +
      job("b", 'environment: { name: e, url: "https://x/${{ github.job }}" }'),
    results: { x: "success", b: "success" },
    urls: { x: undefined, b: "https://x/b" },
  },
];
