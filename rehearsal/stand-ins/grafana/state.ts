import type { PlannedFault } from "../watch.ts";

export interface DashboardState {
  spec: Record<string, unknown>;
  /** Grows with each write; a write that names another one is a conflict. */
  version: number;
  readonly id: number;
  folder: string | null;
}

export interface AnnotationState {
  readonly id: number;
  time: number;
  timeEnd: number;
  text: string;
  tags: string[];
}

/** All that a Grafana stand-in knows: plain JSON. */
export interface GrafanaState {
  /** `new` has both APIs, `old` only the one before Grafana 12. */
  readonly api: "new" | "old";
  readonly namespace: string;
  /** What each token may: as an editor or a viewer, or by the names of the rights. */
  readonly tokens: Readonly<Record<string, "edit" | "view" | readonly string[]>>;
  readonly folders: readonly string[];
  readonly dashboards: Record<string, DashboardState>;
  readonly annotations: AnnotationState[];
  readonly faults: PlannedFault[];
  made: number;
}

export function newGrafanaState(
  given: Pick<GrafanaState, "tokens"> & Partial<Pick<GrafanaState, "api" | "namespace" | "folders">>,
): GrafanaState {
  return {
    api: "new",
    namespace: "default",
    folders: [],
    dashboards: Object.create(null) as GrafanaState["dashboards"],
    annotations: [],
    faults: [],
    made: 0,
    ...given,
  };
}
