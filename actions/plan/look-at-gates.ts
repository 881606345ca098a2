import { readFile } from "node:fs/promises";
import { posix, resolve } from "node:path";
import type { Runtime } from "../../kit/action/runtime.ts";
import type { InputsOf } from "../../kit/action/spec.ts";
import type { GitHub } from "../../kit/ports/github.ts";
import { auditEnvironments } from "../../kit/release/environments/audit.ts";
import { say } from "../../kit/release/environments/finding.ts";
import { type ReleaseRules, compareWithLive } from "../../kit/release/environments/loosened.ts";
import { environmentNames } from "../../kit/release/environments/names.ts";
import { refuseWeak } from "../../kit/release/environments/refuse-weak.ts";
import { type Rules, bypassIn } from "../../kit/release/environments/settings.ts";
import type { PlannedRules } from "../../kit/release/plan/plan.ts";
import { githubRecord } from "../../kit/release/record/record.ts";
import { heldBySlice } from "./held-by-slice.ts";
import type { spec } from "./spec.ts";

type Inputs = InputsOf<typeof spec>;
type World = Pick<Runtime, "github" | "log" | "context" | "env" | "root" | "section">;

/**
 * The rules under which this release is, and the gates as GitHub has them.
 * @throws {UserError} PR201 or PR212 when an environment does not hold what it must, PR213 when nobody can tell.
 */
export async function lookAtGates(
  inputs: Inputs,
  target: string,
  world: World,
  slice: readonly string[] = [],
): Promise<PlannedRules> {
  const { gates: declared, accept, approvers } = inputs;
  const own: Rules = { gates: declared, accept, bypass: bypassIn(world.section), approvers };
  const gated = Object.values(inputs.gates).some((rule) => rule !== "none");
  const unverified = elsewhere(world);
  if (inputs.githubToken === undefined) {
    const blind = "gates are declared, but without github-token nobody can tell whether they are there";
    if (gated) world.log.warn(`${blind[0]?.toUpperCase()}${blind.slice(1)}.`);
    return { ...none, declared: inputs.gates, unverified: gated ? [...unverified, blind] : unverified };
  }
  const github = await world.github(inputs.githubToken);
  const rules = await rulesOf(github, own, inputs, target, world);
  for (const line of rules.loosened) world.log.warn(`This release loosens its own rules: ${line}.`);
  const { ref, actor } = world.context;
  const sliced = { slice, goesOn: inputs.fromPhase !== undefined, approvers: rules.approvers };
  const held = await heldBySlice(github, rules.gates, sliced);
  const names = environmentNames(target, inputs);
  const audit = await auditEnvironments(github, {
    ...rules,
    gates: held.audited,
    target,
    names,
    ref,
    // A schedule has an actor, too: whoever changed its file last.
    actor: inputs.drift === "false" ? actor : "",
    oneJob: inputs.environment,
  });
  refuseWeak(audit, [...rules.loosened, ...rules.unverified]);
  return {
    gates: [...held.started.map((gate) => ({ ...gate, environment: names[gate.phase] })), ...audit.gates],
    declared: inputs.gates,
    loosened: rules.loosened,
    accepted: audit.accepted.map(say),
    unverified: [...unverified, ...rules.unverified],
  };
}

const none = { gates: [], loosened: [], accepted: [], unverified: [] };

async function rulesOf(
  github: GitHub,
  own: Rules,
  { config, workingDirectory }: Inputs,
  target: string,
  { context, root }: World,
): Promise<ReleaseRules> {
  const live = await githubRecord(github, target, context.sha).live();
  const text = await readFile(resolve(root, config), "utf8").catch(() => undefined);
  const path = posix.join(workingDirectory, config);
  return await compareWithLive(github, live, { target, own, text, path, commit: context.sha });
}

/** A called workflow finds this suite's actions by `$/`, which GitHub Enterprise Server does not know. */
function elsewhere({ env, context }: World): readonly string[] {
  const server = env["GITHUB_SERVER_URL"] ?? "https://github.com";
  const known = /^https:\/\/([^/]+\.ghe\.com|github\.com)$/i.test(server.replace(/\/+$/, ""));
  if (known || !/\/api\/v3\/?$/.test(context.apiUrl)) return [];
  return [
    `${server} is a GitHub Enterprise Server, which does not know \`uses: $/…\`: the reusable workflow runs on github.com only, so copy examples/workflows/own-workflow.yml, which uses the actions directly`,
  ];
}
