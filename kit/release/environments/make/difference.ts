import { UserError } from "../../../errors/user-error.ts";
import type { GitHub } from "../../../ports/github.ts";
import { findEnvironment } from "../found.ts";
import { environmentNames, wrongName } from "../names.ts";
import type { Rules } from "../settings.ts";
import { type EnvironmentChange, changeOf } from "./change.ts";
import type { MakeInputs } from "./inputs.ts";
import { findReviewers } from "./reviewers.ts";
import { type WantedEnvironment, refPatterns, wantedEnvironments } from "./wanted.ts";

/** What is wanted of a target, and how much of what is there may go. */
export interface Request {
  readonly target: string;
  readonly inputs: MakeInputs;
  readonly bypass: Rules["bypass"];
  readonly prune: boolean;
}

/**
 * The difference between what a target's environments must hold and what they are, each environment once. Only reads.
 * @throws {UserError} PR214 naming everything for which they cannot be made, PR213 when they cannot be read.
 */
export async function differenceOf(github: GitHub, request: Request): Promise<readonly EnvironmentChange[]> {
  const { target, inputs, bypass, prune } = request;
  const [{ reviewers, problems }, defaultBranch] = await Promise.all([
    findReviewers(github, inputs.reviewers),
    inputs.releaseRefs.length === 0 ? defaultBranchOf(github) : "",
  ]);
  const wanted = wantedEnvironments({
    ...inputs,
    bypass,
    reviewers,
    names: environmentNames(target, inputs),
    refs: refPatterns(inputs.releaseRefs, defaultBranch),
  });
  const named = [...problems, ...wanted.flatMap(badNames)];
  if (named.length > 0) throw cannot(target, named);
  const changes = await Promise.all(
    wanted.map(async (one) => changeOf(await findEnvironment(github, one.name), one, prune)),
  );
  const impossible = changes.flatMap(({ name, problems: all }) => all.map((why) => `${name} ${why}`));
  if (impossible.length > 0) throw cannot(target, impossible);
  return changes;
}

function badNames({ name, roles }: WantedEnvironment): readonly string[] {
  const wrong = wrongName(name);
  return wrong === undefined ? [] : [`${roles.join(", ")} has ${wrong}`];
}

async function defaultBranchOf(github: GitHub): Promise<string> {
  const { data } = await github.request("GET /repos/{owner}/{repo}");
  const { default_branch: branch } = (data ?? {}) as { readonly default_branch?: unknown };
  if (typeof branch === "string" && branch !== "") return branch;
  throw new UserError(
    "PR213",
    "GitHub's answer about the repository has no default_branch. Nothing was changed.",
    "Name the branches from which releases come by release-refs.",
  );
}

function cannot(target: string, problems: readonly string[]): UserError {
  const lines = problems.map((line) => `  - ${line}`).join("\n");
  return new UserError(
    "PR214",
    `The environments of ${target} cannot be made. Nothing was changed.\n${lines}`,
    "Name reviewers by `reviewers` (--reviewers ada,acme/release) and minutes by `wait-timer`; six reviewers are a gate's most, and a team is one.",
  );
}
