import { UserError } from "../../../kit/errors/user-error.ts";
import type { GitHub } from "../../../kit/ports/github.ts";

/** A check of a commit as it stands. `run` is the workflow run that reported it, where it is one of GitHub Actions. */
export interface Check {
  readonly name: string;
  readonly is: "green" | "running" | "red";
  /** GitHub's word for it. */
  readonly said: string;
  readonly run: string | undefined;
}

interface CheckRunAnswer {
  readonly name: string;
  readonly status: string;
  readonly conclusion: string | null;
  readonly details_url?: string | null;
}

interface StatusAnswer {
  readonly context: string;
  readonly state: string;
}

/** Every check of a commit: check runs, and the statuses of older services. */
export async function checksOf(github: GitHub, sha: string): Promise<readonly Check[]> {
  const [runs, statuses] = await Promise.all([
    permitted("checks: read", () => checkRunsOf(github, sha)),
    permitted("statuses: read", () => statusesOf(github, sha)),
  ]);
  return [...runs.map(fromRun), ...statuses.map(fromStatus)];
}

const page = 100;

async function checkRunsOf(github: GitHub, sha: string): Promise<readonly CheckRunAnswer[]> {
  const all: CheckRunAnswer[] = [];
  for (let number = 1; ; number += 1) {
    const route = "GET /repos/{owner}/{repo}/commits/{ref}/check-runs";
    const { data } = await github.request(route, { ref: sha, per_page: page, page: number });
    const { check_runs: some = [] } = data as { readonly check_runs?: readonly CheckRunAnswer[] };
    all.push(...some);
    if (some.length < page) return all;
  }
}

async function statusesOf(github: GitHub, sha: string): Promise<readonly StatusAnswer[]> {
  const route = "GET /repos/{owner}/{repo}/commits/{ref}/status";
  const { data } = await github.request(route, { ref: sha, per_page: page });
  return (data as { readonly statuses?: readonly StatusAnswer[] }).statuses ?? [];
}

function fromRun({ name, status, conclusion, details_url: url }: CheckRunAnswer): Check {
  const run = /\/actions\/runs\/(\d+)(?:\/|$)/.exec(url ?? "")?.[1];
  if (status !== "completed") return { name, is: "running", said: status, run };
  const is = ["success", "neutral", "skipped"].includes(conclusion ?? "") ? "green" : "red";
  return { name, is, said: conclusion ?? "without a conclusion", run };
}

function fromStatus({ context: name, state: said }: StatusAnswer): Check {
  const is = said === "success" ? "green" : said === "pending" ? "running" : "red";
  return { name, is, said, run: undefined };
}

/** A permission that is missing is named: what cannot be read is not taken for green. */
async function permitted<T>(permission: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof UserError) || error.code !== "PR302") throw error;
    const fix = `Give plan's job, and the job that calls this workflow, \`${permission}\`; or name no checks by \`required-checks: none\`.`;
    throw new UserError("PR302", `${error.message} Whether the commit is green cannot be told.`, fix, {
      cause: error,
    });
  }
}
