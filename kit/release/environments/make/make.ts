import { UserError } from "../../../errors/user-error.ts";
import type { GitHub } from "../../../ports/github.ts";
import { type EnvironmentChange, isNothing } from "./change.ts";

const route = "/repos/{owner}/{repo}/environments/{environment_name}";

/** Told after each write, so that somebody who is cut off knows how far it came. */
export type OnMade = (line: string) => void;

/**
 * Makes the changes, one environment after the other. A gate is made with its reviewers in one request and admits no
 * branch before it admits the named ones: whoever dies between two requests leaves it closed, and runs it again.
 * @returns what the server would not take, for a person to do.
 * @throws {UserError} PR214 naming the environment that GitHub refused.
 */
export async function makeEnvironments(
  github: GitHub,
  changes: readonly EnvironmentChange[],
  onMade: OnMade,
): Promise<readonly string[]> {
  const left: string[] = [];
  for (const change of changes.filter((one) => !isNothing(one))) {
    try {
      left.push(...(await makeOne(github, change)));
    } catch (error) {
      throw error instanceof UserError ? refused(change.name, error) : error;
    }
    onMade(`made ${change.name}`);
  }
  return left;
}

async function makeOne(github: GitHub, change: EnvironmentChange): Promise<readonly string[]> {
  const { name, add, remove } = change;
  const left = await put(github, change);
  for (const { name: pattern, type } of add) {
    const body = { environment_name: name, name: pattern, type };
    await github.request(`POST ${route}/deployment-branch-policies`, body);
  }
  for (const { id } of remove) {
    const place = { environment_name: name, branch_policy_id: id };
    await github.request(`DELETE ${route}/deployment-branch-policies/{branch_policy_id}`, place);
  }
  return left;
}

async function put(github: GitHub, { name, body }: EnvironmentChange): Promise<readonly string[]> {
  if (body === undefined) return [];
  try {
    await github.request(`PUT ${route}`, { environment_name: name, ...body });
    return [];
  } catch (error) {
    const unknown = error instanceof UserError && /can_admins_bypass/.test(error.message);
    if (!unknown || body.can_admins_bypass === undefined) throw error;
    const { can_admins_bypass: _, ...rest } = body;
    await github.request(`PUT ${route}`, { environment_name: name, ...rest });
    return [
      `${name}: this server takes no word about admins' bypass; switch it off under Settings → Environments`,
    ];
  }
}

function refused(name: string, error: UserError): UserError {
  const sofar = "What was made before it stays; run it again, and it goes on from there.";
  if (error.code === "PR302" || error.code === "PR303") {
    return new UserError(
      "PR214",
      `The token may not make the environment ${name}: ${error.message} ${sofar}`,
      "Making environments needs an admin of the repository: a personal token with Administration: write (classic: repo). GITHUB_TOKEN cannot do it, whatever `permissions:` say.",
      { cause: error },
    );
  }
  const plan = /billing plan/i.test(error.message);
  return new UserError(
    "PR214",
    `GitHub refused the environment ${name}: ${error.message} ${sofar}`,
    plan
      ? "In a private repository reviewers and wait timers need GitHub Enterprise. Without it keep the gates and pause by from-phase and through-phase with approvers: a start by one of them is the approval."
      : error.fix,
    { cause: error },
  );
}

/**
 * What GitHub answered with «done», but does not hold.
 * @throws {UserError} PR214 naming each difference that is left.
 */
export function refuseUnkept(again: readonly EnvironmentChange[], left: readonly string[]): void {
  const unkept = again.filter((one) => !isNothing(one));
  if (unkept.length === 0 || left.length > 0) return;
  const lines = unkept.map(({ name, says }) => `  - ${name}: ${says.join("; ")}`).join("\n");
  throw new UserError(
    "PR214",
    `GitHub took the changes, but does not hold them all:\n${lines}`,
    "Look at these under Settings → Environments. In a private repository below Enterprise GitHub keeps no reviewers and no wait timers.",
  );
}
