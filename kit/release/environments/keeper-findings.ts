import { branchFindings } from "./branch-findings.ts";
import type { Finding } from "./finding.ts";
import type { FoundEnvironment } from "./found.ts";
import { appFindings } from "./gate-findings.ts";
import type { Role } from "./names.ts";

interface Question {
  readonly environment: string;
  readonly role: Role;
  readonly ref: string;
  readonly isProtected: boolean | undefined;
  readonly mend: string;
}

const purposes: Partial<Readonly<Record<Role, string>>> = {
  rollback: "rollback",
  ungated: "for phases that have nothing to do",
  plan: "keeps the secrets of plan",
};

/** What is wrong with an environment that must not pause anything: rollback, plan, the checks, ungated. */
export function keeperFindings(found: FoundEnvironment | undefined, question: Question): readonly Finding[] {
  const { environment, role } = question;
  const at = { environment, purpose: purposes[role] ?? `keeps the secrets of ${role}` };
  const secret = role === "rollback" || role === "plan";
  if (found === undefined) {
    if (!secret) return [];
    const wrong = "does not exist, and GitHub would make it open to every branch";
    return [{ ...at, weakness: "open-secrets", wrong, fix: `Make it: ${question.mend}.` }];
  }
  return [
    ...waitFindings(found, at, question),
    ...branchFindings(found, { ...question, ...at, ...(secret ? { weakness: "open-secrets" } : {}) }),
    ...appFindings(found, at),
  ];
}

const waits: Partial<Readonly<Record<Role, string>>> = {
  rollback: "so a rollback would wait while users meet what is broken",
  ungated: "so a phase without work would wait",
  plan: "so every plan would wait, and there is nothing to read yet",
};

function waitFindings(
  { reviewers, waitTimer }: FoundEnvironment,
  at: Pick<Finding, "environment" | "purpose">,
  { role, mend }: Question,
): readonly Finding[] {
  const what = [
    ...(reviewers.length > 0 ? ["required reviewers"] : []),
    ...(waitTimer > 0 ? [`a wait timer of ${waitTimer} minutes`] : []),
  ];
  if (what.length === 0) return [];
  const why = waits[role] ?? "so the release would pause after it has gone live";
  const weakness = role === "rollback" ? "waiting-rollback" : "waiting-checks";
  return [
    { ...at, weakness, wrong: `has ${what.join(" and ")}, ${why}`, fix: `Take them away: ${mend} --prune.` },
  ];
}
