import type { Runtime } from "../../../kit/action/runtime.ts";
import type { GitHub } from "../../../kit/ports/github.ts";
import { refuseRed } from "./checks.ts";
import { placeOf } from "./place.ts";

type World = Pick<Runtime, "clock" | "log" | "signal" | "context" | "env">;

/** What the target says of the commits that it takes. */
export interface Rules {
  readonly target: string;
  readonly releaseRefs: readonly string[];
  readonly requiredChecks: readonly string[];
  readonly checksWait: number;
}

/**
 * Whether this commit may be released: it is where releases come from, and its checks are green. What was just pushed
 * there is there, and its checks have only begun: a push is asked for no more than what is named. Gives what was
 * found, a line each.
 * @throws {UserError} PR215 or PR216: nothing was changed.
 */
export async function judgePromotion(github: GitHub, rules: Rules, world: World): Promise<readonly string[]> {
  const { context, env } = world;
  const { data } = await github.request("GET /repos/{owner}/{repo}");
  const defaultBranch = (data as { readonly default_branch?: string }).default_branch ?? "main";
  const isHead = (env["GITHUB_SHA"] ?? context.sha) === context.sha;
  const sought = { sha: context.sha, ref: context.ref, isHead, target: rules.target };
  const place = await placeOf(github, sought, rules.releaseRefs, defaultBranch);
  const found = `${context.sha.slice(0, 12)} is on ${place.name}`;
  const asked = rules.requiredChecks;
  if (asked.length === 1 && asked[0] === "none") return [`${found}; no checks are required of it`];
  const isJustPushed = isHead && context.event === "push" && context.ref.startsWith("refs/heads/");
  if (asked.length === 0 && isJustPushed) return [found];
  const green = await refuseRed(
    github,
    { names: asked, wait: rules.checksWait, branch: place.branch },
    world,
  );
  return [
    found,
    green === 0 ? "the commit has no checks" : `${green} of ${green} checks of the commit are green`,
  ];
}
