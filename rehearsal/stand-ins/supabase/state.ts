import type { PlannedFault } from "../watch.ts";

/** Everything that the stand-in remembers: plain JSON, so that a world can be saved, restored and cloned. */
export interface SupabaseState {
  readonly project: ProjectState;
  /** Personal access tokens by their text (`sbp_…`). */
  readonly tokens: Record<string, TokenState>;
  /** Live functions by slug. */
  readonly functions: Record<string, FunctionState>;
  /** Bundles that were uploaded with `bundleOnly` and not activated yet, by slug. */
  readonly parked: Record<string, FunctionState>;
  readonly secrets: Record<string, SecretState>;
  readonly notebooks: NotebookState[];
  readonly backups: BackupsState;
  readonly logs: LogRow[];
  readonly faults: PlannedFault[];
  /** Counts what was made, so that ids are unique and the same in every clone. */
  made: number;
}

export interface ProjectState {
  /** 20 lower-case letters. */
  readonly ref: string;
  readonly name: string;
  readonly organization: string;
  readonly region: string;
  readonly created_at: string;
  /** `ACTIVE_HEALTHY` unless a rehearsal says otherwise. */
  status: string;
  /** Services that a rehearsal declares ill, by the names of the health check; `functions` for all functions. */
  readonly unhealthy: Record<string, string>;
}

export interface TokenState {
  /** Whose it is: all tokens of one user share a rate limit. */
  readonly user: string;
  /** The permissions of a scoped token; a classic one may do what its user may. */
  readonly permissions: "all" | readonly string[];
}

/** A version of a function. Paths are as uploaded, relative to the root of the user's project. */
export interface FunctionState {
  readonly id: string;
  readonly slug: string;
  name: string;
  status: "ACTIVE" | "REMOVED" | "THROTTLED";
  readonly version: number;
  verify_jwt: boolean;
  entrypoint_path: string;
  import_map_path: string | null;
  readonly ezbr_sha256: string;
  readonly created_at: number;
  updated_at: number;
  /** The sources by path; contents in base64. */
  readonly files: Readonly<Record<string, string>>;
}

export interface SecretState {
  readonly value: string;
  readonly updated_at: string;
}

export interface BackupsState {
  /** Restore points need them; not every plan has them. */
  physical: boolean;
  /** What becomes of a restore point that is being made. */
  ends: "AVAILABLE" | "FAILED";
  readonly restorePoints: Record<string, { readonly status: string; readonly completed_on: string | null }>;
}

export interface NotebookState {
  readonly id: string;
  readonly attributes: {
    name: string;
    description: string | null;
    favorite: boolean;
    content: { schema_version: number; cells: Record<string, unknown>[] };
    readonly inserted_at: string;
    updated_at: string;
    readonly owner: string;
    updated_by: string;
  };
}

/** A row of the one table that log queries see. */
export interface LogRow {
  readonly id: string;
  /** ISO 8601 with microseconds and without a zone, as the vendor writes it. */
  readonly timestamp: string;
  readonly source: "function_logs" | "function_edge_logs" | "edge_logs";
  readonly event_message: string;
  readonly severity_text: string;
  readonly log_attributes: Readonly<Record<string, string>>;
}

/** A new project without functions. Every token in `tokens` is a classic one unless it names permissions. */
export function newSupabaseState(options: {
  readonly ref: string;
  readonly name?: string;
  readonly tokens: Readonly<Record<string, TokenState>>;
}): SupabaseState {
  if (!/^[a-z]{20}$/.test(options.ref))
    throw new Error(`a project ref is 20 lower-case letters, not ${options.ref}`);
  return {
    project: {
      ref: options.ref,
      name: options.name ?? options.ref,
      organization: "rehearsal",
      region: "eu-central-1",
      created_at: "2026-01-01T00:00:00.000Z",
      status: "ACTIVE_HEALTHY",
      unhealthy: {},
    },
    tokens: { ...options.tokens },
    functions: {},
    parked: {},
    secrets: {},
    notebooks: [],
    backups: { physical: true, ends: "AVAILABLE", restorePoints: {} },
    logs: [],
    faults: [],
    made: 0,
  };
}
