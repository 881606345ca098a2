import { secretPrefix } from "../proposal/callers.ts";
import type { Proposal } from "../proposal/proposal.ts";
import { type Secret, environmentFor } from "../proposal/secrets.ts";
import type { Paint } from "../../paint.ts";

/** Which secrets to set, where, and what each must be allowed there; then what comes next. */
export function saySecrets({ secrets, targets, fills }: Proposal, paint: Paint): readonly string[] {
  const needed = secrets.filter((one) => one.needed);
  const others = secrets.filter((one) => !one.needed && one.uses.length > 0);
  if (needed.length === 0) return [];
  return [
    "",
    paint(
      "bold",
      `Secrets to set: ${needed.length}, each where a job needs it, with the least that it must be allowed`,
    ),
    ...needed.flatMap((secret) => secretLines(secret, targets.at(-1) ?? "", paint)),
    ...(targets.length > 1 ? [alsoFor(targets[0] ?? "")] : []),
    `  may be left out: ${others.map(({ name }) => name).join(", ")}`,
    "",
    paint("bold", "Next"),
    ...nextSteps(fills.length).map((step, index) => `  ${index + 1}. ${step}`),
  ];
}

function secretLines({ name, what, uses }: Secret, target: string, paint: Paint): readonly string[] {
  return [
    `  ${paint("cyan", name)}  ${what}`,
    ...uses.map((use) => {
      const environment = environmentFor(target, use);
      const command = `gh secret set ${name}${environment === undefined ? "" : ` --env ${environment}`}`;
      return `    ${command}${use.may.length === 0 ? "" : paint("dim", `  # ${use.may.join(", ")}`)}`;
    }),
  ];
}

/** A first target has environments of its own; what no environment keeps has its name before it. */
function alsoFor(target: string): string {
  return `  The same again for ${target}: with --env ${target}-…, and where there is no --env as ${secretPrefix(target)}_… (${secretPrefix(target)}_DATABASE_URL).`;
}

function nextSteps(fills: number): readonly string[] {
  return [
    ...(fills === 0 ? [] : ["Fill in what is left in rollout.yml."]),
    "npx prism-rollout environments --reviewers <logins, org/team>   makes the gates, as an admin of the repository",
    "Set the secrets above.",
    "npx prism-rollout doctor   says what is still missing",
    "npx prism-rollout rehearse   tries a release here",
    "Commit, and open a pull request: the plan is written into it.",
  ];
}
