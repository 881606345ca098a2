import { UserError } from "../errors/user-error.ts";
import { type GitHub, isNotFound } from "../ports/github.ts";
import type { Gate, GateRule, Gates } from "./gates.ts";
import { type GatedPhase, gatedPhases } from "./phases.ts";

const ruleTypes: Readonly<Record<Exclude<GateRule, "none">, string>> = {
  reviewers: "required_reviewers",
  "wait-timer": "wait_timer",
};

/**
 * Compares the declared gates with what GitHub has: GitHub creates a missing environment silently and
 * without protection, so a gate that is not there would not pause anything.
 * @throws {UserError} PR201 naming every gate that is not there.
 */
export async function foundGates(
  github: GitHub,
  gates: Gates,
  environments: Readonly<Record<GatedPhase, string>>,
): Promise<readonly Gate[]> {
  const declared = gatedPhases.filter((phase) => (gates[phase] ?? "none") !== "none");
  const found = await Promise.all(
    declared.map((phase) => look(github, gates[phase] ?? "none", phase, environments[phase])),
  );
  const missing = found.flatMap((gate) => problemOf(gate));
  if (missing.length === 0) return found.map(({ gate }) => gate);
  throw new UserError(
    "PR201",
    `${missing.length} of ${found.length} declared gates are not there: ${missing.join("; ")}. Nothing was changed.`,
    "Create the environments with these rules under Settings → Environments, or declare the gate as none.",
  );
}

interface Looked {
  readonly gate: Gate;
  readonly exists: boolean;
}

async function look(
  github: GitHub,
  declared: GateRule,
  phase: GatedPhase,
  environment: string,
): Promise<Looked> {
  const route = "GET /repos/{owner}/{repo}/environments/{environment_name}";
  try {
    const { data } = await github.request(route, { environment_name: environment });
    const rules = (data as { protection_rules?: readonly { type: string }[] }).protection_rules ?? [];
    return {
      gate: { phase, environment, declared, found: rules.map((rule) => rule.type).sort() },
      exists: true,
    };
  } catch (error) {
    if (!isNotFound(error)) throw error;
    return { gate: { phase, environment, declared, found: [] }, exists: false };
  }
}

function problemOf({ gate, exists }: Looked): readonly string[] {
  if (gate.declared === "none" || gate.found.includes(ruleTypes[gate.declared])) return [];
  const reason = exists ? `has no ${gate.declared}` : "does not exist";
  return [`${gate.phase} declares ${gate.declared}, but the environment ${gate.environment} ${reason}`];
}
