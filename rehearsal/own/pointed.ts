import { type Document, isScalar, parseDocument, visit } from "yaml";
import { pointTargetAt } from "../world/rollout-file.ts";
import { isObject } from "../../kit/ports/json-object.ts";

/** What of a rollout.yml cannot hold here, and what is said of it where it is there. */
const dropped: readonly (readonly [key: string, said: string | undefined])[] = [
  ["supabase", undefined],
  ["supabase-api-url", undefined],
  ["supabase-dashboard-url", undefined],
  ["functions-url", undefined],
  ["rest-url", undefined],
  ["publishable-key", undefined],
  ["origins", undefined],
  ["host-origins", "`host-origins`: the site is asked at one origin only"],
  ["host-project", undefined],
  ["host-team", undefined],
  ["host-api-url", undefined],
  ["zone", undefined],
  ["cdn-api-url", undefined],
  ["purge-nodes", undefined],
  ["purge-requests", "`purge-requests`: the nodes here are told by PURGE requests of their own"],
  ["purge-statuses", undefined],
  ["release-refs", undefined],
  ["required-checks", "`required-checks`: nobody has checked this commit here"],
  ["approvers", undefined],
  ["migrate-environment", undefined],
  ["log-source", "`log-source`: what is logged here is counted in the stand-in of Supabase's logs"],
  ["log-url", undefined],
  ["log-queries", undefined],
  ["log-selector", undefined],
  ["log-project", undefined],
  ["log-environment", undefined],
  ["log-release", undefined],
  ["dashboard", "`dashboard`: queries are saved in the stand-in of Supabase's notebooks"],
  ["grafana-url", undefined],
  ["grafana-namespace", undefined],
  ["grafana-folder", undefined],
  ["grafana-datasource", undefined],
  ["grafana-selector", undefined],
  ["notify-format", undefined],
  ["auto-assign", undefined],
];

/** A command of the repository that deploys for real: no login of this machine may reach it. */
const commands = [
  ["deploy-functions", "`deploy-functions.command` is not run: the functions go through the API"],
  [
    "deploy-web",
    "`deploy-web.command` is not run: the site is put into a folder by a command of the rehearsal",
  ],
] as const;
const commandKeys = ["command", "undo-command", "command-env", "command-token"];

/** Text that means the real world, and what means this one. */
export type Text = readonly [from: string | RegExp, to: string];

/** A value with all of these replaced. */
export function withTexts(value: string, texts: readonly Text[]): string {
  return texts.reduce((so, [from, to]) => so.replaceAll(from, () => to), value);
}

/** How a rollout.yml is pointed at a world. */
export interface Pointing {
  readonly target: string;
  readonly sections: readonly string[];
  /** Replaced in any value of the file. */
  readonly texts: readonly Text[];
  /** What the target says here; a section that the file has not is left out. `build` always has one. */
  readonly values: Readonly<Record<string, unknown>>;
  /** Keys besides, dropped wherever they are. */
  readonly without: readonly string[];
}

/**
 * The repository's own rollout.yml, one target of it pointed at a world: addresses, ids and keys replaced, commands
 * that deploy by themselves left out, all else as it is. `said` tells what was left out that matters.
 */
export function pointed(
  text: string,
  { target, sections, texts, values, without }: Pointing,
): { readonly text: string; readonly said: readonly string[] } {
  const document = parseDocument(text);
  const said: string[] = [];
  const names = [...dropped, ...without.map((key) => [key, undefined] as const)];
  for (const [key, why] of names) if (drop(document, target, key) && why !== undefined) said.push(why);
  for (const [section, why] of commands) {
    const had = commandKeys.map((key) => dropFrom(document, target, section, key));
    if (had[0] === true) said.push(why);
  }
  replaceTexts(document, texts);
  const own = Object.entries(values).filter(
    ([key, value]) => !isObject(value) || key === "build" || sections.includes(key),
  );
  return { text: pointTargetAt(document.toString(), target, Object.fromEntries(own)), said };
}

/** Wherever it stands that the target could see it: sections, the target, the target's sections. */
function drop(document: Document, target: string, key: string): boolean {
  const top = sectionsAt(document, []).filter((name) => name !== "targets");
  const own = sectionsAt(document, ["targets", target]);
  const places = [
    ["targets", target, key],
    ...top.map((section) => [section, key]),
    ...own.map((section) => ["targets", target, section, key]),
  ];
  return places.map((place) => deleteAt(document, place)).includes(true);
}

function dropFrom(document: Document, target: string, section: string, key: string): boolean {
  const places = [
    [section, key],
    ["targets", target, section, key],
  ];
  return places.map((place) => deleteAt(document, place)).includes(true);
}

function sectionsAt(document: Document, path: readonly string[]): readonly string[] {
  const found: unknown = document.toJS();
  const inner = path.reduce<unknown>((so, key) => (isObject(so) ? so[key] : undefined), found);
  if (!isObject(inner)) return [];
  return Object.entries(inner as object).flatMap(([key, value]) => (isObject(value) ? [key] : []));
}

function deleteAt(document: Document, path: readonly string[]): boolean {
  return document.hasIn(path) && document.deleteIn(path);
}

function replaceTexts(document: Document, texts: readonly Text[]): void {
  visit(document, {
    Scalar(key, node) {
      if (key === "key" || !isScalar(node) || typeof node.value !== "string") return;
      node.value = withTexts(node.value, texts);
    },
  });
}
