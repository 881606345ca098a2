import type { Runtime } from "../../../kit/action/runtime.ts";
import { auditEnvironments } from "../../../kit/release/environments/audit.ts";
import { environmentInputs, environmentNames } from "../../../kit/release/environments/names.ts";
import { rulesIn } from "../../../kit/release/environments/settings.ts";
import { type Answer, type Check, type Told, fail, known, notAsked, ok } from "../check.ts";
import type { Target } from "../target.ts";
import { forgeSecretChecks } from "./forge-secrets.ts";

const group = "GitHub";
const what = "Repository";

/** Whether GitHub lets the token in, and whether the environments of each target hold what its gates declare. */
export function forgeChecks(targets: readonly Target[], token: string): readonly Check[] {
  if (token === "")
    return [known(group, notAsked(what, "set GH_TOKEN to ask it (`gh auth token` prints one)"))];
  return [
    {
      group,
      what,
      ask: (world) => askRepository(targets, token, world),
      otherwise: [notAsked("Environments", "the repository could not be read")],
    },
  ];
}

async function askRepository(targets: readonly Target[], token: string, world: Runtime): Promise<Answer> {
  const { owner, repo } = world.context;
  const github = await world.github(token);
  const { data } = await github.request("GET /repos/{owner}/{repo}");
  const {
    visibility,
    private: isPrivate,
    default_branch: branch = "main",
  } = data as {
    readonly visibility?: string;
    readonly private?: boolean;
    readonly default_branch?: string;
  };
  const seen = visibility ?? (isPrivate === true ? "private" : "public");
  const several = targets.length > 1;
  const secrets = targets.map((target) => forgeSecretChecks(target, token, several));
  const next = targets.map((target): Check => ({
    group: target.group,
    what: "Environments",
    ask: async (own) => ({ told: await audit(target, token, `refs/heads/${branch}`, own) }),
  }));
  return {
    told: [ok(what, `${owner}/${repo} is ${seen}, its default branch ${branch}`)],
    next: [...next, ...secrets],
  };
}

/** The same audit as `plan` makes, of a release of the default branch that nobody in particular has started. */
async function audit(target: Target, token: string, ref: string, world: Runtime): Promise<readonly Told[]> {
  const rules = rulesIn(target.config);
  // What cannot be understood is told of the file.
  if (rules === undefined) return [];
  const names = environmentNames(target.name || "default", target.section("plan", environmentInputs));
  const github = await world.github(token);
  const found = await auditEnvironments(github, { ...rules, target: target.name, names, ref, actor: "" });
  if (found.gates.length === 0) return [ok("Gates", "none is declared, so nobody is asked before a phase")];
  const accepted = found.accepted.map(({ environment, wrong }) =>
    ok(`Environment ${environment}`, `${wrong}, which \`accept\` allows`),
  );
  if (found.findings.length > 0)
    return [
      ...found.findings.map(({ environment, purpose, wrong, fix }) =>
        fail(`Environment ${environment}`, `${purpose}, but ${wrong}`, fix),
      ),
      ...accepted,
    ];
  const said = found.gates.map(({ phase, environment, reviewers }) =>
    reviewers.length === 0
      ? `${phase} at ${environment}`
      : `${phase} at ${environment} by ${reviewers.join(", ")}`,
  );
  return [ok("Gates", said.join("; ")), ...accepted];
}
