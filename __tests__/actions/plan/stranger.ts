import { cp, mkdtemp, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { plan } from "../../../actions/plan/plan.ts";
import { spec } from "../../../actions/plan/spec.ts";
import { readInputs } from "../../../kit/action/read-inputs.ts";
import { parseConfig } from "../../../kit/config/config.ts";
import { connectGitHub } from "../../../kit/ports/github.ts";
import type { Plan } from "../../../kit/release/plan/plan.ts";
import { specs } from "../../../scripts/specs.ts";
import { root } from "../../contract/workflow-files.ts";
import type { GithubWorld } from "../../support/github-world.ts";
import { type TestWorld, testWorld } from "../../support/test-world.ts";

export const sample = join(root, "examples/prism");
export const sampleConfig = (): Promise<string> => readFile(join(sample, "rollout.yml"), "utf8");

/** How a pull request starts `plan`: by whom, and with which files. */
export interface PullRequest {
  readonly forge: GithubWorld;
  /** The pull request's own rollout.yml; the rest is the sample's. */
  readonly config: string;
  readonly from?: string;
  readonly event?: string;
  readonly files?: Readonly<Record<string, string>>;
  readonly with?: Readonly<Record<string, string>>;
}

/** Plans the sample as a pull request's run does, with a token that may only read. */
export async function planPullRequest(request: PullRequest) {
  const { forge, config, from, event, files = {}, with: given = {} } = request;
  const folder = await mkdtemp(join(tmpdir(), "prism-event-"));
  const checkout = join(folder, "checkout");
  const leftOut = ["node_modules", "dist"];
  await cp(sample, checkout, { recursive: true, filter: (path) => !leftOut.includes(basename(path)) });
  for (const [path, text] of Object.entries({ "rollout.yml": config, ...files }))
    await writeFile(join(checkout, path), text);
  const payload = {
    repository: { full_name: "acme/prism" },
    pull_request: { number: 7, head: { repo: { full_name: from ?? "eve/prism" } } },
  };
  await writeFile(join(folder, "event.json"), JSON.stringify(payload));
  const inputs: Readonly<Record<string, string>> = {
    target: "production",
    "github-token": "given",
    ...given,
  };
  const get = (name: string): string => inputs[name] ?? "";
  const read = parseConfig(config, "rollout.yml", "production", specs);
  const token = forge.standIn.issueToken({ deployments: "read", contents: "read" });
  const world: TestWorld = await testWorld({
    context: forge.context,
    github: () => connectGitHub(token, forge.context),
    root: checkout,
    env: {
      GITHUB_EVENT_NAME: event ?? "pull_request",
      GITHUB_EVENT_PATH: join(folder, "event.json"),
      GITHUB_WORKSPACE: checkout,
    },
    sections: read.sections,
    section: (name, declared) => readInputs(name, declared, get, read),
  });
  const done = await plan(readInputs("plan", spec.inputs, get, read), world);
  const made = JSON.parse(await readFile(done.outputs["path"] ?? "", "utf8")) as Plan;
  return { ...done, made, world };
}
