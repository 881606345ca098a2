import type { Report } from "../../kit/action/report.ts";
import type { Plan } from "../../kit/release/plan/plan.ts";
import type { Manifest } from "../../kit/release/record/record.ts";
import type { KeptPlan } from "./keep-plan.ts";
import { reportPlan } from "./report-plan.ts";
import type { SettingsSince } from "./settings-since.ts";

/** How a plan that nobody can approve was made. */
export interface Preview {
  readonly against: "live" | "record";
  /** The release that went live last, as the record has it. */
  readonly live: Manifest | undefined;
  /** Changes of which the record does not tell what they came to. */
  readonly open: readonly string[];
  readonly settings: SettingsSince;
  /** Why a release of this commit would be refused right now. */
  readonly halted: string | undefined;
}

/** A preview releases nothing: it names no work, no digest and no release that anybody could go on with. */
export function outputsOfPreview({ plan, path, folder }: KeptPlan): Record<string, string> {
  const none = plan.parts.map(({ phase }) => [`${phase}-work`, "none"] as const);
  return { work: "none", ...Object.fromEntries(none), path, folder };
}

/** The plan as any other, but first of all what it was compared with, and that it cannot be approved. */
export function reportPreview(plan: Plan, preview: Preview): Report {
  const { evidence = [], tables = [], ...report } = reportPlan(plan, { slice: [], preview: true });
  const busy = plan.parts.filter(({ work }) => work === "some").length;
  const said =
    preview.against === "record" ? "against the record, not against what is live" : "against what is live";
  return {
    ...report,
    reason: `Planned ${said}: ${busy} of ${plan.parts.length} phases would have work on ${plan.target}.`,
    next: "Nobody can approve this plan: once the commit is merged, plan looks anew and asks.",
    evidence: [
      ...comparedWith(preview),
      ...warnings(preview),
      ...evidence.filter((line) => !/declared gates/.test(line)),
    ],
    tables: [...settingsTable(preview.settings), ...tables],
  };
}

function comparedWith({ against, live, open }: Preview): readonly string[] {
  if (against === "live") return [];
  return [
    live === undefined
      ? "the record knows no release that is live here"
      : `the record's live release is ${live.release} (commit ${live.commit.slice(0, 12)})`,
    "gates, health, and what was changed by hand since were not looked at: that needs secrets",
    ...open.map((change) => `not verified: what became of ${change} is not in the record`),
  ];
}

function warnings({ settings, halted }: Preview): readonly string[] {
  const { changed, unverified } = settings;
  return [
    ...(halted === undefined ? [] : [`a release of this commit would be refused now: ${halted}`]),
    ...(changed.length === 0
      ? []
      : [`configuration: ${changed.length} settings of rollout.yml differ from those that are live`]),
    ...unverified.map((text) => `not verified: ${text}`),
  ];
}

const shown = 50;

function settingsTable({ changed }: SettingsSince): NonNullable<Report["tables"]> {
  if (changed.length === 0) return [];
  const rows = changed
    .slice(0, shown)
    .map(({ key, was = "(not there)", is = "(not there)" }) => [key, was, is]);
  const more = changed.length > shown ? [[`and ${changed.length - shown} more`, "", ""]] : [];
  const title = "Configuration: what this commit changes in rollout.yml";
  return [{ title, columns: ["setting", "live release", "this commit"], rows: [...rows, ...more] }];
}
