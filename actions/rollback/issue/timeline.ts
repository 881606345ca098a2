import type { GitHub } from "../../../kit/ports/github.ts";
import { receiptsOf } from "../../../kit/release/record/record.ts";
import { releasesOf } from "../../../kit/release/record/history.ts";
import { lastStatus } from "../../../kit/release/record/statuses.ts";
import type { Receipt } from "../../../kit/release/record/receipt.ts";

/** One thing that happened to a release. `at` is an ISO time, empty where GitHub tells none. */
export interface Moment {
  readonly at: string;
  readonly what: string;
}

/** More receipts than these are counted, not listed. */
const most = 60;

/** What happened to a release by the record, oldest first: planned, approved, changed, and what went back. */
export async function timelineOf(
  github: GitHub,
  target: string,
  release: string,
): Promise<readonly Moment[]> {
  const [releases, kept] = await Promise.all([
    releasesOf(github, target, release),
    receiptsOf(github, target, release),
  ]);
  const own = releases.find(({ manifest }) => manifest.release === release);
  const planned = own
    ? [{ at: timeOf(own.at), what: `planned, for commit ${own.manifest.commit.slice(0, 12)}` }]
    : [];
  const shown = kept.length > most ? kept.slice(-most) : kept;
  const left = kept.length - shown.length;
  const states = await Promise.all(shown.map(({ deployment }) => lastStatus(github, deployment.id)));
  const changes = shown.flatMap(({ receipt, deployment }, index): readonly Moment[] => {
    const at = timeOf(Date.parse(deployment.created_at ?? ""));
    const state = states[index]?.description.split(" ")[1] ?? "begun, and nobody noted its end";
    const first = shown.findIndex((one) => one.receipt.phase === receipt.phase) === index;
    return [...(first ? approved(receipt, at) : []), { at, what: change(receipt, state) }];
  });
  const before = left > 0 ? [{ at: "", what: `${left} changes before these` }] : [];
  return [...planned, ...before, ...changes];
}

function approved({ phase, approvedBy }: Receipt, at: string): readonly Moment[] {
  if (approvedBy.length === 0) return [];
  const who = approvedBy.join(", ");
  return [
    { at, what: phase === "rollback" ? `rollback asked for by ${who}` : `${phase} approved by ${who}` },
  ];
}

function change({ phase, component }: Receipt, state: string): string {
  return phase === "rollback"
    ? `${component} goes back: ${state}`
    : `${phase} changes ${component}: ${state}`;
}

function timeOf(ms: number | null): string {
  return ms === null || Number.isNaN(ms) ? "" : `${new Date(ms).toISOString().slice(0, 19)}Z`;
}
