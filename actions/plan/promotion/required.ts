import { type GitHub, isNotFound } from "../../../kit/ports/github.ts";

interface RuleAnswer {
  readonly type: string;
  readonly parameters?: { readonly required_status_checks?: readonly { readonly context: string }[] };
}

interface BranchAnswer {
  readonly protection?: { readonly required_status_checks?: { readonly contexts?: readonly string[] } };
}

/** The checks that a branch requires, by its rulesets and by a protection of the old kind; both are readable by all. */
export async function requiredBy(github: GitHub, branch: string): Promise<readonly string[]> {
  const [rules, old] = await Promise.all([
    orNone(async () => {
      const route = "GET /repos/{owner}/{repo}/rules/branches/{branch}";
      const { data } = await github.request(route, { branch, per_page: 100 });
      return (data as readonly RuleAnswer[]).flatMap(({ type, parameters }) =>
        type === "required_status_checks"
          ? (parameters?.required_status_checks ?? []).map(({ context }) => context)
          : [],
      );
    }),
    orNone(async () => {
      const { data } = await github.request("GET /repos/{owner}/{repo}/branches/{branch}", { branch });
      return (data as BranchAnswer).protection?.required_status_checks?.contexts ?? [];
    }),
  ]);
  return [...new Set([...rules, ...old])];
}

/** Servers that know no rulesets, and branches that are gone, require nothing. */
async function orNone(work: () => Promise<readonly string[]>): Promise<readonly string[]> {
  try {
    return await work();
  } catch (error) {
    if (isNotFound(error)) return [];
    throw error;
  }
}

interface RunAnswer {
  readonly id: number;
  readonly path?: string;
  readonly referenced_workflows?: readonly { readonly path: string }[] | null;
}

/**
 * The runs of a commit that are releases themselves: of this run's own workflow, or of one that calls the same chain.
 * That an earlier release failed, or waits, says nothing of the commit.
 */
export async function releaseRunsOf(
  github: GitHub,
  sha: string,
  runId: string,
): Promise<ReadonlySet<string>> {
  const [own, all] = await Promise.all([
    github.request("GET /repos/{owner}/{repo}/actions/runs/{run_id}", { run_id: runId }),
    github.request("GET /repos/{owner}/{repo}/actions/runs", { head_sha: sha, per_page: 100 }),
  ]);
  const mine = workflowsOf(own.data as RunAnswer);
  const { workflow_runs: runs = [] } = all.data as { readonly workflow_runs?: readonly RunAnswer[] };
  const same = runs.filter((run) => [...workflowsOf(run)].some((path) => mine.has(path)));
  return new Set([runId, ...same.map(({ id }) => String(id))]);
}

/** Without the ref at which each is used. */
function workflowsOf({ path, referenced_workflows: called }: RunAnswer): ReadonlySet<string> {
  const paths = [path ?? "", ...(called ?? []).map((one) => one.path)];
  return new Set(paths.map((one) => one.replace(/@.*$/, "")).filter((one) => one !== ""));
}
