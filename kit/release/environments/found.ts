import { UserError } from "../../errors/user-error.ts";
import { type GitHub, isNotFound } from "../../ports/github.ts";
import { type Form, misfit } from "../../ports/misfit.ts";

/** A person or a team that must review. `name` is a login or a team's slug. */
export interface Reviewer {
  readonly type: "User" | "Team";
  readonly id: number;
  readonly name: string;
}

export interface BranchPattern {
  readonly id: number;
  readonly name: string;
  readonly type: "branch" | "tag";
}

/** An environment as GitHub has it. What GitHub did not say is undefined: an older server lacks some of it. */
export interface FoundEnvironment {
  readonly name: string;
  /** The kinds of its rules, as GitHub calls them. */
  readonly rules: readonly string[];
  readonly reviewers: readonly Reviewer[];
  readonly preventSelfReview: boolean | undefined;
  /** Minutes. */
  readonly waitTimer: number;
  readonly adminsBypass: boolean | undefined;
  readonly branches: "all" | "protected" | readonly BranchPattern[];
  /** Apps whose own protection rules are enabled. */
  readonly apps: readonly string[];
}

const route = "GET /repos/{owner}/{repo}/environments/{environment_name}";

/**
 * An environment with all of its rules, or undefined where there is none.
 * @throws {UserError} PR213 when it may not be read, or when the answer is not what GitHub documents.
 */
export async function findEnvironment(github: GitHub, name: string): Promise<FoundEnvironment | undefined> {
  return await readable(name, async () => {
    const data = await orUndefined(github.request(route, { environment_name: name }));
    if (data === undefined) return undefined;
    const [patterns, apps] = await Promise.all([patternsOf(github, name, data), appsOf(github, name)]);
    return { name, ...rulesOf(name, data), branches: patterns, apps };
  });
}

interface Rule {
  readonly type: string;
  readonly wait_timer?: number;
  readonly prevent_self_review?: boolean;
  readonly reviewers?: readonly {
    readonly type?: string;
    readonly reviewer?: { readonly id?: number; readonly login?: string; readonly slug?: string };
  }[];
}

const [text, number, flag] = [{ maybe: "text" }, { maybe: "number" }, { optional: "flag" }] as const;
const reviewerForm: Form = { fields: { id: number, login: text, slug: text } };
const reviewersForm: Form = { each: { fields: { type: text, reviewer: { maybe: reviewerForm } } } };
const rulesForm: Form = {
  each: {
    fields: {
      type: "text",
      wait_timer: number,
      prevent_self_review: flag,
      reviewers: { optional: reviewersForm },
    },
  },
};
const policyForm: Form = {
  maybe: { fields: { protected_branches: { maybe: "flag" }, custom_branch_policies: { maybe: "flag" } } },
};

interface Answer {
  readonly protection_rules?: readonly Rule[];
  readonly can_admins_bypass?: unknown;
  readonly deployment_branch_policy?: {
    readonly protected_branches?: boolean;
    readonly custom_branch_policies?: boolean;
  } | null;
}

function rulesOf(name: string, data: Answer): Omit<FoundEnvironment, "name" | "branches" | "apps"> {
  const rules = data.protection_rules;
  if (rules === undefined || misfit(rules, rulesForm) !== undefined) throw strange(name, "protection_rules");
  const [people, timer] = ["required_reviewers", "wait_timer"].map((type) =>
    rules.find((rule) => rule.type === type),
  );
  return {
    rules: rules.map(({ type }) => type).sort(),
    reviewers: (people?.reviewers ?? []).map(({ type, reviewer }) => ({
      type: type === "Team" ? "Team" : "User",
      id: reviewer?.id ?? 0,
      name: reviewer?.login ?? reviewer?.slug ?? "(unknown)",
    })),
    preventSelfReview: people?.prevent_self_review,
    waitTimer: timer?.wait_timer ?? 0,
    adminsBypass: typeof data.can_admins_bypass === "boolean" ? data.can_admins_bypass : undefined,
  };
}

async function patternsOf(
  github: GitHub,
  name: string,
  { deployment_branch_policy: policy }: Answer,
): Promise<FoundEnvironment["branches"]> {
  if (policy === undefined || misfit(policy, policyForm) !== undefined)
    throw strange(name, "deployment_branch_policy");
  if (policy === null) return "all";
  if (policy.protected_branches === true) return "protected";
  const all: BranchPattern[] = [];
  for (let page = 1; ; page += 1) {
    const { data } = await github.request(`${route}/deployment-branch-policies`, {
      environment_name: name,
      per_page: 100,
      ...(page === 1 ? {} : { page }),
    });
    const some = (data as { branch_policies?: readonly Partial<BranchPattern>[] }).branch_policies;
    if (!Array.isArray(some)) throw strange(name, "branch_policies");
    for (const { id = 0, name: pattern = "", type = "branch" } of some as readonly Partial<BranchPattern>[])
      all.push({ id, name: pattern, type });
    if (some.length < 100) return all;
  }
}

/** A server that knows no such rules has none. */
async function appsOf(github: GitHub, name: string): Promise<readonly string[]> {
  const asked = github.request(`${route}/deployment_protection_rules`, { environment_name: name });
  const data = await orUndefined<{
    readonly custom_deployment_protection_rules?: readonly {
      readonly enabled?: boolean;
      readonly app?: { readonly slug?: string };
    }[];
  }>(asked);
  return (data?.custom_deployment_protection_rules ?? [])
    .filter(({ enabled }) => enabled !== false)
    .map(({ app }) => app?.slug ?? "(unknown)");
}

async function orUndefined<Data = Answer>(asked: ReturnType<GitHub["request"]>): Promise<Data | undefined> {
  try {
    const { data } = await asked;
    return typeof data === "object" && data !== null ? (data as Data) : ({} as Data);
  } catch (error) {
    if (isNotFound(error)) return undefined;
    throw error;
  }
}

async function readable<T>(name: string, read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    if (!(error instanceof UserError) || error.code !== "PR302") throw error;
    throw new UserError(
      "PR213",
      `The token may not read the environment ${name}, so nobody can tell whether it protects anything: ${error.message} Nothing was changed.`,
      "Give the job `actions: read` under `permissions:`; a called workflow gets at most what its caller grants.",
      { cause: error },
    );
  }
}

function strange(name: string, field: string): UserError {
  return new UserError(
    "PR213",
    `GitHub's answer about the environment ${name} has no ${field}, so nobody can tell whether it protects anything. Nothing was changed.`,
    "This server's API differs from github.com's. Compare its version with what GitHub documents of it.",
  );
}
