import { dirname, join, resolve } from "node:path";
import { heldIn } from "../../../action/held-in.ts";
import type { Runtime } from "../../../action/runtime.ts";
import { UserError } from "../../../errors/user-error.ts";
import type { PlanPart } from "../../../release/plan/plan.ts";
import { isSameBundle } from "../live/bundle-mark.ts";
import { isWhole } from "./find-snapshots.ts";
import type { Inspected } from "../plan-functions.ts";
import { type FunctionsSnapshot, eszipBefore, loadSnapshot, sourceBefore } from "./snapshot.ts";
import { sameState } from "../declared/source.ts";
import { isKept } from "../undo/way-back.ts";

/** What was approved, and the file that it came from: the artifact of `plan`, downloaded. */
interface Approved {
  readonly plan: string | undefined;
  readonly part: PlanPart | undefined;
}

/**
 * Whether what undoes this release is in the artifact of its plan, as the person who approved it was told: should this
 * machine be lost in the middle, there is no other. A plan that says that there is no way back needs none.
 * @throws {UserError} PR105 when it is not: nothing was changed.
 */
export async function confirmSnapshot(
  { plan, part }: Approved,
  { changes, removals, besides }: Pick<Inspected, "changes" | "removals" | "besides">,
  { root }: Pick<Runtime, "root">,
): Promise<void> {
  const reached = besides.filter(({ live }) => isKept(live));
  const due = [...changes, ...removals, ...reached].filter(({ live }) => live !== undefined);
  if (plan === undefined || part?.undo.possible !== "yes" || due.length === 0) return;
  const file = join(dirname(resolve(root, plan)), "snapshot.json");
  const snapshot = await loadSnapshot(file).catch((error: unknown) => {
    if (!(error instanceof UserError)) throw error;
    throw notThere(error.message);
  });
  const lacking = due.filter(({ slug, live }) => !isIn(snapshot, slug, live));
  if (lacking.length === 0) return;
  throw notThere(`${file} does not have what was live of ${lacking.map(({ slug }) => slug).join(", ")}.`);
}

function isIn(
  { functions }: FunctionsSnapshot,
  slug: string,
  live: Inspected["changes"][number]["live"],
): boolean {
  const entry = heldIn(functions, slug);
  if (!entry?.was || !isWhole(entry)) return false;
  if (sourceBefore(entry) !== undefined) return sameState(entry.was.state, live?.state ?? null);
  return (
    eszipBefore(entry) !== undefined && live !== undefined && isSameBundle(entry.was.listed, live.listed)
  );
}

function notThere(what: string): UserError {
  return new UserError(
    "PR105",
    `The plan promises a way back, but its snapshot cannot be used: ${what} Nothing was changed.`,
    "Download the whole artifact of plan (rollout-plan-<target>), not plan.json alone; else start a new run.",
  );
}
