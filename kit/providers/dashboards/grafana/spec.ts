import { digest, sha256 } from "../../../release/canonical.ts";
import type { Board, BoardName } from "../dashboards.ts";
import { type Panel, panelsOf } from "./panels.ts";

/** A dashboard as the API takes and gives it; what we do not know in it stays. */
export type Spec = Readonly<Record<string, unknown>>;

export const maker = "prism-rollout";

/** Grafana takes 40 signs. It is made of what stays: the project and the name. */
export function uidOf({ name, project }: BoardName): string {
  return `${maker}-${sha256(JSON.stringify([project, name])).slice(0, 16)}`;
}

/** Where the entries are that are shown: a data source of type Loki, and the streams in it. */
export interface Shown {
  readonly datasource: string;
  readonly selector: string;
}

/** What a dashboard of ours is made from, without what people have added to it. */
export function specOf(board: Board, shown: Shown | undefined): Spec & { readonly panels: readonly Panel[] } {
  const { name, project } = board;
  const own = {
    title: name,
    description: `Made by ${maker}. Its own panels are replaced when rollout.yml asks other questions; panels of yours stay.`,
    schemaVersion: 41,
    editable: true,
    timezone: "utc",
    time: { from: "now-24h", to: "now" },
    refresh: "1m",
    annotations: { list: [releases(board)] },
    panels: panelsOf(board, shown),
  };
  return { ...own, tags: [maker, ownerTag(project), `spec:${digest(own).slice(0, 12)}`] };
}

/** The releases that `observe` marks, as lines over every panel. */
function releases({ project }: BoardName): Spec {
  return {
    name: "Releases",
    enable: true,
    iconColor: "blue",
    datasource: { type: "grafana", uid: "-- Grafana --" },
    target: { type: "tags", limit: 100, matchAny: false, tags: [maker, ownerTag(project)] },
  };
}

export function ownerTag(project: string): string {
  return `project:${project}`;
}

export function isOurs(there: Spec, { project }: BoardName): boolean {
  return tagsOf(there).includes(maker) && tagsOf(there).includes(ownerTag(project));
}

/** Whether it was made from this very board; what people changed in it since is theirs. */
export function isCurrent(there: Spec, wanted: Spec): boolean {
  return tagsOf(wanted).every((tag) => tagsOf(there).includes(tag));
}

/** Ours in the place of ours, and all that people have added: panels below ours, tags, variables, annotations. */
export function merged(there: Spec, wanted: ReturnType<typeof specOf>): Spec {
  const others = listOf(there["panels"]).filter((panel) => !isOwnPanel(panel));
  const tags = tagsOf(there).filter((tag) => !tag.startsWith("spec:"));
  const lists = listOf((there["annotations"] as Spec | null | undefined)?.["list"]);
  const own = (wanted["annotations"] as { list: readonly Spec[] }).list;
  const kept = lists.filter((one) => !own.some(({ name }) => name === one["name"]));
  return {
    ...there,
    ...wanted,
    tags: [...new Set([...tags, ...tagsOf(wanted)])],
    annotations: { list: [...own, ...kept] },
    panels: [...withFreeIds(wanted.panels, others), ...below(wanted.panels, others)],
  };
}

function isOwnPanel(panel: Spec): boolean {
  const { description } = panel;
  return typeof description === "string" && description.includes(`Made by ${maker}`);
}

function withFreeIds(own: readonly Panel[], others: readonly Spec[]): readonly Spec[] {
  const taken = Math.max(0, ...others.map(({ id }) => (typeof id === "number" ? id : 0)));
  return own.map((panel) => ({ ...panel, id: taken + panel.id }));
}

/** Theirs keep their order and their distances, and begin where ours end. */
function below(own: readonly Panel[], others: readonly Spec[]): readonly Spec[] {
  const end = Math.max(...own.map(({ gridPos: { y, h } }) => y + h));
  const top = Math.min(...others.map(topOf));
  return others.map((panel) => ({
    ...panel,
    gridPos: { ...(panel["gridPos"] as object | undefined), y: end + topOf(panel) - top },
  }));
}

function topOf(panel: Spec): number {
  const y = (panel["gridPos"] as { readonly y?: unknown } | null | undefined)?.y;
  return typeof y === "number" ? y : 0;
}

function tagsOf(spec: Spec): readonly string[] {
  const { tags } = spec;
  return Array.isArray(tags) ? tags.filter((tag): tag is string => typeof tag === "string") : [];
}

function listOf(value: unknown): readonly Spec[] {
  const isSpec = (one: unknown): one is Spec => typeof one === "object" && one !== null;
  return Array.isArray(value) ? value.filter(isSpec) : [];
}
