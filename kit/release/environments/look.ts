import { type GitHub, isNotFound } from "../../ports/github.ts";
import type { Gates } from "../gates/gates.ts";
import type { GatedPhase } from "../phases.ts";
import { type FoundEnvironment, findEnvironment } from "./found.ts";
import { type EnvironmentNames, type Role, wrongName } from "./names.ts";

/** An environment under a role, as it was found. */
export interface Looked {
  readonly role: Role;
  readonly name: string;
  readonly wrong: string | undefined;
  readonly found: FoundEnvironment | undefined;
}

/** Each environment is asked about once, however many roles it has. */
export async function look(
  github: GitHub,
  asked: readonly Role[],
  names: EnvironmentNames,
): Promise<readonly Looked[]> {
  const answers = new Map<string, Promise<FoundEnvironment | undefined>>();
  return await Promise.all(
    asked.map(async (role) => {
      const name = names[role] ?? "";
      const wrong = wrongName(name);
      if (wrong !== undefined) return { role, name, wrong, found: undefined };
      const key = name.toLowerCase();
      const answer = answers.get(key) ?? findEnvironment(github, name);
      answers.set(key, answer);
      return { role, name, wrong, found: await answer };
    }),
  );
}

/** What only some findings need to know. */
export interface Aside {
  /** Why reviewers and timers may be missing although somebody set them; empty where there is no such reason. */
  readonly why: string;
  /** Whether something protects the release's branch; undefined where nobody had to ask. */
  readonly isProtected: boolean | undefined;
}

/** What only some findings need: whether the branch is protected, and why reviewers may be missing. */
export async function aside(
  github: GitHub,
  { gates, ref }: { readonly gates: Gates; readonly ref: string },
  looked: readonly Looked[],
): Promise<Aside> {
  const branch = /^refs\/heads\/(.+)$/s.exec(ref)?.[1];
  const asksBranch = branch !== undefined && looked.some(({ found }) => found?.branches === "protected");
  const lacks = looked.some(
    ({ role, found }) =>
      found !== undefined &&
      ((gates[role as GatedPhase] === "reviewers" && found.reviewers.length === 0) ||
        (gates[role as GatedPhase] === "wait-timer" && found.waitTimer === 0)),
  );
  const [isProtected, why] = await Promise.all([
    asksBranch ? protectedBranch(github, branch) : undefined,
    lacks ? whyNone(github) : "",
  ]);
  return { isProtected, why };
}

async function protectedBranch(github: GitHub, branch: string): Promise<boolean> {
  try {
    const { data } = await github.request("GET /repos/{owner}/{repo}/branches/{branch}", { branch });
    return (data as { readonly protected?: unknown }).protected === true;
  } catch (error) {
    if (isNotFound(error)) return false;
    throw error;
  }
}

/** Below Enterprise GitHub takes and shows no such rules in a repository that is not public. */
async function whyNone(github: GitHub): Promise<string> {
  const { data } = await github.request("GET /repos/{owner}/{repo}");
  const { visibility, private: isPrivate } = data as { visibility?: string; private?: boolean };
  if (isPrivate !== true && visibility !== "private" && visibility !== "internal") return "";
  return (
    ` This repository is ${visibility ?? "private"}: reviewers and wait timers exist there with GitHub Enterprise only.` +
    " Without it, keep the gate and pause by from-phase and through-phase with approvers: a start by one of them is the approval."
  );
}
