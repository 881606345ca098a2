import { newGrafanaState } from "../../../rehearsal/stand-ins/grafana/state.ts";
import { startGrafana } from "../../../rehearsal/stand-ins/grafana/start.ts";
import type { PlannedFault } from "../../../rehearsal/stand-ins/watch.ts";
import { observedProject, ref, token, weakToken } from "../observed-project.ts";

/** A running place for boards, and how its insides are looked at. */
export interface BoardPlace {
  /** What `observe` is told of it. */
  readonly inputs: Readonly<Record<string, string>>;
  /** A token that may only read; what else it is refused with. */
  readonly weak: Readonly<Record<string, string>>;
  readonly requests: readonly { readonly method: string; readonly path: string; readonly status: number }[];
  readonly faults: PlannedFault[];
  /** Everything that is kept, as text. */
  kept(): string;
  count(): number;
  /** Makes all that is kept somebody else's. */
  disown(): void;
  /** A person adds something of their own. */
  add(title: string): void;
  close(): Promise<void>;
}

export interface BoardFixture {
  readonly name: string;
  start(): Promise<BoardPlace>;
  /** The path of reading and of writing, for faults. */
  readonly reads: string;
  readonly writes: string;
  /** What a write is refused with where somebody else was faster; undefined where the API knows no such thing. */
  readonly raced: { readonly status: number; readonly json: unknown } | undefined;
}

const editor = `glsa_${"e".repeat(20)}`;
const viewer = `glsa_${"v".repeat(20)}`;

async function startGrafanaPlace(api: "new" | "old"): Promise<BoardPlace> {
  const state = newGrafanaState({ api, tokens: { [editor]: "edit", [viewer]: "view" }, folders: ["ops"] });
  const server = await startGrafana(state);
  const all = (): (typeof state.dashboards)[string][] => Object.values(state.dashboards);
  return {
    inputs: {
      dashboard: "grafana",
      "grafana-url": `${server.url}/`,
      "grafana-token": editor,
      "grafana-folder": "ops",
      "grafana-datasource": "loki-1",
      "grafana-selector": '{source="function_logs"}',
    },
    weak: { "grafana-token": viewer },
    requests: server.requests,
    faults: state.faults,
    kept: () => JSON.stringify(all()),
    count: () => all().length,
    disown: () => all().forEach(({ spec }) => (spec["tags"] = ["theirs"])),
    add: (title) =>
      all().forEach((one) => {
        const panels = one.spec["panels"] as unknown[];
        panels.push({ id: 100, title, type: "text", gridPos: { x: 0, y: 90, w: 4, h: 4 } });
        one.version += 1;
      }),
    close: server.close,
  };
}

async function startNotebooks(): Promise<BoardPlace> {
  const project = await observedProject();
  const { notebooks } = project.state;
  return {
    inputs: { "supabase-api-url": project.url, "supabase-access-token": token },
    weak: { "supabase-access-token": weakToken },
    requests: project.requests,
    faults: project.state.faults,
    kept: () => JSON.stringify(notebooks),
    count: () => notebooks.length,
    disown: () => notebooks.forEach(({ attributes }) => (attributes.description = "theirs")),
    add: (title) =>
      notebooks.forEach(({ attributes }) =>
        attributes.content.cells.push({ id: "by-hand", type: "log", title, sql: "select 1", time_range: {} }),
      ),
    close: project.close,
  };
}

export const fixtures: readonly BoardFixture[] = [
  {
    name: "supabase",
    start: startNotebooks,
    reads: ".*/notebooks",
    writes: ".*/notebooks.*",
    raced: undefined,
  },
  {
    name: "grafana",
    start: () => startGrafanaPlace("new"),
    reads: "/apis/.*",
    writes: "/apis/.*",
    raced: { status: 409, json: { kind: "Status", reason: "Conflict", code: 409 } },
  },
  {
    name: "grafana before 12",
    start: () => startGrafanaPlace("old"),
    reads: "/api/dashboards/uid/.*",
    writes: "/api/dashboards/db",
    raced: { status: 412, json: { status: "version-mismatch", message: "changed by someone else" } },
  },
];

export const project = ref;
