import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { environments } from "../../actions/environments/environments.ts";
import { spec } from "../../actions/environments/spec.ts";
import { readInputs } from "../../kit/action/read-inputs.ts";
import { parseConfig } from "../../kit/config/config.ts";
import { auditEnvironments } from "../../kit/release/environments/audit.ts";
import { environmentNames } from "../../kit/release/environments/names.ts";
import { specs } from "../../scripts/specs.ts";
import { type EnvironmentsWorld, environmentsWorld, request } from "../kit/release/environments/world.ts";
import { testWorld } from "../support/test-world.ts";

let github: EnvironmentsWorld;
beforeEach(async () => void (github = await environmentsWorld({ environments: [] })));
afterEach(() => github.close());

const text = `plan: { accept: [self-review], migrate-environment: db }
environments: { reviewers: [ada, acme/release] }
deploy-web: { allow-bypass: true }
targets:
  production: { gates: { migrate: reviewers, deploy-web: reviewers } }
`;

/** Runs the action for this rollout.yml, as an admin. */
async function run(given: Readonly<Record<string, string>> = {}) {
  const admin = await github.as({ actions: "read", administration: "write", members: "read" }, "user");
  const world = await testWorld({ github: () => Promise.resolve(admin) });
  const config = parseConfig(text, "rollout.yml", "production", specs);
  const all: Readonly<Record<string, string>> = { target: "production", "github-token": "t", ...given };
  const get = (name: string): string => all[name] ?? "";
  const section: typeof world.section = (name, declared) =>
    readInputs(name, declared, get, { ...config, issues: [] });
  const inputs = readInputs(spec.name, spec.inputs, get, config);
  return { ...(await environments(inputs, { ...world, section })), log: world.log.lines };
}

test("what is made is what plan asks for: its accept, its names, the bypass of a phase; then nothing differs", async () => {
  const first = await run();
  expect(first.outputs.changed).toBe("some");
  expect(first.report).toMatchObject({ verdict: "pass", next: "Nothing to do." });
  const gates = { migrate: "reviewers", "deploy-web": "reviewers" } as const;
  const audit = await auditEnvironments(
    github.github,
    request({
      gates,
      names: environmentNames("production", { migrateEnvironment: "db" }),
      accept: ["self-review"],
      bypass: { "deploy-web": true },
    }),
  );
  expect(audit.findings).toEqual([]);
  expect(audit.gates.map(({ environment, reviewers }) => [environment, ...reviewers])).toEqual([
    ["db", "ada", "@release"],
    ["production-deploy-web", "ada", "@release"],
  ]);
  const second = await run();
  expect(second.outputs).toEqual({ changed: "none", difference: "[]" });
  expect(second.report.reason).toContain("Nothing to change: 8 of 8");
});

test("a dry run shows the difference before anything else, and writes nothing", async () => {
  const { outputs, report, log } = await run({ "dry-run": "true" });
  expect(github.standIn.requests.filter(({ method }) => method !== "GET")).toEqual([]);
  expect(outputs.changed).toBe("some");
  expect(report.next).toBe("Run it without dry-run to make them.");
  expect(log[0]).toBe("info: production:");
});

test("what is passed under with: is what counts", async () => {
  await run({ "migrate-environment": "schema", reviewers: "eve" });
  const made = github.standIn.state().environments.find(({ name }) => name === "schema");
  expect(made?.reviewers).toEqual([{ type: "User", id: 1003 }]);
});
