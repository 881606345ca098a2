import type { Shape } from "../shaped.ts";

/** The fields of Vercel's answers that this suite reads; everything else is left alone. */
export interface ProjectAnswer {
  readonly id: string;
  readonly name: string;
  readonly autoAssignCustomDomains?: boolean;
  readonly rollingRelease?: unknown;
  /** The Git repository that is connected, if there is one. */
  readonly link?: unknown;
  readonly lastAliasRequest?: AliasRequest | null;
  readonly ssoProtection?: ProtectionAnswer;
  readonly passwordProtection?: ProtectionAnswer;
  readonly trustedIps?: ProtectionAnswer;
  /** The bypasses for automation: their secrets are the keys. */
  readonly protectionBypass?: Readonly<Record<string, unknown>>;
  /** What the project itself takes for live; the aliases are the truth. */
  readonly targets?: { readonly production?: { readonly id?: string } | null } | null;
}

/** A protection that is on; which deployments are behind it. */
export interface ProtectionAnswer {
  readonly deploymentType?: string;
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
  readonly url?: string;
  readonly readyState?: string;
  readonly target?: string | null;
  readonly meta?: Readonly<Record<string, string>>;
  readonly errorMessage?: string | null;
  readonly inspectorUrl?: string | null;
}

export interface Refusal {
  readonly error?: {
    readonly code?: string;
    readonly message?: string;
    readonly missing?: readonly string[];
  };
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
  readonly children?: unknown;
}

const request: Shape = {
  fields: { toDeploymentId: "text", jobStatus: "text", requestedAt: "number", type: "text" },
  needs: ["toDeploymentId", "jobStatus"],
};

const protection: Shape = { fields: { deploymentType: "text" } };

/** Their types, by which an answer is told from something else. */
export const shapes = {
  project: {
    fields: {
      id: "text",
      name: "text",
      autoAssignCustomDomains: "flag",
      rollingRelease: "any",
      link: "any",
      lastAliasRequest: request,
      ssoProtection: protection,
      passwordProtection: protection,
      trustedIps: protection,
      protectionBypass: { values: "any" },
      targets: { fields: { production: { fields: { id: "text" } } } },
    },
    needs: ["id", "name"],
  },
  domain: {
    fields: {
      name: "text",
      redirect: "any",
      gitBranch: "any",
      customEnvironmentId: "any",
      verified: "flag",
    },
    needs: ["name"],
  },
  page: { fields: { pagination: { fields: { next: "number" } } } },
  alias: { fields: { deploymentId: "text" } },
  deployment: {
    fields: {
      id: "text",
      uid: "text",
      url: "text",
      readyState: "text",
      target: "text",
      meta: { values: "text" },
      errorMessage: "text",
      inspectorUrl: "text",
    },
  },
  variable: {
    fields: {
      id: "text",
      key: "text",
      value: "text",
      type: "text",
      target: "any",
      gitBranch: "any",
      decrypted: "flag",
      updatedAt: "number",
    },
  },
  file: { fields: { name: "text", uid: "text", children: "any" }, needs: ["name"] },
  refusal: { fields: { error: { fields: { code: "text", message: "text", missing: { each: "text" } } } } },
} as const satisfies Readonly<Record<string, Shape>>;
