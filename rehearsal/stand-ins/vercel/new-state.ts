import type { BypassEntry, VercelProject, VercelState, VercelToken } from "./state.ts";

/** A project as a rehearsal orders it. The first domain is the one that people know the app by. */
export interface NewProject {
  readonly id: string;
  readonly name: string;
  readonly domains: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** Switches Standard Protection on; the value is the bypass secret for automation. */
  readonly bypassSecret?: string;
}

/** A fresh Vercel account. `now` is in milliseconds. */
export function newVercelState(options: {
  readonly now: number;
  readonly tokens: Readonly<Record<string, VercelToken>>;
  readonly projects: readonly NewProject[];
  readonly plan?: VercelState["plan"];
}): VercelState {
  return {
    user: { id: "usr_standin", username: "standin", email: "standin@example.com", name: "Stand In" },
    team: { id: "team_standin", slug: "standin", name: "Stand In" },
    plan: options.plan ?? "pro",
    tokens: { ...options.tokens },
    projects: options.projects.map((project) => newProject(project, options.now)),
    deployments: [],
    files: {},
    pace: { initializing: 0, building: 1, aliasPending: 1, aliasInProgress: 1 },
    faults: [],
    sequence: 0,
  };
}

function newProject(project: NewProject, now: number): VercelProject {
  const word = project.id.replace(/\W/g, "");
  return {
    id: project.id,
    name: project.name,
    createdAt: now,
    updatedAt: now,
    framework: "vite",
    autoAssignCustomDomains: true,
    autoAssignCustomDomainsUpdatedBy: null,
    ssoProtection: project.bypassSecret ? { deploymentType: "all_except_custom_domains" } : null,
    protectionBypass: project.bypassSecret ? { [project.bypassSecret]: bypass(now) } : {},
    rollingRelease: null,
    rollbackDescription: null,
    lastRollbackTarget: null,
    aliasJob: null,
    nextAliasJob: null,
    nextBuildFailure: null,
    production: [],
    domains: project.domains.map((name, index) => {
      return {
        name,
        uid: `als_${word}${index + 1}`,
        port: 0,
        deployment: null,
        createdAt: now,
        updatedAt: now,
      };
    }),
    env: Object.entries(project.env ?? {}).map(([key, value], index) => {
      const id = `env_${word}${index + 1}`;
      return { id, key, value, type: "plain", target: ["production"], createdAt: now, updatedAt: now };
    }),
  };
}

function bypass(now: number): BypassEntry {
  return { createdAt: now, createdBy: "usr_standin", scope: "automation-bypass", isEnvVar: true };
}
