import type { PlannedFault } from "../watch.ts";

/** Everything that the GitHub stand-in remembers of one repository: plain JSON. */
export interface GithubState {
  readonly owner: GithubUser;
  /** The owner's plan: reviewers and wait timers in private repositories need `enterprise`. */
  plan: "free" | "pro" | "team" | "enterprise";
  readonly repository: {
    readonly id: number;
    name: string;
    visibility: Visibility;
    defaultBranch: string;
    /** False where issues are switched off. */
    issues?: boolean;
  };
  readonly users: GithubUser[];
  readonly teams: { readonly id: number; readonly slug: string; readonly members: string[] }[];
  readonly tokens: Record<string, GithubToken>;
  readonly environments: GithubEnvironment[];
  /** Names of the secrets that the repository has, and of those that its organisation shares with it. */
  secretNames?: { readonly repository: readonly string[]; readonly organization: readonly string[] };
  readonly runs: GithubRun[];
  /** Jobs that stand before an environment now. */
  readonly waits: GithubWait[];
  readonly deployments: GithubDeployment[];
  readonly comments: GithubComment[];
  readonly issues: GithubIssue[];
  /** Workflows that somebody started by the API. */
  readonly dispatches: GithubDispatch[];
  readonly pulls: GithubPull[];
  /** sha → commit. */
  readonly commits: Record<string, GithubCommit>;
  /** Branch → sha. */
  readonly branches: Record<string, string>;
  /** Branches that a protection rule or a ruleset protects. */
  readonly protectedBranches: string[];
  /** sha → path → the text of the file as that commit has it. */
  readonly files: Record<string, Record<string, string>>;
  /** sha → the commit statuses that `required_contexts` asks for. */
  readonly statuses: Record<string, { context: string; state: "success" | "pending" | "failure" }[]>;
  /** sha → the check runs of a commit, oldest first. */
  readonly checks: Record<string, GithubCheck[]>;
  /** Branch → the checks that its rulesets require, and those that a protection of the old kind does. */
  readonly rules: Record<string, string[]>;
  readonly protections: Record<string, string[]>;
  /** Requests an hour and token, and content-creating requests a minute; null is no limit. */
  readonly limits: { core: number | null; content: number | null };
  readonly faults: PlannedFault[];
  sequence: number;
}

export type Visibility = "public" | "private" | "internal";

export type Access = "read" | "write";

export interface GithubUser {
  readonly login: string;
  readonly id: number;
  readonly type: "User" | "Organization" | "Bot";
}

/** A check run; `run` is the workflow run whose job it is, where it is one of GitHub Actions. */
export interface GithubCheck {
  readonly id: number;
  readonly name: string;
  readonly suite: number;
  readonly run?: number;
  status: "queued" | "in_progress" | "completed";
  conclusion: "success" | "failure" | "neutral" | "cancelled" | "skipped" | "timed_out" | null;
  readonly startedAt: number;
}

/** `app` is a GITHUB_TOKEN, which can approve nothing; `user` is a person's token. */
export interface GithubToken {
  readonly kind: "app" | "user";
  readonly login: string;
  readonly permissions: Readonly<Record<string, Access>>;
}

export interface GithubEnvironment {
  readonly id: number;
  readonly name: string;
  readonly createdAt: number;
  updatedAt: number;
  /** Minutes. */
  waitTimer: number;
  preventSelfReview: boolean;
  reviewers: { readonly type: "User" | "Team"; readonly id: number }[];
  /** Whether an admin may let a job through; on GitHub true until somebody switches it off. */
  adminsBypass: boolean;
  branchPolicy: { protected_branches: boolean; custom_branch_policies: boolean } | null;
  readonly branchPolicies: { readonly id: number; name: string; readonly type: "branch" | "tag" }[];
  /** Slugs of the Apps whose protection rules are enabled. */
  apps: string[];
  readonly secrets: Record<string, string>;
  readonly vars: Record<string, string>;
}

export interface GithubRun {
  readonly id: number;
  readonly name: string;
  readonly path: string;
  readonly event: string;
  readonly sha: string;
  readonly branch: string;
  readonly actor: string;
  /** Who started the attempt that is shown: whoever pressed «re-run», at first the actor. */
  triggeringActor: string;
  /** Paths of the reusable workflows that it calls: `OWNER/NAME/.github/workflows/x.yml@ref`. */
  readonly calls?: readonly string[];
  readonly number: number;
  attempt: number;
  status: "queued" | "in_progress" | "completed";
  conclusion: "success" | "failure" | "cancelled" | null;
  cancelRequested: boolean;
  readonly createdAt: number;
  /** When the attempt that is shown began. */
  startedAt: number;
  updatedAt: number;
  /** Of all attempts. */
  readonly jobs: GithubJob[];
  readonly approvals: GithubApproval[];
  readonly artifacts: GithubArtifact[];
  /** Job → the deployment that GitHub made for it. */
  readonly deployments: Record<string, number>;
}

export interface GithubJob {
  readonly id: number;
  /** A job that was not run again is in every later attempt as well, with an id of its own. */
  readonly attempt: number;
  readonly name: string;
  status: "queued" | "waiting" | "in_progress" | "completed";
  conclusion: "success" | "failure" | "cancelled" | "skipped" | null;
  startedAt: number | null;
  completedAt: number | null;
  /** Those that are over, in order. */
  readonly steps: GithubStep[];
}

export interface GithubStep {
  readonly name: string;
  readonly conclusion: "success" | "failure" | "cancelled" | "skipped";
}

export interface GithubApproval {
  readonly state: "approved" | "rejected";
  readonly comment: string;
  readonly login: string;
  readonly environments: readonly string[];
  readonly at: number;
}

export interface GithubArtifact {
  readonly id: number;
  readonly name: string;
  readonly createdAt: number;
  /** The zip, in base64. */
  readonly zip: string;
}

/** `deployment` is the id of the deployment that GitHub made for the job, or null with `deployment: false`. */
export interface GithubWait {
  readonly run: number;
  readonly environment: string;
  readonly job: string;
  readonly since: number;
  readonly deployment: number | null;
  /** True once a reviewer approved it, or when none is required: only a wait timer holds it. */
  approved: boolean;
}

export interface GithubDeployment {
  readonly id: number;
  readonly sha: string;
  readonly ref: string;
  readonly task: string;
  readonly payload: unknown;
  readonly environment: string;
  readonly description: string | null;
  readonly transient: boolean;
  readonly production: boolean;
  readonly creator: string;
  readonly createdAt: number;
  updatedAt: number;
  /** Oldest first. */
  readonly statuses: GithubStatus[];
}

export interface GithubStatus {
  readonly id: number;
  readonly state: string;
  readonly description: string;
  readonly environment: string;
  readonly logUrl: string;
  readonly environmentUrl: string;
  readonly creator: string;
  readonly createdAt: number;
}

export interface GithubComment {
  readonly id: number;
  readonly issue: number;
  body: string;
  readonly login: string;
  readonly createdAt: number;
  updatedAt: number;
}

export interface GithubIssue {
  readonly id: number;
  readonly number: number;
  title: string;
  body: string;
  labels: string[];
  state: "open" | "closed";
  stateReason: string | null;
  readonly login: string;
  readonly createdAt: number;
  updatedAt: number;
  closedAt: number | null;
}

export interface GithubDispatch {
  /** The workflow's file name. */
  readonly workflow: string;
  readonly branch: string;
  readonly inputs: Readonly<Record<string, string>>;
  readonly login: string;
  readonly at: number;
}

export interface GithubPull {
  readonly number: number;
  readonly title: string;
  readonly author: string;
  readonly branch: string;
  /** Oldest first; the last one is its head. */
  readonly commits: readonly string[];
  readonly createdAt: number;
  readonly mergedAt: number | null;
  readonly mergeCommit: string | null;
}

export interface GithubCommit {
  readonly parents: readonly string[];
  readonly message: string;
  readonly author: string;
  readonly date: number;
}
