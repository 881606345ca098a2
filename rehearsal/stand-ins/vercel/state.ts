import type { PlannedFault } from "../watch.ts";

/** Everything that the Vercel stand-in remembers: plain JSON, so that a world can be saved, restored and cloned. */
export interface VercelState {
  readonly user: VercelUser;
  readonly team: VercelTeam | null;
  plan: "hobby" | "pro" | "enterprise";
  /** Token → what it may do. `projects` limits it to these project ids. */
  readonly tokens: Record<string, VercelToken>;
  readonly projects: VercelProject[];
  readonly deployments: VercelDeployment[];
  /** sha1 → content in base64. */
  readonly files: Record<string, string>;
  /** How many polls a deployment spends in a state before the next one. */
  readonly pace: { initializing: number; building: number; aliasPending: number; aliasInProgress: number };
  readonly faults: PlannedFault[];
  sequence: number;
}

export interface VercelUser {
  readonly id: string;
  readonly username: string;
  readonly email: string;
  readonly name: string;
}

export interface VercelTeam {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
}

export interface VercelToken {
  readonly access: "read" | "write";
  readonly projects?: readonly string[];
}

export interface VercelProject {
  readonly id: string;
  readonly name: string;
  readonly createdAt: number;
  updatedAt: number;
  framework: string | null;
  autoAssignCustomDomains: boolean;
  autoAssignCustomDomainsUpdatedBy: string | null;
  /** `all_except_custom_domains` is Vercel's Standard Protection; null switches Deployment Protection off. */
  ssoProtection: { deploymentType: "all" | "all_except_custom_domains" | "preview" } | null;
  readonly protectionBypass: Record<string, BypassEntry>;
  rollingRelease: Record<string, unknown> | null;
  rollbackDescription: { createdAt: number; description: string; userId: string; username: string } | null;
  lastRollbackTarget: Record<string, unknown> | null;
  aliasJob: AliasJob | null;
  /** What the next promote or rollback does instead of succeeding; used up by it. */
  nextAliasJob: "failed" | "skipped" | "stuck" | "queued" | "unrecorded" | null;
  /** With what the next build fails; used up by it. */
  nextBuildFailure: { readonly code: string; readonly message: string } | null;
  /** Deployment ids in the order in which they came to serve production, the present one last. */
  readonly production: string[];
  readonly domains: VercelDomain[];
  readonly env: VercelEnv[];
}

export interface BypassEntry {
  readonly createdAt: number;
  readonly createdBy: string;
  readonly scope: "automation-bypass";
  readonly note?: string;
  readonly isEnvVar?: boolean;
}

/** A promote or rollback under way; `polls` counts how often somebody looked. */
export interface AliasJob {
  readonly type: "promote" | "rollback";
  readonly fromDeploymentId: string | null;
  readonly toDeploymentId: string;
  readonly requestedAt: number;
  readonly fate: "succeeded" | "failed" | "skipped" | "stuck";
  jobStatus: "pending" | "in-progress" | "succeeded" | "failed" | "skipped";
  polls: number;
  readonly aliases: {
    alias: string;
    id: string;
    status: "pending" | "in-progress" | "completed" | "failed";
  }[];
}

/** `name` is what the world calls it; a browser reaches it at 127.0.0.1:`port` (0 until a server gave it one). */
export interface VercelDomain {
  readonly name: string;
  readonly uid: string;
  port: number;
  deployment: string | null;
  readonly createdAt: number;
  updatedAt: number;
  /** Nobody has proven that it is the team's: it serves nothing, and no promotion moves it. */
  unverified?: true;
}

export interface VercelEnv {
  readonly id: string;
  key: string;
  value: string;
  type: "plain" | "encrypted" | "sensitive" | "system";
  target: string[];
  gitBranch?: string;
  comment?: string;
  customEnvironmentIds?: string[];
  readonly createdAt: number;
  updatedAt: number;
}

export interface UploadedFile {
  readonly file: string;
  readonly sha: string;
  readonly size: number;
  readonly mode: number;
}

export interface VercelDeployment {
  readonly id: string;
  readonly name: string;
  readonly projectId: string;
  readonly target: "production" | "staging" | null;
  readonly source: string | null;
  readonly prebuilt: boolean;
  /** False: its READY leaves the production domains where they are. */
  readonly autoAssign: boolean;
  readonly meta: Record<string, string>;
  readonly files: readonly UploadedFile[];
  readonly createdAt: number;
  port: number;
  polls: number;
  readyState: "INITIALIZING" | "BUILDING" | "READY" | "ERROR" | "CANCELED";
  readyAt: number | null;
  /** True once it has served production; Vercel rolls back to such deployments only. */
  promoted: boolean;
  aliasAssigned: number | null;
  aliasError: { code: string; message: string } | null;
  readonly failure: { code: string; message: string } | null;
}
