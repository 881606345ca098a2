import { fenced, plain, table } from "../../../kit/action/markdown.ts";
import { hide } from "../../../kit/notify/hide.ts";
import type { Row } from "../rows.ts";
import type { Moment } from "./timeline.ts";
import { encoded } from "../../../kit/ports/encoded.ts";

/** What an issue says of one rollback. */
export interface Told {
  readonly target: string;
  readonly release: string;
  readonly commit: string;
  readonly outcome: "rolled-back" | "partly-rolled-back";
  readonly because: string;
  readonly next: string;
  readonly runUrl: string;
  readonly rows: readonly Row[];
  readonly timeline: readonly Moment[];
  readonly now: string;
}

/** GitHub takes 65,536 characters; some are left for what escaping adds and for the markers. */
const longest = 60_000;

/** Finds the issue of a target again; nobody sees it. */
export function issueMarker(target: string): string {
  return `<!-- prism-rollout:issue:${encoded(target)} -->`;
}

/** Finds what was said of one release, so that a second run says it there. */
export function releaseMarker(release: string, what = "rollback"): string {
  return `<!-- prism-rollout:${what}:${encoded(release)} -->`;
}

export function titleOf({ target, outcome }: Pick<Told, "target" | "outcome">): string {
  const how = outcome === "rolled-back" ? "was rolled back" : "was only partly rolled back";
  return `${target} ${how}`.slice(0, 200);
}

/** One rollback: why, what went back, what is left to do by hand, and how it came to that. */
export function textOf(told: Told, secrets: readonly (string | undefined)[]): string {
  const clean = hide(told, secrets);
  const { release, because, next, runUrl, rows, timeline, commit, now } = clean;
  const manual = [...new Set(rows.flatMap((row) => row.manual ?? []))];
  const ended = { at: now, what: `ended ${clean.outcome}: ${because}` };
  const parts = [
    `**${plain(release)}** (commit ${plain(commit.slice(0, 12))}) ended **${clean.outcome}**, because ${plain(because)}.`,
    `What to do: ${plain(next)}`,
    cells(
      ["component", "outcome", "what"],
      rows.map(({ name, outcome, said }) => [name, outcome, said]),
    ),
    ...(manual.length === 0 ? [] : [`Left to do by hand:\n\n${fenced(manual.join("\n"), "sh")}`]),
    cells(
      ["when", "what happened"],
      [...timeline, ended].map(({ at, what }) => [at, what]),
    ),
    `[The run](${runUrl}) has the whole report.`,
  ];
  const text = parts.filter((part) => part !== "").join("\n\n");
  if (text.length <= longest) return `${releaseMarker(release)}\n${text}\n`;
  const head = [parts[0], parts[1], `The rest is too long for an issue: [the run](${runUrl}) has it.`];
  return `${releaseMarker(release)}\n${head.join("\n\n").slice(0, longest)}\n`;
}

function cells(columns: readonly string[], rows: readonly (readonly string[])[]): string {
  return rows.length === 0
    ? ""
    : table(
        columns,
        rows.map((row) => row.map(plain)),
      );
}
