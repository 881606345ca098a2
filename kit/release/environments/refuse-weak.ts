import { UserError } from "../../errors/user-error.ts";
import type { Audit } from "./audit.ts";
import { say } from "./finding.ts";

/**
 * Refuses a release whose environments do not hold what they must, all of it at once.
 * @throws {UserError} PR201 when a declared gate is not there, PR212 for any other weakness.
 */
export function refuseWeak({ findings }: Audit, notes: readonly string[] = []): void {
  if (findings.length === 0) return;
  const many = findings.length === 1 ? "An environment does" : `${findings.length} times an environment does`;
  const lines = [...findings.map(say), ...notes].map((line) => `  - ${line}`).join("\n");
  const words = [...new Set(findings.flatMap(({ weakness }) => (weakness === undefined ? [] : [weakness])))];
  throw new UserError(
    findings.some(({ gate }) => gate === true) ? "PR201" : "PR212",
    `${many} not hold what this release must be held by. Nothing was changed.\n${lines}`,
    words.length === 0
      ? "Mend each line above; the command says what it would change before it changes anything."
      : `Mend each line above; the command says what it would change before it changes anything. What is meant to be so: \`plan: { accept: [${words.join(", ")}] }\` in rollout.yml.`,
  );
}
