/** The fields of Vercel's answers that this suite reads; everything else is left alone. */
export interface ProjectAnswer {
  readonly id: string;
  readonly name: string;
  readonly autoAssignCustomDomains?: boolean;
  readonly rollingRelease?: unknown;
  /** The Git repository that is connected, if there is one. */
  readonly link?: unknown;
  readonly lastAliasRequest?: AliasRequest | null;
  /** What the project itself takes for live; the aliases are the truth. */
  readonly targets?: { readonly production?: { readonly id?: string } | null } | null;
}

export interface AliasRequest {
  readonly toDeploymentId: string;
  readonly jobStatus: "pending" | "in-progress" | "succeeded" | "failed" | "skipped";
  readonly requestedAt: number;
  readonly type: "promote" | "rollback";
}

export interface DomainsAnswer {
  readonly domains: readonly {
    readonly name: string;
    readonly redirect?: string | null;
    readonly gitBranch?: string | null;
    readonly customEnvironmentId?: string | null;
    readonly verified?: boolean;
  }[];
  readonly pagination?: { readonly next?: number | null };
}

export interface DeploymentAnswer {
  readonly id?: string;
  readonly uid?: string;
  readonly url: string;
  readonly readyState: string;
  readonly target?: string | null;
  readonly meta?: Readonly<Record<string, string>>;
  readonly errorMessage?: string | null;
  readonly inspectorUrl?: string | null;
}

export interface EnvAnswer {
  readonly envs: readonly EnvEntry[];
}

export interface EnvEntry {
  readonly id: string;
  readonly key: string;
  readonly value?: string;
  readonly type: string;
  readonly target?: readonly string[] | string;
  readonly gitBranch?: string | null;
  readonly decrypted?: boolean;
  readonly updatedAt?: number;
}

export interface FileNode {
  readonly name: string;
  readonly type: string;
  readonly uid?: string;
  readonly children?: readonly FileNode[];
}
